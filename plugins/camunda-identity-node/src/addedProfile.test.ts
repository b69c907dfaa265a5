import {
  DEFAULT_PROVIDER_CONTEXT,
  type Finding,
  type ProviderProfile,
} from 'backstage-plugin-camunda-identity-common';
import {
  FaultyProvider,
  makeKeys,
  SECRET,
  sendJson,
  type Faults,
  type Keys,
} from './__testUtils__/faults/FaultyProvider';
import { startRunningCamunda } from './__testUtils__/runningCamunda';
import { checkConnection } from './checkConnection';
import type { CheckInput } from './checks/types';
import { GuardedHttp } from './http';

/** A product described by another package. */
const ACME: ProviderProfile = {
  profile: 'acme',
  title: 'Acme Sign-in',
  matchesIssuer: issuer => issuer.includes('localhost'),
  quirks: [],
  admin: {},
  docsUrl: 'https://acme.example.com',
  clientRefusals: [{ status: 403, error: 'access_denied' }],
  explanations: [
    {
      text: /ACME-\d{2}/,
      about: 'secret',
      cause: 'The secret was rotated.',
      fix: 'Copy the new one from the Acme portal.',
      isNumber: true,
    },
  ],
  endpointPaths: /\/acme-authorize$/,
  meantIssuers: typed => [typed.replace('/console', '')],
  unusableIssuer: issuer =>
    issuer.endsWith('/legacy')
      ? {
          reason: 'belongs to the old Acme',
          remedy: 'Configure the new one.',
        }
      : undefined,
  strayRemedy: actual =>
    actual.includes('/old-acme')
      ? 'Move the component to the new Acme.'
      : undefined,
};

let keys: Keys;
beforeAll(async () => {
  keys = await makeKeys('main');
});

async function run(
  faults: Faults,
  path = '',
  profiles: readonly ProviderProfile[] = [ACME],
  components: CheckInput['components'] = {},
): Promise<Finding[]> {
  const provider = new FaultyProvider(faults, keys);
  await provider.start();
  const http = new GuardedHttp({
    allowPlainHttp: true,
    allowedHosts: ['localhost'],
  });
  try {
    const { findings } = await checkConnection(
      {
        camundaVersion: '8.7',
        provider: { type: 'GENERIC', issuer: `${provider.origin}${path}` },
        components: {
          zeebe: { clientId: 'zeebe', audience: 'zeebe-api' },
          ...components,
        },
        secrets: { zeebe: SECRET },
      },
      {
        http,
        providers: { ...DEFAULT_PROVIDER_CONTEXT, profiles },
        insecureAllowed: true,
      },
    );
    return findings;
  } finally {
    await provider.stop();
    await http.close();
  }
}

const of = (findings: readonly Finding[], code: string) =>
  findings.find(entry => entry.code === code);

const refusing: Faults = {
  token: (_, res) =>
    sendJson(
      res,
      { error: 'access_denied', error_description: 'ACME-17: go away' },
      403,
    ),
};

describe('a profile of another package', () => {
  it('says how its product refuses a client, and what its error texts mean', async () => {
    const known = of(await run(refusing), 'client.secret');
    expect(known).toMatchObject({
      result: 'fail',
      remedy: 'Copy the new one from the Acme portal.',
    });
    expect(known?.message).toContain(
      'access_denied, ACME-17. The secret was rotated',
    );
    const unknown = of(await run(refusing, '', []), 'client.secret');
    expect(unknown?.result).toBe('unknown');
    expect(unknown?.message).not.toContain('ACME');
  });

  it('says which issuers cannot be used', async () => {
    const faults: Faults = {
      document: (document, origin) => ({
        ...document,
        issuer: `${origin}/legacy`,
      }),
    };
    const found = of(await run(faults, '/legacy'), 'discovery.issuer-mismatch');
    expect(found).toMatchObject({ result: 'fail' });
    expect(found?.message).toMatch(/\/legacy belongs to the old Acme$/);
    expect(found?.remedy).toMatch(/^Configure the new one\./);
    const without = await run(faults, '/legacy', []);
    expect(of(without, 'discovery.issuer-mismatch')?.result).toBe('pass');
  });

  it.each([['/console'], ['/acme-authorize']])(
    'knows what was meant with %s',
    async path => {
      const faults: Faults = {
        discovery: (req, res, provider) =>
          req.url!.startsWith(`/t${path}`)
            ? res.writeHead(404).end()
            : sendJson(res, {
                ...provider.document(),
                issuer: `${provider.origin}/t`,
              }),
      };
      const found = of(await run(faults, `/t${path}`), 'discovery.location');
      expect(found?.result).toBe('fail');
      expect(found?.remedy).toMatch(/^Configure .*\/t$/);
      const without = await run(faults, `/t${path}`, []);
      expect(of(without, 'discovery.location')?.result).toBe('unknown');
    },
  );

  it('says what to do where a component still uses an older product', async () => {
    const camunda = await startRunningCamunda({
      component: 'optimize',
      version: '8.7',
      authorizationEndpoint: 'https://sso.example.com/old-acme/auth',
      clientId: 'optimize',
    });
    const optimize = { url: camunda.url, clientId: 'optimize', audience: 'o' };
    const found = of(
      await run({}, '', [ACME], { optimize }),
      'running.provider',
    );
    await camunda.close();
    expect(found?.remedy).toMatch(/^Move the component to the new Acme\./);
  });

  it('that throws is not reported as a fault of the provider', async () => {
    const broken: ProviderProfile = {
      ...ACME,
      matchesIssuer: () => {
        throw new Error('of another package');
      },
    };
    const findings = await run({}, '', [broken]);
    expect(of(findings, 'discovery.document')?.result).toBe('pass');
    expect(of(findings, 'discovery.product')?.message).not.toContain('Acme');
  });
});
