import { since, until } from '../versions';
import { BOTH, type Notice } from './types';

/** Why somebody, or something, still sees nothing after signing in. */
export const ACCESS_NOTICES: readonly Notice[] = [
  {
    code: 'access-after-sign-in',
    severity: { GENERIC: 'note', MICROSOFT: 'note' },
    providerTypes: BOTH,
    title: 'Signing in is not access',
    text: 'With a provider of one’s own people get roles by mapping rules: a claim of theirs, and the role it gives. The initial claim gives the first administrator the role of Management Identity and no other. Whoever has none sees "Insufficient permissions", /noPermission, 401 in Console or 403.',
    remedies: [
      'In Management Identity add mapping rules with the roles of Web Modeler (Camunda Hub from 8.10), Optimize and Console.',
      'From 8.8 on the Orchestration Cluster has roles and mapping rules of its own; the written configuration has those of the first administrators.',
    ],
    source: 'Camunda docs, "Mapping rules"; "Troubleshooting OIDC"',
  },
  {
    code: 'machine-client-authorization',
    severity: { GENERIC: 'note', MICROSOFT: 'note' },
    providerTypes: BOTH,
    versions: since('8.8'),
    component: 'orchestration',
    title: 'A worker sees only the topology',
    text: 'A token lets a machine client in. Until its client ID has a role or authorizations in the Orchestration Cluster it may read the topology; everything else is 403.',
    remedies: [
      'Give the client authorizations in the cluster (Admin, Identity in 8.8), or camunda.security.initialization.authorizations before the first start.',
    ],
    source: 'Camunda docs, "Machine client authorization"',
  },
  {
    code: 'identity-preset-audiences',
    severity: { GENERIC: 'note', MICROSOFT: 'note' },
    providerTypes: BOTH,
    versions: until('8.7'),
    component: 'identity',
    title: 'Identity looks permissions up by audience',
    text: 'Operate and Tasklist ask Identity for permissions with their audience. Without the chart Identity takes them to be operate-api and tasklist-api; with others people sign in and see /noPermission.',
    remedies: [
      'Without the chart, tell Identity the audiences: CAMUNDA_OPERATE_AUDIENCE and CAMUNDA_TASKLIST_AUDIENCE.',
    ],
    source: 'camunda-docs issue 4662',
  },
];
