import {
  detectProfile,
  PROVIDER_PROFILES,
  recordClients,
  resolveProvider,
} from 'backstage-plugin-camunda-identity-common';
import type { CheckConnectionOptions } from './CheckConnectionOptions';
import { createDocumentCache } from './checks/DocumentCache';
import { fetchDiscovery } from './checks/discovery/fetchDiscovery';
import { fetchJwks, type JwksOutcome } from './checks/jwks/fetchJwks';
import { TokenShelf } from './checks/token/TokenShelf';
import type { CheckContext, CheckInput } from './checks/types';

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    if (!made) {
      made = make();
      // Those who await the promise see the failure; after the run has ended nobody may, which must not be an
      // unhandled rejection.
      made.catch(() => {});
    }
    return made;
  };
}

/** Creates the context that the checks of a run share. Documents are fetched when a check first asks for them. */
export function createContext(
  input: CheckInput,
  options: CheckConnectionOptions,
  signal: AbortSignal,
): CheckContext {
  const { http, providers } = options;
  const profiles = options.profiles ?? providers.profiles ?? [];
  const documents = options.documents ?? createDocumentCache();
  const resolved = resolveProvider(input.provider, providers);
  const { issuer } = resolved;

  let profileSoFar = detectProfile(issuer, undefined, profiles);
  const discovery = once(async () => {
    const outcome = await documents.once(
      `discovery ${issuer}`,
      () => fetchDiscovery(issuer, http, signal),
      signal,
    );
    if (outcome.ok)
      profileSoFar = detectProfile(issuer, outcome.document, profiles);
    return outcome;
  });
  const withJwksUrl = async (
    fetch: (url: string) => Promise<JwksOutcome>,
  ): Promise<JwksOutcome> => {
    const outcome = await discovery();
    const url: unknown = outcome.ok ? outcome.metadata.jwks_uri : undefined;
    if (typeof url === 'string') return fetch(url);
    if (url !== undefined)
      return {
        ok: false,
        code: 'jwks.document',
        message: 'The discovery document’s jwks_uri is no text',
      };
    return {
      ok: false,
      code: 'jwks.document',
      message: outcome.ok
        ? 'The discovery document names no key set'
        : 'The key set is not known: discovery failed',
      skipped: true,
    };
  };
  const jwks = once(() =>
    withJwksUrl(url =>
      documents.once(`jwks ${url}`, () => fetchJwks(url, http, signal), signal),
    ),
  );
  const freshJwks = once(() =>
    withJwksUrl(url => fetchJwks(url, http, signal)),
  );
  const profile = async () => {
    await discovery();
    return profileSoFar;
  };
  return {
    input,
    depth: options.depth ?? 'full',
    running: options.running ?? (options.depth ?? 'full') === 'full',
    tokens: new TokenShelf(),
    previous: options.previous ?? {},
    clients: recordClients(input),
    providers,
    lint: {
      insecureAllowed: options.insecureAllowed ?? false,
      now: new Date(),
    },
    resolved,
    http,
    signal,
    discovery,
    jwks,
    freshJwks,
    profile,
    profileSoFar: () => profileSoFar,
    profiles: [...profiles, ...PROVIDER_PROFILES],
  };
}
