import {
  hasHub,
  hasOrchestrationCluster,
  type CamundaVersion,
} from '../camunda';
import type { ConnectionInput } from '../connections';
import { createConnectionSchema } from '../connections';

const secret = (key: string) => ({
  secret: { kubernetesSecret: { name: 'camunda-oidc', key } },
});

/** A record with every component of 8.7 at a generic provider. */
export function genericRecord(): ConnectionInput {
  return createConnectionSchema().parse({
    name: 'payments-prod',
    title: 'Payments (production)',
    entityRef: 'system:default/payments-camunda',
    owner: 'group:default/team-payments',
    camundaVersion: '8.7',
    provider: {
      type: 'GENERIC',
      issuer: 'https://idp.example.com/realms/payments',
      tokenUrl:
        'https://idp.example.com/realms/payments/protocol/openid-connect/token',
      jwksUrl:
        'https://idp.example.com/realms/payments/protocol/openid-connect/certs',
    },
    components: {
      identity: {
        url: 'https://identity.example.com',
        clientId: 'identity',
        audience: 'identity-api',
        ...secret('identity'),
      },
      operate: {
        url: 'https://operate.example.com',
        clientId: 'operate',
        audience: 'operate-api',
        ...secret('operate'),
      },
      tasklist: {
        url: 'https://tasklist.example.com',
        clientId: 'tasklist',
        audience: 'tasklist-api',
        ...secret('tasklist'),
      },
      optimize: {
        url: 'https://optimize.example.com',
        clientId: 'optimize',
        audience: 'optimize-api',
        ...secret('optimize'),
      },
      zeebe: {
        clientId: 'zeebe',
        audience: 'zeebe-api',
        ...secret('zeebe'),
      },
      webModeler: {
        url: 'https://modeler.example.com',
        ui: { clientId: 'modeler-ui', audience: 'modeler-ui-api' },
        api: { clientId: 'modeler-api', audience: 'modeler-api-api' },
      },
      console: {
        url: 'https://console.example.com',
        clientId: 'console',
        audience: 'console-api',
      },
      connectors: {
        mode: 'inbound',
        clientId: 'connectors',
        ...secret('connectors'),
      },
    },
    initialClaim: {
      name: 'oid',
      value: '7f3c1d52-1111-4222-8333-944455556666',
    },
  });
}

const guid = (n: number) =>
  `0a1b2c3d-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** The same at Entra: audiences and token scopes left to their defaults. */
export function microsoftRecord(): ConnectionInput {
  const generic = genericRecord();
  const { components } = generic;
  const web = (
    key: 'identity' | 'operate' | 'tasklist' | 'optimize',
    n: number,
  ) => ({
    url: components[key]!.url,
    clientId: guid(n),
    secret: components[key]!.secret,
  });
  return createConnectionSchema().parse({
    ...generic,
    provider: {
      type: 'MICROSOFT',
      tenantId: '9a95fd9e-005d-487a-9a01-d08c1eab2757',
    },
    components: {
      identity: web('identity', 1),
      operate: web('operate', 2),
      tasklist: web('tasklist', 3),
      optimize: web('optimize', 4),
      zeebe: { clientId: guid(5), secret: components.zeebe!.secret },
      webModeler: {
        url: components.webModeler!.url,
        ui: { clientId: guid(6) },
        api: { clientId: guid(7) },
      },
      console: { url: components.console!.url, clientId: guid(8) },
      connectors: {
        mode: 'inbound',
        clientId: guid(9),
        secret: components.connectors!.secret,
      },
    },
  });
}

/** Every base URL with a path, as behind one host. */
export function withContextPaths(record: ConnectionInput): ConnectionInput {
  const copy = structuredClone(record);
  for (const [key, component] of Object.entries(copy.components))
    if (component && 'url' in component)
      component.url = `https://camunda.example.com/${key.toLowerCase()}/`;
  return copy;
}

/** The same record in another version: the components that it has instead. */
export function inVersion(
  record: ConnectionInput,
  camundaVersion: CamundaVersion,
): ConnectionInput {
  const copy: any = structuredClone(record);
  copy.camundaVersion = camundaVersion;
  const { components } = copy;
  if (hasOrchestrationCluster(camundaVersion)) {
    const { operate, tasklist: _tasklist, zeebe: _zeebe, ...rest } = components;
    copy.components = {
      ...rest,
      orchestration: {
        ...operate,
        url: 'https://orchestration.example.com',
        clientId: operate.clientId.replace('operate', 'orchestration'),
        audience: operate.audience && 'orchestration-api',
        adminUsers: ['alice@example.com'],
      },
    };
  }
  if (hasHub(camundaVersion)) {
    const { webModeler, console: _console, ...rest } = copy.components;
    copy.components = { ...rest, hub: webModeler };
  }
  return createConnectionSchema().parse(copy);
}
