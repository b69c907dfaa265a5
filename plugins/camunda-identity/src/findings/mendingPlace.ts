import type { Finding } from 'backstage-plugin-camunda-identity-common/client';

/** Names of fields, as the form and links to it call them. */
export type FieldName =
  | 'provider'
  | 'issuer'
  | 'issuerBackendUrl'
  | 'url'
  | 'clientId'
  | 'audience'
  | 'secret'
  | 'tokenScope'
  | 'scopes'
  | 'claims'
  | 'initialClaim';

/** Topics of a provider's admin pages that a step of the guide shows. */
export type SetupTopic =
  | 'redirectUris'
  | 'secret'
  | 'grantTypes'
  | 'audience'
  | 'application'
  | 'logout';

/** Where a finding is mended. */
export type MendingPlace =
  | { kind: 'field'; field: FieldName; path: string }
  | { kind: 'setup'; topic: SetupTopic }
  | { kind: 'secrets' }
  | { kind: 'compare' };

const CLIENT_FIELDS: ReadonlyArray<[RegExp, FieldName]> = [
  [/audience/, 'audience'],
  [/client-id|is-client$/, 'clientId'],
  [/secret/, 'secret'],
  [/scope/, 'tokenScope'],
  [/cluster-claims/, 'claims'],
  [/url|slash|http|loopback|placeholder/, 'url'],
];

/** A finding about the record is mended in the form: at this field. */
function recordField(finding: Finding): MendingPlace {
  const { code, subject } = finding;
  if (code.startsWith('record.initial-claim'))
    return { kind: 'field', field: 'initialClaim', path: 'initialClaim' };
  if (subject.client) {
    const field =
      CLIENT_FIELDS.find(([pattern]) => pattern.test(code))?.[1] ?? 'clientId';
    const [component, part] = subject.client.split('.');
    // A component's URL stands once, however many applications it has.
    const owner =
      field === 'url' ? component : [component, part].filter(Boolean).join('.');
    return { kind: 'field', field, path: `components.${owner}.${field}` };
  }
  return code === 'record.split-horizon'
    ? {
        kind: 'field',
        field: 'issuerBackendUrl',
        path: 'provider.issuerBackendUrl',
      }
    : { kind: 'field', field: 'provider', path: 'provider' };
}

const SETUP: ReadonlyArray<[RegExp, SetupTopic]> = [
  [/^client\.redirect-uri-flow|^discovery\.grant-types/, 'grantTypes'],
  [/^client\.redirect-uri/, 'redirectUris'],
  [/^client\.token-audience/, 'audience'],
  [/^client\.token$/, 'grantTypes'],
  [/^client\.secret$/, 'secret'],
  [/^logout\./, 'logout'],
  [/^client\./, 'application'],
];

const ISSUER =
  /^(transport\.(dns|unreachable|timeout|tls-name|redirect|content-type)|discovery\.(document|location|issuer-mismatch|typed-endpoints))/;

/** Where a person mends what a finding tells; undefined where only the provider's operator can. */
export function mendingPlace(finding: Finding): MendingPlace | undefined {
  const { code } = finding;
  if (code.startsWith('running.')) return { kind: 'compare' };
  if (/^client\.secret-(unbound|unreadable)/.test(code))
    return { kind: 'secrets' };
  if (code.startsWith('record.')) return recordField(finding);
  if (code === 'discovery.backend-issuer')
    return {
      kind: 'field',
      field: 'issuerBackendUrl',
      path: 'provider.issuerBackendUrl',
    };
  if (ISSUER.test(code))
    return { kind: 'field', field: 'issuer', path: 'provider.issuer' };
  const topic = SETUP.find(([pattern]) => pattern.test(code))?.[1];
  return topic && { kind: 'setup', topic };
}
