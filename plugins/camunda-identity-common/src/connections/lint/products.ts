import { hasOrchestrationCluster } from '../../camunda';
import { finding } from '../../checks';
import { profileOf } from '../../providers';
import type { LintRule } from './types';

const auth0Slash: LintRule = ({ provider, providers }) =>
  provider.type === 'GENERIC' &&
  profileOf(provider, providers).profile === 'auth0' &&
  !provider.issuer.endsWith('/')
    ? [
        finding(
          'record.auth0-trailing-slash',
          'warn',
          { kind: 'provider' },
          { message: `The issuer ${provider.issuer} does not end in a slash` },
        ),
      ]
    : [];

const cognitoAudience: LintRule = ({ provider, providers, clients }) => {
  const machines = clients.filter(({ facts }) =>
    facts.grantTypes.includes('client_credentials'),
  );
  return profileOf(provider, providers).profile === 'cognito' &&
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
  [auth0Slash, cognitoAudience, splitHorizon].flatMap(rule => rule(context));
