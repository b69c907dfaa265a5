/** How an application authenticates; `none`: nothing is entered, or its secret is stored in the portal. */
export type ProofKind = 'kubernetes' | 'env' | 'certificate' | 'none';

interface Proof {
  secret?: {
    kubernetesSecret?: unknown;
    env?: unknown;
    expiresAt?: unknown;
  };
  certificate?: unknown;
}

/** The kind that is entered for an application. */
export function proofOf({ secret, certificate }: Proof): ProofKind {
  if (certificate !== undefined) return 'certificate';
  if (secret?.kubernetesSecret !== undefined) return 'kubernetes';
  return secret?.env === undefined ? 'none' : 'env';
}

/** The Kubernetes Secret that other applications of the record name, since most installations have one. */
function usedSecret(data: unknown): string | undefined {
  if (data === null || typeof data !== 'object') return undefined;
  for (const [key, value] of Object.entries(data)) {
    const name =
      key === 'kubernetesSecret'
        ? (value as { name?: unknown } | undefined)?.name
        : usedSecret(value);
    if (typeof name === 'string' && name !== '') return name;
  }
  return undefined;
}

/**
 * Settings of an application with another kind of proof.
 *
 * @param client - its key, used for suggested names
 * @param record - where to look for the name of a Kubernetes Secret
 */
export function withProof(
  settings: object,
  kind: ProofKind,
  client: string,
  record: unknown,
): object {
  const { secret, certificate: _, ...rest } = settings as Proof;
  const expiry =
    secret?.expiresAt === undefined ? {} : { expiresAt: secret.expiresAt };
  const kubernetesSecret = {
    name: usedSecret(record) ?? 'camunda-oidc',
    key: `${client}-${kind === 'certificate' ? 'keystore' : 'secret'}`,
  };
  switch (kind) {
    case 'kubernetes':
      return { ...rest, secret: { kubernetesSecret, ...expiry } };
    case 'env':
      return { ...rest, secret: { env: { name: '' }, ...expiry } };
    case 'certificate':
      return { ...rest, certificate: { kubernetesSecret } };
    default:
      return rest;
  }
}
