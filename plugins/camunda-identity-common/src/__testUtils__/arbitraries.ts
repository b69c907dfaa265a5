import fc from 'fast-check';
import {
  componentsOf,
  type CamundaVersion,
  type ProviderType,
} from '../camunda';
import { createConnectionSchema, type ConnectionInput } from '../connections';
import { genericRecord } from '../__fixtures__/records';

const schema = createConnectionSchema();

/** Texts that the schema lets pass, the awkward ones more often. */
export const text = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.stringMatching(/^[-:#'"{}[\]&*!|>%@`$\\ ,?~=0-9a-z]{1,20}$/),
    fc.constantFrom('yes', '0123456789', '1_000', '2026-01-01', '~', '=', '.5'),
  )
  .map(value => value.trim())
  .filter(value => {
    const record = genericRecord();
    record.components.identity.clientId = value;
    return schema.safeParse(record).success;
  });

/** A list in a variable is separated by commas. */
const withoutComma = text.filter(value => !/[,\s]/.test(value));

const guid = fc.uuid({ version: 4 });
const path = fc.constantFrom('', '/', '/identity', '/a-b/c_d', '/%C3%A4');
const host = fc.constantFrom(
  'camunda.example.com',
  'identity.example.com:8443',
  'xn--bcher-kva.example',
);
const url = fc
  .tuple(host, path)
  .map(([name, suffix]) => `https://${name}${suffix}`);
const endpoint = (last: string) =>
  fc
    .tuple(host, fc.constantFrom('', '/oauth2/v1', '/a-b'))
    .map(([name, prefix]) => `https://${name}${prefix}/${last}`);

const option = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined });

const secret = option(
  fc.oneof(
    fc.record({
      kubernetesSecret: fc.record({
        name: fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?$/),
        key: fc.stringMatching(/^[-._a-zA-Z0-9]{1,20}$/),
      }),
    }),
    fc.record({
      env: fc.record({ name: fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,20}$/) }),
    }),
  ),
);

const scopes = option(
  fc.uniqueArray(fc.constantFrom('openid', 'email', 'a:b', '/x'), {
    minLength: 1,
  }),
);

function provider(type: ProviderType) {
  return type === 'GENERIC'
    ? fc.record({
        type: fc.constant(type),
        issuer: fc.oneof(
          url.map(base => base.replace(/\/$/, '/realms/a')),
          fc.constantFrom('https://tenant.eu.auth0.com/'),
        ),
        issuerBackendUrl: option(fc.constant('http://keycloak.svc:8080/a')),
        authUrl: option(endpoint('authorise')),
        tokenUrl: option(endpoint('tokens')),
        jwksUrl: option(endpoint('keys')),
        scopes,
      })
    : fc.record({
        type: fc.constant(type),
        tenantId: guid,
        cloud: option(fc.constantFrom('usgov', 'china')),
        scopes,
      });
}

function components(type: ProviderType) {
  const entra = type === 'MICROSOFT';
  const clientId = entra ? guid : text;
  // At Entra the audience is the client ID.
  const audience = entra ? fc.constant(undefined) : option(text);
  const oneAudience = entra ? fc.constant(undefined) : option(withoutComma);
  const scope = entra ? fc.constant(undefined) : option(withoutComma);
  const web = fc.record({ url, clientId, audience, secret });
  const two = fc.record({
    url,
    ui: fc.record({ clientId, audience }),
    api: fc.record({ clientId: option(clientId), audience }),
  });
  return {
    identity: web,
    operate: option(web),
    tasklist: option(web),
    optimize: option(
      fc.record({ url, clientId, audience: oneAudience, secret }),
    ),
    zeebe: option(fc.record({ clientId, audience, secret, tokenScope: scope })),
    webModeler: option(two),
    hub: option(two),
    console: option(
      fc.record({
        url,
        clientId,
        audience,
        wellKnown: option(endpoint('other/.well-known/openid-configuration')),
      }),
    ),
    connectors: option(
      fc.record({
        mode: fc.constantFrom('inbound' as const, 'outbound' as const),
        clientId,
        audience,
        operateAudience: audience,
        tokenScope: scope,
        secret,
      }),
    ),
    orchestration: option(
      fc.record({
        url,
        clientId,
        audience: oneAudience,
        secret,
        adminUsers: option(
          fc.uniqueArray(text, { minLength: 1, maxLength: 4 }),
        ),
        usernameClaim: option(fc.constantFrom('sub', 'email', 'https://a/b')),
        clientIdClaim: option(fc.constantFrom('azp', 'client_id')),
        preferUsernameClaim: option(fc.boolean()),
        groupsClaim: option(fc.constantFrom('groups', 'roles')),
        scopes,
      }),
    ),
  };
}

/** Records of a version and provider type, with any of the components that it has. */
export function records(
  version: CamundaVersion,
  type: ProviderType,
): fc.Arbitrary<ConnectionInput> {
  const all = components(type);
  const known = Object.fromEntries(
    componentsOf(version).map(({ key }) => [key, all[key]]),
  );
  return fc
    .record({
      provider: provider(type),
      components: fc.record(known),
      initialClaim: fc.record({
        name: fc.constantFrom('oid', 'preferred_username', 'email'),
        value: text,
      }),
    })
    .map(generated =>
      JSON.parse(
        JSON.stringify({
          ...genericRecord(),
          camundaVersion: version,
          ...generated,
        }),
      ),
    )
    .filter(record => schema.safeParse(record).success)
    .map(record => schema.parse(record));
}
