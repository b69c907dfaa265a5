import type {
  Finding,
  FindingCode,
} from 'backstage-plugin-camunda-identity-common/client';

/** Names of fields in the form and in links to it. @public */
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
  | 'initialClaim'
  | 'components';

/** Topics of a provider's admin pages that a step of the guide covers. @public */
export type SetupTopic =
  | 'redirectUris'
  | 'secret'
  | 'grantTypes'
  | 'audience'
  | 'application'
  | 'logout';

/** Where a finding can be fixed. @public */
export type MendingPlace =
  | { kind: 'field'; field: FieldName; path: string }
  | { kind: 'setup'; topic: SetupTopic }
  | { kind: 'secrets' }
  | { kind: 'compare' };

/** A value for some of the codes. */
type ByCode<T> = Readonly<Partial<Record<FindingCode, T>>>;

/** Codes of other packages' checks are in none of these tables. */
const of = <T>(table: ByCode<T>, code: string): T | undefined =>
  table[code as FindingCode];

/** Fields of a client by code; every other code is about its client ID. */
const CLIENT_FIELDS: ByCode<FieldName> = {
  'record.audience-missing': 'audience',
  'record.microsoft-audience': 'audience',
  'record.secret-missing': 'secret',
  'record.secret-expired': 'secret',
  'record.secret-expires': 'secret',
  'record.scope-form': 'tokenScope',
  'record.token-scope-application': 'tokenScope',
  'record.operate-scope': 'tokenScope',
  'record.cluster-claims': 'claims',
  'record.http-url': 'url',
  'record.loopback-url': 'url',
  'record.double-slash': 'url',
};

/** Findings about the record as a whole: the part of the record that they are about. */
const WHOLE: ByCode<string> = {
  'record.initial-claim-oid': 'initialClaim',
  'record.initial-claim-is-client': 'initialClaim',
  'record.initial-claim-set-before': 'initialClaim',
  'record.initial-claim-mutable': 'initialClaim',
  // About either the initial claim or the cluster's claim; the message says which.
  'record.entra-sub': 'initialClaim',
  'record.duplicate-client-id': 'components',
  'record.duplicate-audience': 'components',
  'record.duplicate-url': 'components',
  'record.duplicate-secret': 'components',
  'record.split-horizon': 'provider.issuerBackendUrl',
  'record.unknown-cloud': 'provider.cloud',
  'record.issuer-form': 'provider.issuer',
  'record.entra-as-generic': 'provider.issuer',
  'record.entra-shared-tenant': 'provider.issuer',
};

/** Field names that may be the last part of a path. */
const NAMED: readonly FieldName[] = [
  'issuer',
  'issuerBackendUrl',
  'url',
  'clientId',
  'audience',
  'tokenScope',
  'scopes',
];

/** A field by its path in the record. */
function fieldAt(path: string): MendingPlace {
  const last = path.slice(path.lastIndexOf('.') + 1);
  const [area] = path.split('.');
  const named =
    area === 'initialClaim'
      ? 'initialClaim'
      : NAMED.find(name => name === last) ??
        (path.includes('.secret.') ? 'secret' : undefined);
  return {
    kind: 'field',
    field: named ?? (area === 'components' ? 'components' : 'provider'),
    path,
  };
}

/** A field of an application. */
function clientField(client: string, field: FieldName): MendingPlace {
  // Machine clients are a list in the record; the form looks them up by name.
  const path = client.startsWith('machine.')
    ? client.replace('machine.', 'machineClients.')
    : `components.${client}`;
  return { kind: 'field', field, path: `${path}.${field}` };
}

/** A finding about the record is fixed in the form, at this field. */
function recordField({ code, subject, evidence }: Finding): MendingPlace {
  if (typeof evidence?.path === 'string') return fieldAt(evidence.path);
  if (!subject.client) return fieldAt(of(WHOLE, code) ?? 'provider');
  return clientField(subject.client, of(CLIENT_FIELDS, code) ?? 'clientId');
}

/** The provider's settings that a finding is about. */
const SETUP: ByCode<SetupTopic> = {
  'discovery.grant-types': 'grantTypes',
  'client.redirect-uri-flow': 'grantTypes',
  'client.token': 'grantTypes',
  'client.redirect-uri': 'redirectUris',
  'client.redirect-uri-open': 'redirectUris',
  'client.redirect-uri-state': 'redirectUris',
  'client.redirect-uri-issuer': 'redirectUris',
  'client.redirect-uri-target': 'redirectUris',
  'client.redirect-uri-code': 'redirectUris',
  'client.token-audience': 'audience',
  'client.secret': 'secret',
  'client.any-secret': 'application',
  'client.any-client': 'application',
  'client.checked': 'application',
  'client.token-auth-method': 'application',
  'client.token-format': 'application',
  'client.token-signature': 'application',
  'client.token-issuer': 'application',
  'client.token-version': 'application',
  'client.token-lifetime': 'application',
  'client.token-client': 'application',
  'logout.endpoint': 'logout',
  'logout.post-logout-uri': 'logout',
};

/** Fields of the provider in the record. */
const PROVIDER_FIELDS: ByCode<FieldName> = {
  'discovery.backend-issuer': 'issuerBackendUrl',
  'transport.dns': 'issuer',
  'transport.unreachable': 'issuer',
  'transport.timeout': 'issuer',
  'transport.tls-name': 'issuer',
  'transport.redirect': 'issuer',
  'transport.content-type': 'issuer',
  'discovery.document': 'issuer',
  'discovery.document-changed': 'issuer',
  'discovery.location': 'issuer',
  'discovery.issuer-mismatch': 'issuer',
  'discovery.typed-endpoints': 'issuer',
};

/** Stored secrets that must be entered again. */
const SECRETS: ByCode<true> = {
  'client.secret-unbound': true,
  'client.secret-unreadable': true,
};

/** Where a person can fix a finding; undefined if only the provider's operator can. @public */
export function mendingPlace(finding: Finding): MendingPlace | undefined {
  const { code } = finding;
  if (code.startsWith('running.')) return { kind: 'compare' };
  if (of(SECRETS, code)) return { kind: 'secrets' };
  // A shortened report is not a problem of the record.
  if (code === 'record.report-capped') return undefined;
  if (code.startsWith('record.')) return recordField(finding);
  const field = of(PROVIDER_FIELDS, code);
  if (field) return { kind: 'field', field, path: `provider.${field}` };
  // The provider has no such client, so the record's client ID is probably wrong.
  if (finding.evidence?.about === 'client' && finding.subject.client)
    return clientField(finding.subject.client, 'clientId');
  const topic = of(SETUP, code);
  return topic && { kind: 'setup', topic };
}
