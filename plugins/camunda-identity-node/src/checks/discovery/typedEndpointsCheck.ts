import { checkOf } from '../checkOf';
import { DOCUMENT } from '../document';
import type { Verdict } from '../verdict';

const MEMBERS = {
  authUrl: 'authorization_endpoint',
  tokenUrl: 'token_endpoint',
  jwksUrl: 'jwks_uri',
} as const;

const same = (a: string, b: unknown) =>
  typeof b === 'string' &&
  URL.canParse(a) &&
  URL.canParse(b) &&
  new URL(a).href === new URL(b).href;

const originOf = (url: unknown) =>
  typeof url === 'string' && URL.canParse(url) ? new URL(url).origin : '';

/** Compares the record's endpoints with those of the document. */
export const typedEndpointsCheck = checkOf(
  DOCUMENT,
  'discovery.typed-endpoints',
  ({ document, context }): Verdict => {
    const { provider } = context.input;
    const typed = Object.entries(MEMBERS).flatMap(([key, member]) => {
      const url =
        provider.type === 'GENERIC'
          ? provider[key as keyof typeof MEMBERS]
          : undefined;
      return url ? [{ key, member, url }] : [];
    });
    if (typed.length === 0)
      return {
        result: 'skipped',
        message: 'The record takes its endpoints from the document',
      };
    const different = typed.filter(
      ({ member, url }) => !same(url, document[member]),
    );
    if (different.length === 0)
      return {
        result: 'pass',
        message: 'Endpoints of the record are those of the document',
      };
    // Between containers the provider may have another host name, but the path is the same.
    const inside = different.every(
      ({ member, url }) =>
        originOf(url) !== originOf(document[member]) &&
        originOf(document[member]) !== '' &&
        new URL(url).pathname === new URL(String(document[member])).pathname,
    );
    return {
      result: inside ? 'warn' : 'fail',
      message: different
        .map(
          ({ key, member, url }) =>
            `${key} is ${url}, the document has ${
              typeof document[member] === 'string' ? document[member] : 'none'
            }`,
        )
        .join('; '),
      evidence: { fields: different.map(({ key }) => key) },
    };
  },
);
