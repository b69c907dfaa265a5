import {
  finding,
  withoutTrailingSlash,
} from 'backstage-plugin-camunda-identity-common';
import { PROVIDER } from '../documentCheck';
import type { ProviderCheck } from '../types';
import { fetchDiscovery } from './fetchDiscovery';

const WELL_KNOWN =
  /\/\.well-known\/(openid-configuration|oauth-authorization-server).*$/;

/** Endpoint paths that people take for the issuer, by the product that has them; the rest is the issuer. */
const ENDPOINT =
  /\/(protocol\/openid-connect\/(auth|token)|oauth2\/v\d+(\.\d+)?\/(authorize|token)|(oauth2?\/)?(authorize|token)|v1\/(authorize|token)|connect\/(authorize|token)|as\/(authorization|token)\.oauth2)\/?$/;

const MICROSOFT =
  /^login\.(microsoftonline\.(com|us)|partner\.microsoftonline\.cn)$|\.ciamlogin\.com$/;

const MAX_CANDIDATES = 5;

/**
 * Issuers that a person may have meant. Only what is known to go wrong is tried: each is a request.
 *
 * @returns in the order of likelihood
 */
export function meantIssuers(issuer: string): string[] {
  if (!URL.canParse(issuer)) return [];
  const url = new URL(issuer);
  const bare = withoutTrailingSlash(issuer.split(/[?#]/, 1)[0]);
  const meant: string[] = [];
  const add = (candidate: string) => {
    if (candidate !== issuer && !meant.includes(candidate))
      meant.push(candidate);
  };
  const withoutWellKnown = bare.replace(WELL_KNOWN, '');
  if (withoutWellKnown !== bare) add(withoutWellKnown);
  const withoutEndpoint = bare.replace(ENDPOINT, '');
  if (withoutEndpoint !== bare) {
    if (MICROSOFT.test(url.hostname)) add(`${withoutEndpoint}/v2.0`);
    add(withoutEndpoint);
  }
  if (MICROSOFT.test(url.hostname) && !/\/v2\.0$/.test(bare))
    add(`${bare}/v2.0`);
  // Keycloak lost /auth with version 17.
  if (/\/auth\/realms\//.test(bare))
    add(bare.replace('/auth/realms/', '/realms/'));
  else if (/\/realms\//.test(bare))
    add(bare.replace('/realms/', '/auth/realms/'));
  if (/\/admin(\/master)?\/console/.test(bare))
    add(bare.replace(/\/admin\/.*$/, '/realms/master'));
  if (/\.okta(preview|-emea)?\.com$/.test(url.hostname) && url.pathname === '/')
    add(`${bare}/oauth2/default`);
  if (url.pathname !== '/') add(url.origin);
  return meant.slice(0, MAX_CANDIDATES);
}

/** Answers that say that there is no document at this address; anything else says nothing of others. */
const NOT_THERE = [400, 401, 403, 404, 405, 410];

/**
 * Where the document is not found: what of the usual mistakes was made, and which address would work
 * (OpenID Connect Discovery 1.0 section 4).
 */
export const locationCheck: ProviderCheck = {
  plan: () => [{ code: 'discovery.location', subject: PROVIDER }],

  async run({ resolved, discovery, http, signal }, report) {
    const tell = (
      result: 'pass' | 'fail' | 'unknown' | 'skipped',
      message: string,
      remedy?: string,
    ) =>
      report(
        finding('discovery.location', result, PROVIDER, { message, remedy }),
      );
    const outcome = await discovery();
    if (outcome.ok) {
      tell('pass', `The document is found below ${resolved.issuer}`);
      return;
    }
    const mistaken =
      NOT_THERE.includes(outcome.status ?? 0) ||
      outcome.code === 'discovery.document' ||
      outcome.code === 'transport.content-type' ||
      outcome.code === 'transport.redirect';
    if (!mistaken) {
      tell('skipped', 'The provider gave no answer, here or elsewhere');
      return;
    }
    const found = await Promise.all(
      meantIssuers(resolved.issuer).map(candidate =>
        fetchDiscovery(candidate, http, signal),
      ),
    );
    // What counts is the issuer that the document names, slash and all.
    const working = found.find(
      entry => entry.ok && entry.issuerMatch !== 'different',
    );
    if (working?.ok)
      tell(
        'fail',
        `There is no discovery document below ${resolved.issuer}, but there is one of the issuer ${working.issuerAsWritten}`,
        `Configure ${working.issuerAsWritten}`,
      );
    else
      tell(
        'unknown',
        `There is no discovery document below ${resolved.issuer}, and none of the usual mistakes explains it`,
      );
  },
};
