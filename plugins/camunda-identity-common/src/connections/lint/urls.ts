import { finding, type Finding, type FindingSubject } from '../../checks';
import { isLoopback, looksLikeTokenEndpoint } from '../../fields/urls';
import type { LintContext, LintRule } from './types';

function addresses(context: LintContext): Array<{
  /** As the message calls it. */
  path: string;
  /** Where it stands in the record. */
  field: string;
  url: string;
  subject: FindingSubject;
}> {
  const { provider } = context;
  const provided: Array<[string, string | undefined]> =
    provider.type === 'GENERIC'
      ? [
          ['provider.issuer', provider.issuer],
          ['provider.issuerBackendUrl', provider.issuerBackendUrl],
          ['provider.authUrl', provider.authUrl],
          ['provider.tokenUrl', provider.tokenUrl],
          ['provider.jwksUrl', provider.jwksUrl],
        ]
      : [['provider issuer', context.resolved.issuer]];
  return [
    ...provided.flatMap(([path, url]) =>
      url
        ? [
            {
              path,
              field: path.split(' ')[0],
              url,
              subject: { kind: 'provider' as const },
            },
          ]
        : [],
    ),
    ...context.clients.flatMap(({ facts, settings }) =>
      settings.url
        ? [
            {
              path: `${facts.title} URL`,
              // However many applications a component has, its URL stands once.
              field: `components.${facts.key.split('.')[0]}.url`,
              url: settings.url,
              subject: { kind: 'client' as const, client: facts.key },
            },
          ]
        : [],
    ),
  ];
}

/** An issuer that may be right, and is a token endpoint more often. */
const issuerForm: LintRule = ({ provider }) =>
  provider.type === 'GENERIC' && looksLikeTokenEndpoint(provider.issuer)
    ? [
        finding(
          'record.issuer-form',
          'info',
          { kind: 'provider' },
          {
            message: `The issuer ${provider.issuer} looks like a token endpoint`,
          },
        ),
      ]
    : [];

/** Plain http, loopback and empty path segments. */
const addressRules: LintRule = context => {
  const severity = context.insecureAllowed ? 'info' : 'warn';
  return addresses(context).flatMap(
    ({ path, field, url, subject }): Finding[] => {
      const found: Finding[] = [];
      const evidence = { path: field };
      if (url.startsWith('http:'))
        found.push(
          finding('record.http-url', severity, subject, {
            message: `${path} uses http: ${url}`,
            evidence,
          }),
        );
      if (isLoopback(url))
        found.push(
          finding('record.loopback-url', severity, subject, {
            message: `${path} points to the machine itself: ${url}`,
            evidence,
          }),
        );
      if (new URL(url).pathname.includes('//'))
        found.push(
          finding('record.double-slash', 'warn', subject, {
            message: `${path} has an empty path segment: ${url}`,
            evidence,
          }),
        );
      return found;
    },
  );
};

/** Rules over the addresses of a record. */
export const urlRules: LintRule = context => [
  ...addressRules(context),
  ...issuerForm(context),
];
