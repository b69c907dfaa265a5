import { isIP } from 'node:net';
import {
  GuardedHttp,
  isNeverAsked,
} from 'backstage-plugin-camunda-identity-node';

const PATH = 'camundaIdentity.http';

/** How a URL spells a host: lower case, addresses and international names in their one form. */
function asInUrl(host: string): string | undefined {
  if (/[/\\?#@\s]/.test(host)) return undefined;
  const text = `https://${isIP(host) === 6 ? `[${host}]` : host}`;
  // A port would be taken off, the standard one even without a trace.
  const named = text.endsWith(']') ? text.slice(0, text.indexOf('[')) : text;
  if (/:\d*$/.test(named)) return undefined;
  return URL.canParse(text) ? new URL(text).hostname : undefined;
}

function assertHost(entry: string, path: string) {
  const wildcard = entry.startsWith('*.');
  const host = (wildcard ? entry.slice(2) : entry).toLowerCase();
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  const literal = isIP(bare) !== 0;
  const url = asInUrl(bare);
  if (!url || !/^[^.*]+(\.[^.*]+)*\.?$/.test(host) || (wildcard && literal))
    throw new Error(
      `${path}: "${entry}" is no bare host name such as idp.example.com or *.example.com${
        /\/\d+$/.test(entry) ? `; networks go into ${PATH}.allowedNetworks` : ''
      }`,
    );
  const spelled = url.replace(/^\[|\]$/g, '');
  if (spelled.replace(/\.$/, '') !== bare.replace(/\.$/, ''))
    throw new Error(
      `${path}: "${entry}" stands in URLs as ${wildcard ? '*.' : ''}${spelled}`,
    );
  if (literal && isNeverAsked(bare))
    throw new Error(
      `${path}: ${entry} is a link-local or metadata address, which is never asked`,
    );
}

/** Lets the guard itself say what is wrong, and says where it stands. */
function assertGuardTakes(
  options: ConstructorParameters<typeof GuardedHttp>[0],
  path: string,
) {
  try {
    // It has asked nobody yet, so there is nothing to wait for.
    new GuardedHttp(options).close();
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}

function assertNetwork(cidr: string, path: string) {
  assertGuardTakes({ allowedNetworks: [cidr] }, path);
  const [address, bits] = cidr.split('/');
  if (isNeverAsked(address, Number(bits)))
    throw new Error(
      `${path}: ${cidr} holds only link-local or metadata addresses, which are never asked`,
    );
}

/**
 * Refuses hosts, networks and files that could have no effect or would stop the plugin later.
 *
 * @throws Error with one line that names the entry
 */
export function assertReach(http: {
  allowedHosts: readonly string[];
  allowedNetworks?: readonly string[];
  caFiles?: readonly string[];
}) {
  http.allowedHosts.forEach((host, n) =>
    assertHost(host, `${PATH}.allowedHosts[${n}]`),
  );
  http.allowedNetworks?.forEach((cidr, n) =>
    assertNetwork(cidr, `${PATH}.allowedNetworks[${n}]`),
  );
  http.caFiles?.forEach((file, n) =>
    assertGuardTakes({ caFiles: [file] }, `${PATH}.caFiles[${n}]`),
  );
}
