import { hasOrchestrationCluster } from '../../camunda';
import { finding } from '../../checks';
import { profileOf } from '../../providers';
import type { LintRule } from './types';

/** The code names the first product for which this was known. */
const issuerSlash: LintRule = ({ provider, providers }) => {
  if (provider.type !== 'GENERIC' || provider.issuer.endsWith('/')) return [];
  const { issuerEndsInSlash, title } = profileOf(provider, providers);
  return issuerEndsInSlash
    ? [
        finding(
          'record.auth0-trailing-slash',
          'warn',
          { kind: 'provider' },
          {
            message: `The issuer ${provider.issuer} does not end in a slash, as those of ${title} do`,
          },
        ),
      ]
    : [];
};

/** The code names the first product for which this was known. */
const missingAudience: LintRule = ({ provider, providers, clients }) => {
  const machines = clients.filter(({ facts }) =>
    facts.grantTypes.includes('client_credentials'),
  );
  return profileOf(provider, providers).tokensLackAudience &&
    machines.length > 0
    ? [
        finding(
          'record.cognito-audience',
          'warn',
          { kind: 'provider' },
          {
            message: `${machines
              .map(({ facts }) => facts.title)
              .join(', ')} would get tokens without an audience`,
          },
        ),
      ]
    : [];
};

/** Browser and containers at different hosts (Camunda docs 8.8). */
const splitHorizon: LintRule = ({ provider, camundaVersion }) => {
  if (provider.type !== 'GENERIC' || !provider.issuerBackendUrl) return [];
  const [front, back] = [provider.issuer, provider.issuerBackendUrl].map(
    url => new URL(url).host,
  );
  return front === back
    ? []
    : [
        finding(
          'record.split-horizon',
          hasOrchestrationCluster(camundaVersion) ? 'warn' : 'info',
          { kind: 'provider' },
          {
            message: `The issuer is at ${front}, the backend issuer at ${back}`,
          },
        ),
      ];
};

/** Rules about single products. */
export const productRules: LintRule = context =>
  [issuerSlash, missingAudience, splitHorizon].flatMap(rule => rule(context));
