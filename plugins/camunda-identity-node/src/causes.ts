import type {
  Finding,
  FindingResult,
} from 'backstage-plugin-camunda-identity-common';

/** One finding that follows from another. */
interface Rule {
  effect: string;
  cause: string;
  /** Both are about the same client; else whoever they are about. */
  sameClient?: boolean;
  /** More that has to be so. */
  when?(effect: Finding, cause: Finding): boolean;
}

const members = ({ evidence }: Finding): readonly string[] =>
  Array.isArray(evidence?.members) ? evidence.members : [];

const isAboutClient = ({ evidence }: Finding) => evidence?.about === 'client';

const NEEDED = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'];

/** The first that fits is the cause. Mend it, and the effect is gone. */
const RULES: readonly Rule[] = [
  // Plain http is one cause, wherever it shows.
  { effect: 'transport.https', cause: 'record.http-url' },
  {
    effect: 'discovery.endpoint-urls',
    cause: 'transport.https',
    when: effect => effect.causedBy !== undefined,
  },
  // The address is wrong, and another one works.
  { effect: 'discovery.document', cause: 'discovery.location' },
  { effect: 'transport.redirect', cause: 'discovery.location' },
  { effect: 'transport.content-type', cause: 'discovery.location' },
  { effect: 'record.auth0-trailing-slash', cause: 'discovery.issuer-mismatch' },
  { effect: 'record.entra-shared-tenant', cause: 'discovery.issuer-mismatch' },
  // One member, looked at from several sides.
  {
    effect: 'discovery.member-types',
    cause: 'discovery.endpoints',
    when: effect => members(effect).every(name => NEEDED.includes(name)),
  },
  {
    effect: 'jwks.document',
    cause: 'discovery.endpoints',
  },
  {
    effect: 'jwks.document',
    cause: 'discovery.endpoint-urls',
    when: (_, cause) => members(cause).includes('jwks_uri'),
  },
  // Without a signing key of its own a product signs with the secret, and publishes no key.
  { effect: 'jwks.document', cause: 'discovery.signing-algorithms' },
  { effect: 'jwks.usable-key', cause: 'discovery.signing-algorithms' },
  // An endpoint that does not work fails for everybody who asks it.
  {
    effect: 'client.redirect-uri-flow',
    cause: 'discovery.authorization-endpoint',
  },
  { effect: 'client.redirect-uri', cause: 'discovery.authorization-endpoint' },
  { effect: 'client.redirect-uri-flow', cause: 'discovery.requirements' },
  { effect: 'client.redirect-uri', cause: 'discovery.requirements' },
  {
    effect: 'discovery.authorization-endpoint',
    cause: 'discovery.endpoint-urls',
    when: (_, cause) => members(cause).includes('authorization_endpoint'),
  },
  {
    effect: 'discovery.token-endpoint',
    cause: 'discovery.endpoint-urls',
    when: (_, cause) => members(cause).includes('token_endpoint'),
  },
  // Who answers for another issuer, or to another address, answers another question.
  {
    effect: 'client.redirect-uri-issuer',
    cause: 'discovery.issuer-mismatch',
  },
  {
    effect: 'client.redirect-uri-open',
    cause: 'client.redirect-uri-target',
  },
  // A client that the provider does not know has neither address nor secret there.
  {
    effect: 'client.secret',
    cause: 'client.redirect-uri',
    sameClient: true,
    when: (_, cause) => isAboutClient(cause),
  },
  // What a component sends wrongly, the provider refuses.
  ...['running.client', 'running.redirect-uri', 'running.provider'].map(
    cause => ({ effect: 'running.registration', cause, sameClient: true }),
  ),
  {
    effect: 'running.redirect-uri',
    cause: 'running.base-url',
    sameClient: true,
    when: effect => /takes itself for http\b/.test(effect.message),
  },
  { effect: 'running.issuer', cause: 'running.provider', sameClient: true },
  { effect: 'running.issuer', cause: 'discovery.issuer-mismatch' },
  // Tokens.
  {
    effect: 'discovery.token-issuer',
    cause: 'client.token-issuer',
  },
  { effect: 'record.cognito-audience', cause: 'client.token-audience' },
];

const RANKS: Readonly<Partial<Record<FindingResult, number>>> = {
  fail: 3,
  warn: 2,
  info: 1,
};

const rankOf = ({ result }: Finding) => RANKS[result] ?? 0;

function causeOf(
  effect: Finding,
  all: readonly Finding[],
): Finding | undefined {
  for (const rule of RULES) {
    if (rule.effect !== effect.code) continue;
    const cause = all.find(
      entry =>
        entry.code === rule.cause &&
        // Whatever is not counted must not hide what is worse.
        rankOf(entry) > 0 &&
        rankOf(entry) >= rankOf(effect) &&
        (!rule.sameClient || entry.subject.client === effect.subject.client) &&
        (rule.when?.(effect, entry) ?? true),
    );
    if (cause) return cause;
  }
  return undefined;
}

/**
 * Says of a finding what it follows from.
 *
 * @param all - what was found so far
 * @returns the same finding where it follows from none of them
 */
export function withCause(effect: Finding, all: readonly Finding[]): Finding {
  if (effect.result === 'pass' || effect.result === 'skipped') return effect;
  const cause = causeOf(effect, all);
  return cause ? { ...effect, causedBy: cause.code } : effect;
}

/** Takes away causes that were not found after all: what nothing explains stands for itself. */
function withoutMissing(entry: Finding, codes: ReadonlySet<string>): Finding {
  if (!entry.causedBy || codes.has(entry.causedBy)) return entry;
  const { causedBy: _, ...rest } = entry;
  return rest;
}

/** Every finding with what it follows from, once all are there. */
export function withCauses(findings: readonly Finding[]): Finding[] {
  const bad = new Set(
    findings.filter(entry => rankOf(entry) > 0).map(({ code }) => code),
  );
  return findings.map(entry => {
    const known = withCause(entry, findings);
    return withoutMissing(known, bad);
  });
}
