import {
  finding,
  resolveProvider,
  type Discovered,
  type Finding,
  type LintOptions,
  type ProviderContext,
} from 'backstage-plugin-camunda-identity-common';
import { CHECKS } from './checks';
import { fetchDiscovery } from './checks/discovery/fetchDiscovery';
import { fetchJwks } from './checks/jwks/fetchJwks';
import type {
  CheckContext,
  CheckInput,
  CheckOutcome,
  PlannedFinding,
} from './checks/types';
import type { GuardedHttp } from './http';

/** @public */
export interface CheckConnectionOptions {
  http: GuardedHttp;
  providers: ProviderContext;
  /** The installation allows plain http and loopback providers. */
  insecureAllowed?: boolean;
  /** Milliseconds until the run is ended; 10,000 by default. */
  runTimeoutMs?: number;
  /** Cancels the run. */
  signal?: AbortSignal;
  onPlan?(plan: PlannedFinding[]): void;
  onFinding?(finding: Finding): void;
}

const DEFAULT_RUN_TIMEOUT_MS = 10_000;

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function createContext(
  input: CheckInput,
  options: CheckConnectionOptions,
  signal: AbortSignal,
): CheckContext {
  const { http, providers } = options;
  const resolved = resolveProvider(input.provider, providers);
  const lint: LintOptions = {
    insecureAllowed: options.insecureAllowed ?? false,
    now: new Date(),
  };
  const discovery = once(() => fetchDiscovery(resolved.issuer, http, signal));
  const jwks = once(async () => {
    const outcome = await discovery();
    const url = outcome.ok ? outcome.metadata.jwks_uri : undefined;
    if (!url)
      return {
        ok: false as const,
        code: 'jwks.document',
        message: outcome.ok
          ? 'The discovery document names no key set'
          : 'The key set is not known: discovery failed',
        skipped: true,
      };
    return fetchJwks(url, http, signal);
  });
  return { input, providers, lint, resolved, http, signal, discovery, jwks };
}

/** Goes into configuration files: a plain http(s) URL without anything that could break out of one. */
function isCleanUrl(url: unknown): url is string {
  return (
    typeof url === 'string' &&
    /^https?:\/\/[\x21\x23-\x26\x28-\x5b\x5d-\x7a\x7e]+$/.test(url) &&
    url.length <= 2048
  );
}

async function discoveredBy(
  context: CheckContext,
): Promise<Discovered | undefined> {
  const outcome = await context.discovery();
  if (!outcome.ok) return undefined;
  const { metadata } = outcome;
  const {
    authorization_endpoint: authUrl,
    token_endpoint: tokenUrl,
    jwks_uri: jwksUrl,
    end_session_endpoint: endSessionUrl,
  } = metadata;
  if (![authUrl, tokenUrl, jwksUrl].every(isCleanUrl)) return undefined;
  if (!(await context.jwks()).ok) return undefined;
  return {
    authUrl: authUrl!,
    tokenUrl: tokenUrl!,
    jwksUrl: jwksUrl!,
    ...(isCleanUrl(endSessionUrl) ? { endSessionUrl } : {}),
    at: new Date().toISOString(),
  };
}

/**
 * Runs every check of a connection in parallel. Findings are handed out as they come.
 *
 * @returns what was found; a provider that fails in any way is a finding, not an exception
 * @throws the reason of `options.signal` when it was aborted
 * @public
 */
export async function checkConnection(
  input: CheckInput,
  options: CheckConnectionOptions,
): Promise<CheckOutcome> {
  const deadline = AbortSignal.timeout(
    options.runTimeoutMs ?? DEFAULT_RUN_TIMEOUT_MS,
  );
  const signal = options.signal
    ? AbortSignal.any([options.signal, deadline])
    : deadline;
  const context = createContext(input, options, signal);
  const plan = CHECKS.flatMap(check => check.plan(context));
  options.onPlan?.(plan);

  const findings: Finding[] = [];
  const report = (entry: Finding) => {
    findings.push(entry);
    options.onFinding?.(entry);
  };
  const results = await Promise.allSettled(
    CHECKS.map(check => check.run(context, report)),
  );
  if (options.signal?.aborted) throw options.signal.reason;
  const failure = results.find(result => result.status === 'rejected');
  if (failure && !deadline.aborted) throw failure.reason;
  if (deadline.aborted) {
    report(
      finding(
        'transport.timeout',
        'fail',
        { kind: 'provider' },
        { message: 'The checks were ended before all of them had an answer' },
      ),
    );
    return { plan, findings };
  }
  return { plan, findings, discovered: await discoveredBy(context) };
}
