import { hasOrchestrationCluster, isMachineClient } from '../../camunda';
import { finding, type Finding } from '../../checks';
import { profileOf } from '../../providers';
import { clientSettings } from '../clientSettings';
import type { LintRule } from './types';

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** A token scope names the application whose token is asked for. */
const tokenScopes: LintRule = context => {
  const { provider, camundaVersion, clients } = context;
  if (provider.type !== 'MICROSOFT') return [];
  return clients.flatMap(({ facts, settings }): Finding[] => {
    const asked = settings.tokenScope && GUID.exec(settings.tokenScope)?.[0];
    if (!asked || facts.scopes !== 'machine') return [];
    const target =
      facts.key === 'connectors'
        ? clientSettings(
            context,
            hasOrchestrationCluster(camundaVersion) ? 'orchestration' : 'zeebe',
            provider.type,
          )
        : settings;
    // A machine client may call any component.
    const known = isMachineClient(facts.key)
      ? clients.flatMap(other => [
          other.settings.clientId,
          other.settings.audience,
        ])
      : [target?.clientId, target?.audience, settings.audience];
    if (!target?.clientId || known.some(id => id?.includes(asked))) return [];
    const named = (id: string) => {
      const owner = clients.find(
        other =>
          other.facts.key !== facts.key && other.settings.clientId === id,
      );
      return owner ? `${id} (${owner.facts.title})` : id;
    };
    return [
      finding(
        'record.token-scope-application',
        'warn',
        { kind: 'client', client: facts.key },
        {
          message: `The token scope of ${facts.title} names ${named(
            asked,
          )}, not ${named(target.clientId)}`,
        },
      ),
    ];
  });
};

/** Inbound Connectors need a scope for Operate's token too, up to 8.7. */
const operateScope: LintRule = ({ provider, components, camundaVersion }) =>
  provider.type === 'MICROSOFT' &&
  !hasOrchestrationCluster(camundaVersion) &&
  components.connectors?.mode === 'inbound' &&
  !components.operate
    ? [
        finding(
          'record.operate-scope',
          'warn',
          { kind: 'client', client: 'connectors' },
          {
            message:
              'Connectors are inbound, and the record has no Operate to take a scope from',
          },
        ),
      ]
    : [];

const clusterClaims: LintRule = ({ provider, components }) => {
  const { clientIdClaim, preferUsernameClaim } = components.orchestration ?? {};
  const wrong = [
    clientIdClaim === 'client_id' && 'clientIdClaim is client_id',
    clientIdClaim === 'appid' &&
      'clientIdClaim is appid, which only tokens of version 1.0 have',
    preferUsernameClaim === false && 'preferUsernameClaim is false',
  ].filter(Boolean);
  return provider.type === 'MICROSOFT' && wrong.length > 0
    ? [
        finding(
          'record.cluster-claims',
          'warn',
          { kind: 'client', client: 'orchestration' },
          { message: `${wrong.join(' and ')}, at Microsoft Entra ID` },
        ),
      ]
    : [];
};

/** An Entra issuer typed as that of a generic provider. */
const asGeneric: LintRule = ({ provider, providers }) => {
  if (
    provider.type !== 'GENERIC' ||
    profileOf(provider, providers).providerType !== 'MICROSOFT'
  )
    return [];
  const shared = /\/(common|organizations|consumers)(\/|$)/i.test(
    provider.issuer,
  );
  return [
    finding(
      shared ? 'record.entra-shared-tenant' : 'record.entra-as-generic',
      'warn',
      { kind: 'provider' },
      { message: `The issuer is ${provider.issuer}` },
    ),
  ];
};

const MUTABLE = ['preferred_username', 'email', 'name', 'upn', 'unique_name'];

const mutableClaim: LintRule = ({ provider, initialClaim }) =>
  provider.type === 'MICROSOFT' &&
  initialClaim &&
  MUTABLE.includes(initialClaim.name)
    ? [
        finding(
          'record.initial-claim-mutable',
          'info',
          { kind: 'record' },
          { message: `The initial claim is ${initialClaim.name}` },
        ),
      ]
    : [];

/** At Entra every application sees another `sub` of the same person. */
const subClaim: LintRule = ({ provider, components, initialClaim }) => {
  if (provider.type !== 'MICROSOFT') return [];
  const where = [
    initialClaim?.name === 'sub' && 'The initial claim',
    components.orchestration?.usernameClaim === 'sub' &&
      'The cluster’s username claim',
  ].filter(text => text !== false);
  return where.length === 0
    ? []
    : [
        finding(
          'record.entra-sub',
          'warn',
          { kind: 'record' },
          {
            message: `${where.join(' and ')} ${
              where.length > 1 ? 'are' : 'is'
            } sub, which differs from application to application at Microsoft Entra ID`,
          },
        ),
      ];
};

/** Rules about Microsoft Entra ID. */
export const entraRules: LintRule = context =>
  [
    tokenScopes,
    operateScope,
    clusterClaims,
    asGeneric,
    mutableClaim,
    subClaim,
  ].flatMap(rule => rule(context));
