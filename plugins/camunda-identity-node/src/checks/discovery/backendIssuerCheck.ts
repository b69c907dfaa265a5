import { finding } from 'backstage-plugin-camunda-identity-common';
import { PROVIDER, type Verdict } from '../verdict';
import { fetchJwks } from '../jwks/fetchJwks';
import type { CheckContext, ProviderCheck } from '../types';
import { fetchDiscovery } from './fetchDiscovery';

const kidsOf = (keys: ReadonlyArray<Record<string, unknown>>) =>
  keys
    .map(({ kid, n, x }) => JSON.stringify([kid, n, x]))
    .sort()
    .join(' ');

async function judge(context: CheckContext): Promise<Verdict> {
  const { resolved, http, signal } = context;
  const backend = resolved.issuerBackendUrl;
  const [own, other] = await Promise.all([
    context.discovery(),
    fetchDiscovery(backend, http, signal),
  ]);
  // Cluster-internal names resolve only inside the cluster; that is not a fault.
  if (!other.ok && other.code !== 'discovery.document')
    return {
      result: 'unknown',
      message: `${other.message}. If only Camunda’s cluster reaches ${backend}, this portal cannot tell`,
    };
  if (!other.ok) return { result: 'fail', message: other.message };
  if (!own.ok)
    return {
      result: 'unknown',
      message: 'The public issuer has no document to compare with',
    };
  if (other.issuerAsWritten !== own.issuerAsWritten)
    return {
      result: 'fail',
      message: `${backend} names the issuer ${other.issuerAsWritten}, the public one ${own.issuerAsWritten}`,
      remedy:
        'Have the provider name the same issuer at both addresses (Keycloak: hostname with hostname-backchannel-dynamic).',
    };
  const url = other.metadata.jwks_uri;
  const [keys, backendKeys] = await Promise.all([
    context.jwks(),
    typeof url === 'string' ? fetchJwks(url, http, signal) : undefined,
  ]);
  if (!keys.ok || !backendKeys?.ok)
    return {
      result: 'unknown',
      message: 'The issuer is the same; the key sets could not be compared',
    };
  return kidsOf(keys.keys) === kidsOf(backendKeys.keys)
    ? {
        result: 'pass',
        message: 'The backend issuer names the same issuer and the same keys',
      }
    : {
        result: 'fail',
        message:
          'The backend issuer names the same issuer, but has other keys: it is another installation',
      };
}

/** Backend issuer against public issuer (OpenID Connect Discovery 1.0 section 4.3). */
export const backendIssuerCheck: ProviderCheck = {
  plan: ({ resolved }) =>
    resolved.issuerBackendUrl === resolved.issuer
      ? []
      : [{ code: 'discovery.backend-issuer', subject: PROVIDER }],

  async run(context, report) {
    const { issuer, issuerBackendUrl } = context.resolved;
    if (issuerBackendUrl === issuer) return;
    const { result, ...rest } = await judge(context);
    report(finding('discovery.backend-issuer', result, PROVIDER, rest));
  },
};
