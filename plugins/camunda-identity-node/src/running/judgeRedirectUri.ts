import type { ClientFacts } from 'backstage-plugin-camunda-identity-common';
import type { Verdict } from '../checks/verdict';

/** An address that only the machine itself can reach. */
const isLoopback = ({ hostname }: URL) =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname.startsWith('127.') ||
  hostname === '[::1]';

interface RedirectFacts {
  actual: string | undefined;
  /** Redirect URIs that belong to the record's address. */
  expected: readonly string[];
  facts: Pick<ClientFacts, 'title' | 'redirectPaths' | 'helmRedirectUrlKey'>;
}

const fail = (message: string, remedy: string): Verdict => ({
  result: 'fail',
  message,
  remedy,
});

/** What is wrong with a path if scheme and host are right. */
function judgePath(
  actual: URL,
  expected: URL,
  { facts }: RedirectFacts,
): Verdict {
  const callback = facts.redirectPaths[0] ?? '';
  const context = expected.pathname.slice(
    0,
    expected.pathname.length - callback.length,
  );
  const key = facts.helmRedirectUrlKey
    ? ` (Helm: ${facts.helmRedirectUrlKey})`
    : '';
  if (callback && actual.pathname === `${context}${callback}${callback}`)
    return fail(
      `The callback path stands twice in ${actual.href}`,
      `Configure the component’s address without ${callback}${key}: the path is added to it.`,
    );
  if (context && actual.pathname === callback)
    return fail(
      `The context path ${context} is missing in ${actual.href}`,
      `Put the context path into the redirect URL as well as into the component${key}.`,
    );
  if (context && actual.pathname.startsWith(`${context}${context}`))
    return fail(
      `The context path ${context} stands twice in ${actual.href}`,
      `Configure it in one place only: the redirect root URL or the context path${key}.`,
    );
  return fail(
    `The component sends ${actual.href}, its callback is ${expected.pathname}`,
    `Set the redirect URI to ${expected.href}${key}; older builds have another one unless they are told.`,
  );
}

/** Compares the redirect URI that a component sends with the record's. */
export function judgeSentRedirectUri(what: RedirectFacts): Verdict {
  const { actual, expected, facts } = what;
  if (actual === undefined)
    return { result: 'fail', message: 'The component sends no redirect URI' };
  if (expected.includes(actual))
    return { result: 'pass', message: `The component sends ${actual}` };
  const [first] = expected;
  if (!first)
    return {
      result: 'unknown',
      message: `The component sends ${actual}; the record has nothing to compare it with`,
    };
  if (!URL.canParse(actual))
    return fail(
      `The component sends a redirect URI that is no URL`,
      'Configure an absolute redirect URI.',
    );
  const own = new URL(actual);
  const wanted = new URL(first);
  if (isLoopback(own) && !isLoopback(wanted))
    return fail(
      `The component sends ${actual}: the redirect URL was never set`,
      facts.helmRedirectUrlKey
        ? `Set ${facts.helmRedirectUrlKey} to the component’s address.`
        : 'Set the component’s own address in its configuration.',
    );
  if (own.host === wanted.host && own.protocol !== wanted.protocol)
    return {
      ...fail(
        `The component sends ${actual}: behind the proxy that ends TLS it takes itself for ${own.protocol.slice(
          0,
          -1,
        )}`,
        'Set an absolute redirect URL, or server.forward-headers-strategy with X-Forwarded-Proto from the proxy.',
      ),
      evidence: { differs: 'scheme' },
    };
  if (own.host !== wanted.host)
    return fail(
      `The component sends ${actual}, the record has it at ${wanted.origin}`,
      'Correct the redirect URL of the component, the address in the record, or the Host header that the proxy passes on.',
    );
  return judgePath(own, wanted, what);
}
