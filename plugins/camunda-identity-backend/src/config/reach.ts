import { isIP } from 'node:net';
import {
  GuardedHttp,
  isNeverAsked,
} from 'backstage-plugin-camunda-identity-node';

/*
 * Finds hosts, networks and files that would have no effect, or make the plugin fail later. Each function
 * returns what is wrong with an entry; undefined if it is valid.
 */

/** A host as URLs spell it: in lower case, with addresses and international names normalised. */
function asInUrl(host: string): string | undefined {
  if (/[/\\?#@\s]/.test(host)) return undefined;
  const text = `https://${isIP(host) === 6 ? `[${host}]` : host}`;
  // A port would be dropped, the standard one without a trace.
  const named = text.endsWith(']') ? text.slice(0, text.indexOf('[')) : text;
  if (/:\d*$/.test(named)) return undefined;
  return URL.canParse(text) ? new URL(text).hostname : undefined;
}

export function hostProblem(entry: string): string | undefined {
  const wildcard = entry.startsWith('*.');
  const host = (wildcard ? entry.slice(2) : entry).toLowerCase();
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  const literal = isIP(bare) !== 0;
  const url = asInUrl(bare);
  if (!url || !/^[^.*]+(\.[^.*]+)*\.?$/.test(host) || (wildcard && literal))
    return `expected a bare host name such as idp.example.com or *.example.com${
      /\/\d+$/.test(entry) ? '; networks go into allowedNetworks' : ''
    }`;
  const spelled = url.replace(/^\[|\]$/g, '');
  if (spelled.replace(/\.$/, '') !== bare.replace(/\.$/, ''))
    return `stands in URLs as ${wildcard ? '*.' : ''}${spelled}`;
  return literal && isNeverAsked(bare)
    ? 'is a link-local or metadata address, which is never asked'
    : undefined;
}

/** Uses the guard itself for validation. */
function guardProblem(
  options: ConstructorParameters<typeof GuardedHttp>[0],
): string | undefined {
  try {
    // It has made no request yet, so there is nothing to wait for.
    new GuardedHttp(options).close();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

export function networkProblem(cidr: string): string | undefined {
  const problem = guardProblem({ allowedNetworks: [cidr] });
  if (problem) return problem;
  const [address, bits] = cidr.split('/');
  return isNeverAsked(address, Number(bits))
    ? 'holds only link-local or metadata addresses, which are never asked'
    : undefined;
}

export function caFileProblem(file: string): string | undefined {
  return guardProblem({ caFiles: [file] });
}
