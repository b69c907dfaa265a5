import { parse, parseAllDocuments } from 'yaml';
import {
  genericRecord,
  inVersion,
  microsoftRecord,
} from '../__fixtures__/records';
import { CAMUNDA_VERSIONS, type CamundaVersion } from '../camunda';
import { createConnectionSchema, type ConnectionInput } from '../connections';
import { DEFAULT_PROVIDER_CONTEXT } from '../providers';
import { parseDotenv } from './read/parseDotenv';
import type { ConfigInput, ConfigOptions } from './types';
import { writeConfig } from './writeConfig';

const schema = createConnectionSchema();

function write(record: ConfigInput, options: ConfigOptions) {
  return writeConfig(record, DEFAULT_PROVIDER_CONTEXT, options);
}

/** Services of a Compose file with their variables. */
function services(record: ConfigInput): Record<string, Record<string, string>> {
  const { content } = write(record, {
    format: 'env',
    style: 'compose',
  }).combined;
  const { services: found } = parse(content);
  return Object.fromEntries(
    Object.entries<any>(found).map(([name, { environment }]) => [
      name,
      environment,
    ]),
  );
}

const WORKER = {
  name: 'billing-worker',
  clientId: 'billing',
  secret: { kubernetesSecret: { name: 'billing', key: 'client-secret' } },
};

function withWorker(
  base: ConnectionInput,
  version: CamundaVersion,
): ConnectionInput {
  return schema.parse({
    ...inVersion(base, version),
    machineClients: [WORKER],
  });
}

describe('permissions come from Identity', () => {
  it.each(['8.5', '8.6', '8.7'] as const)('in %s', version => {
    const found = services(inVersion(genericRecord(), version));
    for (const name of ['operate', 'tasklist', 'zeebe-gateway', 'connectors'])
      expect(found[name].CAMUNDA_IDENTITY_BASEURL).toBe(
        'https://identity.example.com',
      );
    expect(found['zeebe-gateway'].SPRING_PROFILES_ACTIVE).toBe('identity-auth');
  });
});

describe('Connectors', () => {
  it('outbound only have nothing of Operate', () => {
    const record = genericRecord();
    record.components.connectors!.mode = 'outbound';
    const { connectors } = services(record);
    expect(connectors).toMatchObject({
      CAMUNDA_CONNECTOR_POLLING_ENABLED: 'false',
      CAMUNDA_CONNECTOR_WEBHOOK_ENABLED: 'false',
      OPERATE_CLIENT_ENABLED: 'false',
    });
    const { content } = write(record, { format: 'helm' }).combined;
    expect(parse(content).connectors.inbound.mode).toBe('disabled');
    expect(
      parse(write(genericRecord(), { format: 'helm' }).combined.content)
        .connectors?.inbound,
    ).toBeUndefined();
  });

  it('get their role in the cluster', () => {
    for (const version of ['8.8', '8.9', '8.10'] as const) {
      const record = inVersion(genericRecord(), version);
      expect(
        services(record).orchestration
          .CAMUNDA_SECURITY_INITIALIZATION_DEFAULTROLES_CONNECTORS_CLIENTS_0,
      ).toBe('connectors');
      const [document] = write(record, {
        format: 'application-yaml',
        component: 'orchestration',
      }).files;
      expect(
        parse(document.content).camunda.security.initialization['default-roles']
          .connectors.clients,
      ).toEqual(['connectors']);
    }
  });
});

describe('audiences', () => {
  const AUDIENCES = 'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_AUDIENCES';

  it.each(['8.8', '8.9', '8.10'] as const)(
    'of the cluster of %s: its own, its client ID, that of the modeler’s UI',
    version => {
      const record = inVersion(genericRecord(), version);
      expect(services(record).orchestration[AUDIENCES].split(',')).toEqual([
        'orchestration',
        'orchestration-api',
        'modeler-ui-api',
      ]);
      // At Entra client ID and audience are one.
      const entra = inVersion(microsoftRecord(), version);
      expect(services(entra).orchestration[AUDIENCES].split(',')).toEqual([
        entra.components.orchestration!.clientId,
        (entra.components.hub ?? entra.components.webModeler)!.ui.clientId,
      ]);
    },
  );

  it('of Optimize of 8.10', () => {
    const { optimize } = services(inVersion(genericRecord(), '8.10'));
    expect(optimize[AUDIENCES]).toBe('optimize,optimize-api,modeler-ui-api');
    expect(optimize).toMatchObject({
      CAMUNDA_OPTIMIZE_IDENTITY_BASE_URL: 'https://identity.example.com',
      CAMUNDA_SECURITY_AUTHENTICATION_OIDC_USERNAMECLAIM: 'preferred_username',
      CAMUNDA_SECURITY_AUTHENTICATION_OIDC_CLIENTIDCLAIM: 'client_id',
    });
  });
});

describe('8.10', () => {
  it('has the names of Camunda Hub, none of Web Modeler’s', () => {
    const { hub } = services(inVersion(genericRecord(), '8.10'));
    expect(hub).toMatchObject({
      CAMUNDA_HUB_OAUTH2_CLIENTID: 'modeler-ui',
      CAMUNDA_HUB_SECURITY_JWT_AUDIENCE_INTERNALAPI: 'modeler-ui-api',
      CAMUNDA_HUB_SECURITY_JWT_AUDIENCE_PUBLICAPI: 'modeler-api-api',
      CAMUNDA_HUB_SERVER_URL: 'https://modeler.example.com',
    });
    expect(Object.keys(hub).join(' ')).not.toMatch(/MODELER/);
  });

  it('takes the long headers of Entra', () => {
    const record = inVersion(microsoftRecord(), '8.10');
    expect(
      services(record).orchestration.SERVER_MAX_HTTP_REQUEST_HEADER_SIZE,
    ).toBe('65536');
    const { orchestration, optimize } = parse(
      write(record, { format: 'helm' }).combined.content,
    );
    expect(orchestration.env).toContainEqual({
      name: 'SERVER_MAX_HTTP_REQUEST_HEADER_SIZE',
      value: '65536',
    });
    const [{ file, content }] = optimize.extraConfiguration;
    expect(file).toMatch(/\.yaml$/);
    expect(parse(content).camunda.security.authentication.oidc).toEqual({
      'username-claim': 'preferred_username',
      'client-id-claim': 'azp',
      'prefer-username-claim': true,
    });
  });
});

describe('machine clients', () => {
  it.each([
    ['8.6', 'ZEEBE_CLIENT_ID', 'ZEEBE_CLIENT_SECRET'],
    ['8.7', 'CAMUNDA_CLIENT_AUTH_CLIENTID', 'CAMUNDA_CLIENT_AUTH_CLIENTSECRET'],
    ['8.8', 'CAMUNDA_CLIENT_AUTH_CLIENTID', 'CAMUNDA_CLIENT_AUTH_CLIENTSECRET'],
    [
      '8.10',
      'CAMUNDA_CLIENT_AUTH_CLIENTID',
      'CAMUNDA_CLIENT_AUTH_CLIENTSECRET',
    ],
  ] as const)('of %s have the variables of a worker', (version, id, secret) => {
    const worker = services(withWorker(genericRecord(), version))[
      'machine-billing-worker'
    ];
    expect(worker[id]).toBe('billing');
    expect(worker[secret]).toBe('${MACHINE_BILLING_WORKER_CLIENT_SECRET}');
    expect(Object.values(worker)).toContain(
      version === '8.6' || version === '8.7'
        ? 'zeebe-api'
        : 'orchestration-api',
    );
  });

  it('ask Entra for tokens of what they call', () => {
    const record = withWorker(microsoftRecord(), '8.9');
    expect(
      services(record)['machine-billing-worker'].CAMUNDA_CLIENT_AUTH_SCOPE,
    ).toBe(`${record.components.orchestration!.clientId}/.default`);
  });

  it('are a file of their own, and a key of a Secret', () => {
    const record = withWorker(genericRecord(), '8.9');
    expect(
      write(record, { format: 'env', component: 'machine.billing-worker' })
        .files,
    ).toEqual([
      expect.objectContaining({ path: 'machine-billing-worker.env' }),
    ]);
    const manifests = parseAllDocuments(
      write(record, { format: 'kubernetes-secret' }).combined.content,
    ).map(document => document.toJS());
    expect(
      manifests.find(({ metadata }) => metadata.name === 'billing').stringData,
    ).toEqual({ 'client-secret': '' });
  });
});

describe('a key store', () => {
  function certified(): ConnectionInput {
    const record: any = inVersion(microsoftRecord(), '8.9');
    for (const key of ['identity', 'orchestration', 'connectors']) {
      delete record.components[key].secret;
      record.components[key].certificate = {
        kubernetesSecret: { name: 'camunda-certificates', key: `${key}.p12` },
        passwordSecret: {
          kubernetesSecret: { name: 'camunda-certificates', key: 'password' },
        },
      };
    }
    return schema.parse(record);
  }

  it('takes the place of the secret in variables', () => {
    const found = services(certified());
    expect(found.orchestration).toMatchObject({
      CAMUNDA_SECURITY_AUTHENTICATION_OIDC_CLIENTAUTHENTICATIONMETHOD:
        'private_key_jwt',
      CAMUNDA_SECURITY_AUTHENTICATION_OIDC_ASSERTION_KEYSTORE_PATH:
        '/etc/camunda/certificates/orchestration.p12',
      CAMUNDA_SECURITY_AUTHENTICATION_OIDC_ASSERTION_KEYSTORE_PASSWORD:
        '${ORCHESTRATION_KEYSTORE_PASSWORD}',
    });
    expect(found.identity.CAMUNDA_SECURITY_CERT_AUTH_ENABLED).toBe('true');
    expect(
      found.connectors.CAMUNDA_CLIENT_AUTH_CLIENTASSERTION_KEYSTOREPATH,
    ).toBe('/etc/camunda/certificates/connectors.p12');
    for (const name of ['identity', 'orchestration', 'connectors'])
      expect(Object.keys(found[name]).join(' ')).not.toMatch(/CLIENT_?SECRET/);
  });

  it('is mounted by the chart', () => {
    const values = parse(
      write(certified(), { format: 'helm' }).combined.content,
    );
    for (const name of ['identity', 'orchestration', 'connectors']) {
      expect(values[name].extraVolumes).toEqual([
        {
          name: 'oidc-certificate',
          secret: { secretName: 'camunda-certificates' },
        },
      ]);
      expect(values[name].extraVolumeMounts).toEqual([
        {
          name: 'oidc-certificate',
          mountPath: '/etc/camunda/certificates',
          readOnly: true,
        },
      ]);
    }
    expect(values.orchestration.env).toContainEqual({
      name: 'CAMUNDA_SECURITY_AUTHENTICATION_OIDC_ASSERTION_KEYSTORE_PASSWORD',
      valueFrom: {
        secretKeyRef: { name: 'camunda-certificates', key: 'password' },
      },
    });
    expect(JSON.stringify(values)).not.toMatch(
      /existingSecretKey":"(identity|orchestration|connectors)"/,
    );
    // The chart leaves the client ID out where there is no secret.
    expect(values.identity.env).toContainEqual(
      expect.objectContaining({ name: 'CAMUNDA_IDENTITY_CLIENT_ID' }),
    );
  });

  it('asks for what only the store can say', () => {
    expect(
      write(certified(), { format: 'env' }).findings.map(
        ({ code, subject }) => `${code} ${subject.client}`,
      ),
    ).toEqual([
      'config.value-missing identity',
      'config.value-missing orchestration',
      'config.value-missing connectors',
    ]);
  });
});

describe('one file cannot be loaded by mistake', () => {
  it.each(CAMUNDA_VERSIONS)(
    'combined dotenv of %s has no name twice',
    version => {
      const { content } = write(inVersion(microsoftRecord(), version), {
        format: 'env',
      }).combined;
      const names = content
        .split('\n')
        .filter(line => /^[A-Z]/.test(line))
        .map(line => line.split('=')[0]);
      expect(new Set(names).size).toBe(names.length);
      expect(names.every(name => name.includes('__'))).toBe(true);
      // What a container gets is what its own file has.
      const keys = parseDotenv(content);
      for (const { path, content: own } of write(
        inVersion(microsoftRecord(), version),
        { format: 'env' },
      ).files.filter(file => file.path.endsWith('.env')))
        expect(
          keys
            .filter(({ container }) => `${container}.env` === path)
            .map(key => [key.path.join('.'), key.value]),
        ).toEqual(parseDotenv(own).map(key => [key.path.join('.'), key.value]));
    },
  );

  it('comes with a Compose file that gives each service its own', () => {
    const { files } = write(genericRecord(), { format: 'env' });
    const compose = files.find(({ path }) => path === 'compose.yaml')!;
    const { services: found } = parse(compose.content);
    expect(
      Object.values<any>(found).map(({ env_file }) => env_file[0].slice(2)),
    ).toEqual(
      files.map(({ path }) => path).filter(path => path.endsWith('.env')),
    );
  });

  it('speaks of Kubernetes in Kubernetes only', () => {
    for (const style of ['dotenv', 'compose'] as const)
      expect(
        write(genericRecord(), { format: 'env', style }).combined.content,
      ).not.toMatch(/Kubernetes/);
  });
});

describe('files of properties', () => {
  it.each([
    ['8.5', 'operate tasklist zeebe-gateway web-modeler-restapi console'],
    ['8.9', 'optimize orchestration web-modeler-restapi console'],
    ['8.10', 'optimize orchestration hub'],
  ] as const)('of %s are there for %s', (version, containers) => {
    const { files } = write(inVersion(genericRecord(), version), {
      format: 'application-yaml',
    });
    const folders = files.map(({ path }) => path.split('/')[0]);
    expect(folders).toEqual(
      expect.arrayContaining(['identity', ...containers.split(' ')]),
    );
    for (const { content } of files) expect(() => parse(content)).not.toThrow();
  });

  it('say what Console has no variable for', () => {
    const [{ path, content }] = write(genericRecord(), {
      format: 'application-yaml',
      component: 'console',
    }).files;
    expect(path).toBe('console/application.yaml');
    expect(parse(content).camunda.console.oAuth).toEqual({
      clientId: 'console',
      audience: 'console-api',
      type: 'GENERIC',
      issuer: 'https://idp.example.com/realms/payments',
      jwksUri:
        'https://idp.example.com/realms/payments/protocol/openid-connect/certs',
      wellKnown:
        'https://idp.example.com/realms/payments/.well-known/openid-configuration',
    });
  });

  it('name the variables that no file can say', () => {
    const [{ content }] = write(genericRecord(), {
      format: 'application-yaml',
      component: 'operate',
    }).files;
    expect(content).toMatch(/^# Variables[^\n]*ZEEBE_CLIENT_ID/m);
  });
});
