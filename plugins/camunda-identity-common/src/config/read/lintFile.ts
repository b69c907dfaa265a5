import type { CamundaVersion, ProviderType } from '../../camunda';
import type { Finding } from '../../checks';
import { lintRecord, type LintInput } from '../../connections/lint';
import type { Components } from '../../connections/components';
import { isGuid, type Provider, type ProviderContext } from '../../providers';
import type { RecordValues } from './types';

/** What a file leaves out is said key by key; that a record lacks it too is no news. */
const ABOUT_RECORDS = new Set([
  'record.secret-missing',
  'record.audience-missing',
  'record.operate-scope',
  'record.placeholder',
]);

/** Stand in where a file says nothing of its provider, so that the other rules can be asked. */
const SOME_TENANT = '00000000-0000-0000-0000-000000000000';
const SOME_ISSUER = 'https://issuer.invalid';

function providerOf(
  values: RecordValues,
  type: ProviderType,
): { provider: Provider; known: boolean } {
  const given = values.provider as Record<string, string> | undefined;
  if (given?.tenantId && isGuid(given.tenantId))
    return {
      provider: {
        type: 'MICROSOFT',
        tenantId: given.tenantId,
        ...(given.cloud ? { cloud: given.cloud } : {}),
      } as Provider,
      known: true,
    };
  if (given?.issuer)
    return {
      provider:
        type === 'GENERIC'
          ? ({ ...given, type } as Provider)
          : { type, tenantId: SOME_TENANT },
      known: type === 'GENERIC',
    };
  return {
    provider:
      type === 'MICROSOFT'
        ? { type, tenantId: SOME_TENANT }
        : { type, issuer: SOME_ISSUER },
    known: false,
  };
}

const OPTIONS = { insecureAllowed: false, now: new Date(0) };

function lint(input: LintInput, context: ProviderContext): Finding[] {
  try {
    return lintRecord(input, context, OPTIONS);
  } catch {
    return [];
  }
}

/** An Entra issuer that names no tenant: what the rules say of it when it is typed for any provider. */
function issuerFindings(
  input: LintInput,
  values: RecordValues,
  context: ProviderContext,
): Finding[] {
  const issuer = values.provider?.issuer;
  if (input.provider.type !== 'MICROSOFT' || typeof issuer !== 'string')
    return [];
  return lint(
    { ...input, provider: { type: 'GENERIC', issuer }, components: {} },
    context,
  )
    .filter(({ code }) => code === 'record.entra-shared-tenant')
    .map(entry => ({
      ...entry,
      subject: { kind: 'record' as const },
    }));
}

/** The member that a rule looks at. */
const MEMBERS: Readonly<Record<string, string>> = {
  'record.microsoft-audience': 'audience',
  'record.token-scope-application': 'tokenScope',
  'record.scope-form': 'tokenScope',
  'record.http-url': 'url',
  'record.loopback-url': 'url',
  'record.double-slash': 'url',
  'record.cluster-claims': 'clientIdClaim',
  'record.auth0-trailing-slash': 'issuer',
  'record.entra-as-generic': 'issuer',
  'record.entra-shared-tenant': 'issuer',
  'record.split-horizon': 'issuerBackendUrl',
};

/** The member of a record that a finding is about. */
function memberOf({ code, subject, message, evidence }: Finding): string {
  if (typeof evidence?.path === 'string') return evidence.path;
  const member = MEMBERS[code];
  return subject.kind === 'provider'
    ? /^(provider\.\w+)/.exec(message)?.[1] ?? `provider.${member}`
    : `components.${subject.client}.${member}`;
}

/** A finding of a record's rule with the key and line of the file that it is about. */
function withPlace(
  entry: Finding,
  members: ReadonlyMap<string, { key: string; line: number }>,
): Finding {
  const path = memberOf(entry);
  const place = members.get(path) ?? members.get(path.replace('.ui.', '.'));
  if (!place) return entry;
  return {
    ...entry,
    message: `${place.key} (line ${place.line}): ${entry.message}`,
    evidence: { ...entry.evidence, key: place.key, line: place.line },
  };
}

/**
 * The lint rules of records over what a file says, as far as it goes. A file may be anything: a rule that
 * cannot be asked of so little is left out, never an error.
 */
export function lintFile(
  values: RecordValues,
  members: ReadonlyMap<string, { key: string; line: number }>,
  version: CamundaVersion,
  type: ProviderType,
  context: ProviderContext,
): Finding[] {
  const { provider, known } = providerOf(values, type);
  const input = {
    camundaVersion: version,
    provider,
    components: values.components as Partial<Components>,
    initialClaim: values.initialClaim?.name
      ? (values.initialClaim as { name: string; value?: string })
      : undefined,
  };
  return [...lint(input, context), ...issuerFindings(input, values, context)]
    .filter(
      ({ code, subject, evidence }) =>
        !ABOUT_RECORDS.has(code) &&
        // Said with everything that the cluster takes in the file (disagreements.ts).
        evidence?.path !== 'components.connectors.audience' &&
        (known || subject.kind !== 'provider') &&
        // Where the file does not name the claim, that is what there is to say.
        !(
          code === 'record.initial-claim-oid' &&
          type === 'GENERIC' &&
          !members.has('initialClaim.name')
        ),
    )
    .map(entry => withPlace(entry, members));
}
