import {
  DEFAULT_PROVIDER_CONTEXT,
  type Finding,
} from 'backstage-plugin-camunda-identity-common';
import { checkConnection } from '../checkConnection';
import type { GuardedHttp } from '../http';

/** Answers the discovery document and the key set where the guarded client would fetch them; nobody is called. */
function corpusHttp(document: unknown, keys: unknown): GuardedHttp {
  const http = {
    closing: new AbortController().signal,
    seen: () => undefined,
    forRun: () => http,
    async fetch(url: string | URL) {
      const isDiscovery = String(url).endsWith('/openid-configuration');
      return new Response(JSON.stringify(isDiscovery ? document : keys), {
        headers: { 'Content-Type': 'application/json' },
      });
    },
  };
  return http as unknown as GuardedHttp;
}

/**
 * Findings on a discovery document and a key set.
 *
 * @param issuer - the one in the record, where it is another than the document's
 */
export async function checkDocuments(
  document: { issuer: string },
  keys: unknown,
  issuer = document.issuer,
): Promise<Finding[]> {
  const { findings } = await checkConnection(
    {
      camundaVersion: '8.7',
      provider: { type: 'GENERIC', issuer },
      components: {},
    },
    {
      http: corpusHttp(document, keys),
      providers: DEFAULT_PROVIDER_CONTEXT,
      depth: 'scheduled',
    },
  );
  return findings.filter(({ code }) => /^(discovery|jwks|logout)\./.test(code));
}

const codesWith = (findings: Finding[], result: Finding['result']) =>
  findings
    .filter(entry => entry.result === result)
    .map(({ code }) => code.replace(/^discovery\./, ''))
    .sort();

/** The verdict on a document: the product it is recognised as, and the checks that do not pass. */
export function verdictOf(findings: Finding[]) {
  return {
    profile:
      findings.find(({ code }) => code === 'discovery.product')?.evidence
        ?.profile ?? 'generic',
    fail: codesWith(findings, 'fail'),
    warn: codesWith(findings, 'warn'),
  };
}
