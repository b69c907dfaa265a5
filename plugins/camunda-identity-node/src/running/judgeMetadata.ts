import type { Coded } from './judge';
import type { Observed } from './observe';

const texts = (value: unknown): string[] =>
  Array.isArray(value)
    ? value
        .filter((entry): entry is string => typeof entry === 'string')
        .slice(0, 10)
        .map(entry => entry.slice(0, 2048))
    : [];

/** The issuers that a cluster trusts, compared exactly (RFC 9728 section 2). */
export function judgeMetadata(observed: Observed, issuer: string): Coded {
  const code = 'running.issuer';
  const document = observed.kind === 'answer' ? observed.json : undefined;
  const issuers = texts(
    (document as { authorization_servers?: unknown } | undefined)
      ?.authorization_servers,
  );
  if (issuers.length === 0)
    return [
      code,
      {
        result: 'unknown',
        message:
          'The component does not name its issuer: it may have single endpoints only, or does not answer',
      },
    ];
  if (issuers.includes(issuer))
    return [
      code,
      { result: 'pass', message: `The component trusts the issuer ${issuer}` },
    ];
  return [
    code,
    {
      result: 'fail',
      message: `The component trusts ${issuers.join(
        ' and ',
      )}, the record has ${issuer}`,
      remedy: `Configure ${issuer} as issuer in the component, slash and all, or correct the record.`,
      evidence: { issuers },
    },
  ];
}

/** Compares the addresses by which a component refers to itself with the one it was asked at. */
export function judgeBaseUrl(
  asked: string,
  seen: ReadonlyArray<Observed | undefined>,
): Coded | undefined {
  const code = 'running.base-url';
  const own = new URL(asked);
  const named = seen.flatMap(observed => {
    if (observed?.kind === 'answer') {
      const { resource } = (observed.json ?? {}) as { resource?: unknown };
      return typeof resource === 'string' && URL.canParse(resource)
        ? [new URL(resource)]
        : [];
    }
    return observed && 'via' in observed
      ? observed.via.filter(({ hostname }) => hostname === own.hostname)
      : [];
  });
  if (named.length === 0) return undefined;
  const plain = named.find(({ protocol }) => protocol !== own.protocol);
  if (plain && own.protocol === 'https:')
    return [
      code,
      {
        result: 'fail',
        message: `The component takes itself for ${plain.origin}: it does not see that the proxy in front of it ends TLS`,
        remedy:
          'Set server.forward-headers-strategy (SERVER_FORWARD_HEADERS_STRATEGY=framework) and have the proxy send X-Forwarded-Proto.',
      },
    ];
  const other = named.find(({ host }) => host !== own.host);
  return other
    ? [
        code,
        {
          result: 'warn',
          message: `The component takes itself for ${other.origin}, it was asked at ${own.origin}`,
          remedy:
            'Correct its own address in its configuration, or the Host header that the proxy passes on.',
        },
      ]
    : [
        code,
        {
          result: 'pass',
          message: `The component knows its address ${own.origin}`,
        },
      ];
}
