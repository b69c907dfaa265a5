import fc from 'fast-check';
import {
  CAMUNDA_VERSIONS,
  compareConfig,
  createDraftSchema,
  createNewConnectionSchema,
  DEFAULT_PROVIDER_CONTEXT,
  detectProfile,
  problemMessage,
  readConfig,
  UnreadableConfigError,
  UnsupportedConfigError,
  upgradeValues,
  type Connection,
} from 'backstage-plugin-camunda-identity-common';
import { secretScrubber } from 'backstage-plugin-camunda-identity-node';
import {
  baseUrl,
  issuerUrl,
} from '../../../plugins/camunda-identity-common/src/fields/urls';
import { matches } from '../../../plugins/camunda-identity-backend/src/input/ifMatch';
import { readDiscovered } from '../../../plugins/camunda-identity-backend/src/record/discovered';
import { newRecord } from '../../../plugins/camunda-identity-backend/src/__testUtils__/portal';
import { SecretMask } from '../../../plugins/camunda-identity-backend/src/secrets/SecretMask';
import {
  changedMembers,
  digestOf,
} from '../../../plugins/camunda-identity-node/src/checks/discovery/digest';
import { compareIssuers } from '../../../plugins/camunda-identity-node/src/checks/discovery/compareIssuers';
import { explain } from '../../../plugins/camunda-identity-node/src/checks/explain';
import { HttpPolicy } from '../../../plugins/camunda-identity-node/src/http/policy';
import { hostileText, hostileValue } from './hostile';

/** Something that reads what comes from outside. */
export interface Reader {
  name: string;
  inputs: fc.Arbitrary<unknown[]>;
  read(...input: any[]): unknown;
  /** Errors that it says in its description; any other is a fault. */
  throws?: (error: unknown) => boolean;
  /** It runs in a worker with a time limit, so that it may take so many milliseconds. */
  maxMs?: number;
}

/** Milliseconds for a file, as the worker has it. */
const FILE_MS = 2_000;

const isUnreadable = (error: unknown) =>
  error instanceof UnreadableConfigError ||
  error instanceof UnsupportedConfigError;

const issuer = issuerUrl();
const base = baseUrl();
const record = createNewConnectionSchema();
const draft = createDraftSchema();
const policy = new HttpPolicy({ allowedNetworks: ['10.0.0.0/8'] });
const document = fc.dictionary(
  fc.oneof(
    fc.constantFrom(
      'issuer',
      'token_endpoint',
      'jwks_uri',
      'scopes_supported',
      'x_endpoint',
    ),
    hostileText.map(text => text.slice(0, 200)),
  ),
  hostileValue,
  { maxKeys: 8 },
);

function parse(schema: typeof record | typeof draft, value: unknown) {
  const result = schema.safeParse(value);
  return result.success || problemMessage(result.error);
}

const version = fc.constantFrom(...CAMUNDA_VERSIONS);
const format = fc.constantFrom(
  'env',
  'helm',
  'application-yaml',
  'kubernetes-secret',
);

/** A record that files are compared with. */
const connection = {
  ...newRecord(),
  owner: 'group:default/a',
} as unknown as Connection;

/** A record with hostile parts at any depth. */
const nearlyRecord = fc
  .tuple(
    fc.constantFrom(
      'name',
      'title',
      'provider',
      'components',
      'checks',
      'machineClients',
      'entityRef',
    ),
    hostileValue,
  )
  .map(([key, value]) => ({ ...newRecord(), [key]: value }));

/** Every reader of text from outside that this package has. */
export const READERS: readonly Reader[] = [
  {
    name: 'readConfig',
    inputs: fc.tuple(format, version, hostileText),
    read: (kind, camundaVersion, content) =>
      readConfig(
        { format: kind, camundaVersion, content },
        DEFAULT_PROVIDER_CONTEXT,
      ),
    throws: isUnreadable,
    maxMs: FILE_MS,
  },
  {
    name: 'compareConfig',
    inputs: fc.tuple(format, hostileText),
    read: (kind, content) =>
      compareConfig(connection, DEFAULT_PROVIDER_CONTEXT, {
        format: kind,
        content,
      }),
    throws: isUnreadable,
    maxMs: FILE_MS,
  },
  {
    name: 'upgradeValues',
    inputs: fc.tuple(hostileText, hostileText),
    read: (a, b) =>
      upgradeValues({ from: '8.7', to: '8.8', content: `${a}\n${b}` }),
    throws: isUnreadable,
    maxMs: FILE_MS,
  },
  {
    name: 'record schema',
    inputs: fc.tuple(fc.oneof(nearlyRecord, hostileValue)),
    read: value => parse(record, value),
  },
  {
    name: 'draft schema',
    inputs: fc.tuple(
      hostileValue.map(provider => ({ provider, secrets: { zeebe: 'x' } })),
    ),
    read: value => parse(draft, value),
  },
  {
    name: 'issuer URL',
    inputs: fc.tuple(hostileText),
    read: text => issuer.safeParse(text).success,
  },
  {
    name: 'base URL',
    inputs: fc.tuple(hostileText),
    read: text => base.safeParse(text).success,
  },
  {
    name: 'digest of a document',
    inputs: fc.tuple(document, document),
    read: (a, b) => changedMembers(digestOf(a), digestOf(b)),
  },
  {
    name: 'product of a document',
    inputs: fc.tuple(hostileText, document),
    read: (text, value) => detectProfile(text, value),
  },
  {
    name: 'comparison of issuers',
    inputs: fc.tuple(hostileText, hostileText),
    read: (a, b) => compareIssuers(a, b),
  },
  {
    name: 'explanation of an error page',
    inputs: fc.tuple(hostileText, hostileText),
    read: (a, b) => explain(`${a} AADSTS ${b}`),
  },
  {
    name: 'policy of addresses',
    inputs: fc.tuple(
      fc.oneof(
        fc.ipV4(),
        fc.ipV6(),
        fc.webUrl(),
        hostileText.map(text => text.slice(0, 500)),
      ),
    ),
    read: text => {
      const url = `https://${text.includes(':') ? `[${text}]` : text}`;
      if (URL.canParse(url)) policy.assertUrl(new URL(url));
    },
    throws: error =>
      (error as { name?: string }).name === 'GuardedRequestError',
  },
  {
    name: 'masking of a text',
    inputs: fc.tuple(
      fc.array(
        hostileText.map(text => text.slice(0, 4_096)),
        { maxLength: 7 },
      ),
      hostileText,
      hostileText,
    ),
    read: (secrets, a, b) => {
      const text = `${a}${secrets[0] ?? ''}${b}`;
      return [
        secretScrubber(
          secrets.map((secret: string) => ({ clientId: 'c', secret })),
        )(text),
        new SecretMask(secrets).text(text),
      ];
    },
  },
  {
    name: 'If-Match',
    inputs: fc.tuple(hostileText),
    read: text => matches(text, 'x'),
  },
  {
    name: 'kept addresses',
    inputs: fc.tuple(
      fc.oneof(
        hostileText,
        hostileValue.map(value => JSON.stringify(value)),
      ),
    ),
    read: text => readDiscovered(text ?? null),
  },
];
