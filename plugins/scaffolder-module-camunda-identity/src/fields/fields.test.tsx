import {
  configApiRef,
  fetchApiRef,
  identityApiRef,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { mockApis } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ComponentType } from 'react';
import { FRONTEND_SYSTEMS } from '../__testUtils__/systems';
import { ClientField } from './ClientField/ClientField';
import { ComponentsField } from './ComponentsField/ComponentsField';
import { ConnectionField } from './ConnectionField/ConnectionField';
import { EntityField } from './EntityField/EntityField';
import { InitialClaimField } from './InitialClaimField/InitialClaimField';
import { MachineClientsField } from './MachineClientsField/MachineClientsField';
import { machineClientsField } from './MachineClientsField/options';
import { NameField } from './NameField/NameField';
import { nameField } from './NameField/options';
import { providerField } from './ProviderField/options';
import { ReviewField } from './ReviewField/ReviewField';
import { ProviderField } from './ProviderField/ProviderField';
import { componentsSchema } from 'backstage-plugin-camunda-identity-common/schema';
import {
  addProblems,
  findComponentProblems,
  findProblems,
} from 'backstage-plugin-camunda-identity-react/forms';

const check = jest.fn();
let presets: object[] = [];
let taken: string[] = [];
let records: any[] = [];
let entities: any[] = [];

/** The API: presets from config, and checks as each test has them answered. */
const fetch = (async (url: string, init: RequestInit) => {
  if (url.endsWith('/v1/provider-presets'))
    return Response.json({ items: presets });
  const [, name] = url.split('/by-name/');
  const found = records.find(record => record.name === name);
  if (found) return Response.json(found);
  if (name)
    return taken.includes(name)
      ? Response.json({ name })
      : Response.json(
          { error: { name: 'NotFoundError', message: 'no' } },
          { status: 404 },
        );
  return check(url, init);
}) as typeof globalThis.fetch;

describe.each(FRONTEND_SYSTEMS)('in %s', (system, renderIn) => {
  /** Shows a field as the scaffolder does, and what it makes of the input. */
  async function renderField(
    Field: ComponentType<any>,
    initial: any = {},
    form: object = {},
    rawErrors: string[] = [],
  ) {
    let current: any = initial;
    function Form() {
      const [data, setData] = useState<any>(initial);
      current = data;
      return (
        <Field
          formData={data}
          onChange={setData}
          rawErrors={rawErrors}
          formContext={{ formData: form }}
        />
      );
    }
    await renderIn(<Form />, [
      [fetchApiRef, { fetch }],
      [catalogApiRef, catalogApiMock({ entities })],
      [
        identityApiRef,
        {
          getBackstageIdentity: async () => ({
            type: 'user',
            userEntityRef: 'user:default/guest',
            ownershipEntityRefs: [
              'user:default/guest',
              'group:default/team-payments',
            ],
          }),
        },
      ],
      [
        configApiRef,
        mockApis.config({
          data: {
            camundaIdentity: {
              microsoft: {
                clouds: { local: { title: 'Local', loginBaseUrl: 'http://l' } },
              },
            },
          },
        }),
      ],
    ]);
    return () => current;
  }

  beforeEach(() => {
    check.mockReset();
    presets = [];
    taken = [];
    records = [];
    entities = [];
  });

  describe('ProviderField', () => {
    it("says what is wrong in the API's words, and asks nobody", async () => {
      const user = userEvent.setup();
      await renderField(ProviderField);
      await user.click(
        await screen.findByRole('radio', {
          name: 'Any OpenID Connect provider',
        }),
      );
      await user.type(
        screen.getByRole('textbox', { name: /^Issuer\b(?! for)/ }),
        'https://idp.example.com/.well-known/openid-configuration',
      );
      await user.tab();
      expect(
        await screen.findByText(/address of the discovery document/),
      ).toBeVisible();
      expect(check).not.toHaveBeenCalled();
    });

    it('asks the provider once the input is complete, and shows the findings', async () => {
      const user = userEvent.setup();
      check.mockResolvedValue(
        Response.json({
          status: 'fail',
          findings: [
            {
              code: 'transport.unreachable',
              result: 'fail',
              message: 'The connection was refused',
              remedy: 'Start it.',
            },
          ],
        }),
      );
      const value = await renderField(ProviderField, { type: 'GENERIC' });
      await user.type(
        await screen.findByRole('textbox', { name: /^Issuer\b(?! for)/ }),
        'https://idp.example.com',
      );
      expect(
        await screen.findByText(
          'The provider cannot be used as it is',
          {},
          { timeout: 3000 },
        ),
      ).toBeVisible();
      expect(
        screen.getByText(/connection was refused. Start it/),
      ).toBeVisible();
      expect(value()).toEqual({
        type: 'GENERIC',
        issuer: 'https://idp.example.com',
      });
      const [url, init] = check.mock.calls[check.mock.calls.length - 1];
      expect(url).toBe('plugin://camunda-identity/v1/provider-checks');
      expect(JSON.parse(init.body)).toEqual({ provider: value() });
    });

    it('wants a tenant for Entra, and forgets the issuer', async () => {
      const user = userEvent.setup();
      const value = await renderField(ProviderField, {
        type: 'GENERIC',
        issuer: 'https://idp.example.com',
      });
      await user.click(
        await screen.findByRole('radio', { name: 'Microsoft Entra ID' }),
      );
      await user.type(
        screen.getByRole('textbox', { name: /tenant/ }),
        'common',
      );
      await user.tab();
      expect(await screen.findByText(/a GUID such as/)).toBeVisible();
      expect(value()).toEqual({ type: 'MICROSOFT', tenantId: 'common' });
    });
  });

  describe('presets of the portal', () => {
    const keycloak = {
      name: 'company',
      title: 'Company Keycloak',
      description: 'For everything in production',
      docsUrl: 'https://wiki.example.com/keycloak#applications',
      provider: {
        type: 'GENERIC',
        issuer: 'https://idp.example.com/realms/company',
        tokenUrl: 'https://idp.internal.example.com/token',
      },
    };
    const entra = {
      name: 'entra',
      title: 'Company Entra ID',
      provider: {
        type: 'MICROSOFT',
        tenantId: '9a95fd9e-005d-487a-9a01-d08c1eab2757',
      },
    };
    const choose = async (
      user: ReturnType<typeof userEvent.setup>,
      to: string,
    ) => {
      await user.click(await screen.findByRole('button', { name: /Provider/ }));
      await user.click(await screen.findByRole('option', { name: to }));
    };

    it('fill in the form, and are left behind with all of theirs when it is edited', async () => {
      presets = [keycloak, entra];
      const user = userEvent.setup();
      const value = await renderField(ProviderField);
      await choose(user, 'Company Keycloak');
      expect(value()).toEqual(keycloak.provider);
      expect(screen.getByText('For everything in production')).toBeVisible();
      expect(
        screen.getByRole('link', { name: /How to get an application/ }),
      ).toHaveAttribute('href', keycloak.docsUrl);

      await user.type(
        screen.getByRole('textbox', { name: /^Issuer\b(?! for)/ }),
        '-2',
      );
      expect(value()).toEqual({
        type: 'GENERIC',
        issuer: 'https://idp.example.com/realms/company-2',
      });
      expect(
        screen.getByRole('button', { name: /Another provider/ }),
      ).toBeVisible();

      await choose(user, 'Company Entra ID');
      expect(value()).toEqual(entra.provider);
      await choose(user, 'Another provider');
      expect(value()).toEqual({ type: 'GENERIC' });
    });

    it('give an untouched form its default, and no other form', async () => {
      presets = [keycloak, { ...entra, default: true }];
      const value = await renderField(ProviderField);
      await waitFor(() => expect(value()).toEqual(entra.provider));
    });

    it('do not overwrite what was entered', async () => {
      presets = [{ ...entra, default: true }];
      const entered = { type: 'GENERIC', issuer: 'https://a.example.com' };
      const value = await renderField(ProviderField, entered);
      expect(
        await screen.findByRole('button', { name: /Another provider/ }),
      ).toBeVisible();
      expect(value()).toEqual(entered);
    });
  });

  describe('ComponentsField', () => {
    it('starts with Identity and a secret reference, and shows its redirect URI', async () => {
      const user = userEvent.setup();
      const value = await renderField(ComponentsField, undefined, {
        camundaVersion: '8.7',
      });
      await user.type(
        await screen.findByRole('textbox', { name: /Management Identity URL/ }),
        'https://identity.example.com/',
      );
      expect(
        await screen.findByText(
          'https://identity.example.com/auth/login-callback',
        ),
      ).toBeVisible();
      expect(value().identity.secret.kubernetesSecret).toEqual({
        name: 'camunda-oidc',
        key: 'identity-secret',
      });
    });

    it('fills in addresses and client IDs from the domain, and keeps what was typed', async () => {
      const user = userEvent.setup();
      const value = await renderField(
        ComponentsField,
        {},
        { camundaVersion: '8.7', name: 'payments-prod' },
      );
      await user.click(
        await screen.findByRole('button', {
          name: 'All components of Camunda 8.7',
        }),
      );
      const domain = screen.getByRole('textbox', { name: /Domain/ });
      await user.click(domain);
      await user.paste('camunda.example.com');
      expect(value().optimize).toEqual({
        url: 'https://optimize.camunda.example.com',
        clientId: 'payments-prod-optimize',
        audience: 'payments-prod-optimize',
        secret: {
          kubernetesSecret: {
            name: 'payments-prod-oidc',
            key: 'optimize-secret',
          },
        },
      });
      expect(findComponentProblems(componentsSchema, value()).size).toBe(0);

      const console = screen.getByRole('region', { name: 'Console' });
      const url = within(console).getByRole('textbox', { name: /URL/ });
      await user.clear(url);
      await user.paste('https://own.example.com');
      await user.click(screen.getByRole('radio', { name: /One host/ }));
      await user.click(
        screen.getByRole('radio', { name: 'environment variables' }),
      );
      expect(value().console.url).toBe('https://own.example.com');
      expect(value().webModeler.url).toBe(
        'https://camunda.example.com/modeler',
      );
      expect(value().optimize.secret).toEqual({
        env: { name: 'OPTIMIZE_CLIENT_SECRET' },
      });
      await user.click(screen.getByRole('radio', { name: /nothing yet/ }));
      expect(value().optimize.secret).toBeUndefined();
      expect(findComponentProblems(componentsSchema, value()).size).toBe(0);
    });

    it('goes on without client IDs where the provider chooses them', async () => {
      const user = userEvent.setup();
      const value = await renderField(
        ComponentsField,
        {},
        { camundaVersion: '8.9', provider: { type: 'MICROSOFT' } },
      );
      await user.type(
        await screen.findByRole('textbox', { name: /Domain/ }),
        'c.example.com',
      );
      expect(value().identity).toMatchObject({
        url: 'https://identity.c.example.com',
        clientId: '<client ID of Management Identity>',
      });
      expect(value().identity).not.toHaveProperty('audience');
    });

    it('takes a space at an end away', async () => {
      const user = userEvent.setup();
      const value = await renderField(ComponentsField, { identity: {} });
      const url = await screen.findByRole('textbox', {
        name: /Management Identity URL/,
      });
      await user.type(url, ' https://identity.example.com ');
      await user.tab();
      expect(value().identity.url).toBe('https://identity.example.com');
    });

    it('adds components and takes them away again', async () => {
      const user = userEvent.setup();
      const value = await renderField(
        ComponentsField,
        { identity: {} },
        { camundaVersion: '8.7' },
      );
      await user.click(
        await screen.findByRole('switch', { name: 'Web Modeler' }),
      );
      expect(value().webModeler).toEqual({
        ui: {
          clientId: 'camunda-web-modeler-ui',
          audience: 'camunda-web-modeler-ui',
        },
        api: {
          clientId: 'camunda-web-modeler-api',
          audience: 'camunda-web-modeler-api',
        },
      });
      expect(screen.getByText(/Public client/)).toBeVisible();
      await user.click(screen.getByRole('switch', { name: 'Web Modeler' }));
      expect(value().webModeler).toBeUndefined();
    });

    it('offers what the version has, and asks for the cluster’s administrators', async () => {
      const user = userEvent.setup();
      const value = await renderField(
        ComponentsField,
        { identity: {} },
        { camundaVersion: '8.8' },
      );
      await user.click(
        await screen.findByRole('switch', { name: 'Orchestration Cluster' }),
      );
      expect(
        screen.queryByRole('switch', { name: 'Zeebe' }),
      ).not.toBeInTheDocument();
      await user.type(
        screen.getByRole('textbox', { name: /First administrators/ }),
        'alice, bob',
      );
      expect(value().orchestration.adminUsers).toEqual(['alice', 'bob']);
    });

    it('refuses a callback path in place, and offers no URI made from it', async () => {
      const user = userEvent.setup();
      await renderField(ComponentsField, { identity: {} });
      await user.type(
        await screen.findByRole('textbox', { name: /Management Identity URL/ }),
        'https://identity.example.com/auth/login-callback',
      );
      await user.tab();
      expect(
        await screen.findByText(/expected the component's base URL/),
      ).toBeVisible();
      expect(
        screen.queryByText(/login-callback\/auth/),
      ).not.toBeInTheDocument();
    });
  });

  describe('InitialClaimField', () => {
    it('warns before it asks', async () => {
      const user = userEvent.setup();
      const value = await renderField(InitialClaimField);
      expect(
        await screen.findByText(/can be changed only in the database/),
      ).toBeVisible();
      await user.type(
        screen.getByRole('textbox', { name: /Claim value/ }),
        'abc',
      );
      // Every provider issues sub; only Entra has oid.
      expect(value()).toEqual({ name: 'sub', value: 'abc' });
    });
  });

  describe('InitialClaimField, where it is typed', () => {
    const type = async (form: object, name: string, claim: string) => {
      const user = userEvent.setup();
      await renderField(InitialClaimField, { name }, form);
      await user.type(
        await screen.findByRole('textbox', { name: /Claim value/ }),
        claim,
      );
      return screen.getByRole('status').textContent;
    };

    it('doubts an oid that is no GUID, and a client in the place of a person', async () => {
      const microsoft = { provider: { type: 'MICROSOFT' } };
      expect(await type(microsoft, 'oid', 'a@example.com')).toMatch(/a GUID/);
    });

    it('doubts a client in the place of a person', async () => {
      expect(
        await type(
          { components: { identity: { clientId: 'abc' } } },
          'sub',
          'abc',
        ),
      ).toMatch(/client ID of an application/);
    });

    it('doubts oid at a provider that does not issue it', async () => {
      expect(await type({ provider: { type: 'GENERIC' } }, 'oid', 'x')).toMatch(
        /Only Microsoft Entra ID/,
      );
    });

    it('says nothing of what is right', async () => {
      expect(await type({}, 'sub', 'f1')).toBe('');
    });
  });

  describe('NameField', () => {
    it('follows the entity, and says when a name is taken', async () => {
      taken = ['payments-camunda'];
      const value = await renderField(NameField, '', {
        entityRef: 'system:default/payments-camunda',
      });
      await waitFor(() => expect(value()).toBe('payments-camunda'));
      expect(
        await screen.findByText(/a connection of this name/),
      ).toBeVisible();
    });

    it('stops the form at a name that is taken or is none', async () => {
      taken = ['payments'];
      const apiHolder = {
        get: () => ({ fetch } as any),
      };
      const errors = async (name: string, entityRef?: string) => {
        const addError = jest.fn();
        await nameField.validation(
          name,
          { addError } as any,
          {
            apiHolder,
            formData: { entityRef },
          } as any,
        );
        return addError.mock.calls.map(([message]) => message);
      };
      expect(await errors('payments')).toEqual([
        'there is a connection of this name already',
      ]);
      expect(await errors('Payments')).toEqual([
        expect.stringContaining('lower case letters'),
      ]);
      expect(await errors('orders')).toEqual([]);
      // A run that was stopped after it had registered is taken up again.
      records = [{ name: 'refunds', entityRef: 'system:default/refunds' }];
      expect(await errors('refunds', 'system:default/refunds')).toEqual([]);
      expect(await errors('refunds', 'system:default/other')).toHaveLength(1);
    });
  });

  describe('ConnectionField and ClientField', () => {
    const record = (name: string, owner: string) => ({
      name,
      owner,
      title: `The ${name}`,
      clients: [
        {
          key: 'identity',
          title: 'Management Identity',
          clientId: 'i',
          clientType: 'confidential',
        },
        {
          key: 'console',
          title: 'Console',
          clientId: 'c',
          clientType: 'public',
        },
      ],
    });

    it('offer the records of the person’s teams, and the applications that have a secret', async () => {
      const user = userEvent.setup();
      check.mockImplementation(async () =>
        Response.json({
          items: [
            record('payments', 'group:default/team-payments'),
            record('orders', 'group:default/team-orders'),
          ],
        }),
      );
      const value = await renderField(ConnectionField, '');
      const select = await screen.findByRole('button', { name: /Connection/ });
      await waitFor(() => expect(select).toBeEnabled());
      await user.click(select);
      expect(
        screen.getAllByRole('option').map(option => option.textContent),
      ).toEqual(['The payments (payments)', 'Another one, by its name']);
      await user.click(screen.getByRole('option', { name: /payments/ }));
      expect(value()).toBe('payments');
    });

    it('offer the applications that have a secret', async () => {
      const user = userEvent.setup();
      records = [record('payments', 'group:default/team-payments')];
      const value = await renderField(ClientField, '', {
        connection: 'payments',
      });
      const select = await screen.findByRole('button', { name: /Application/ });
      await waitFor(() => expect(select).toBeEnabled());
      await user.click(select);
      expect(
        screen.getAllByRole('option').map(option => option.textContent),
      ).toEqual(['Management Identity (i)']);
      await user.click(screen.getByRole('option'));
      expect(value()).toBe('identity');
    });
  });

  describe('EntityField', () => {
    const entity = (name: string, owner: string, title?: string) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'System',
      metadata: {
        name,
        title,
        annotations: { 'camunda-identity/connections': 'auto' },
      },
      relations: [{ type: 'ownedBy', targetRef: owner }],
    });

    it('offers what the person owns, by title', async () => {
      entities = [
        entity('payments', 'group:default/team-payments', 'Payments Camunda'),
        entity('orders', 'group:default/team-orders'),
      ];
      const user = userEvent.setup();
      const value = await renderField(EntityField, '');
      const select = await screen.findByRole('button', {
        name: /System that runs Camunda/,
      });
      await waitFor(() => expect(select).toBeEnabled());
      await user.click(select);
      expect(
        screen.getAllByRole('option').map(option => option.textContent),
      ).toEqual(['Payments Camunda', 'Another one, by its reference']);
      await user.click(
        screen.getByRole('option', { name: 'Payments Camunda' }),
      );
      expect(value()).toBe('system:default/payments');
    });
  });

  describe('MachineClientsField', () => {
    const problems = async (value: unknown) => {
      const addError = jest.fn();
      await machineClientsField.validation(
        value as never,
        { addError } as any,
        {} as never,
      );
      return addError.mock.calls.map(([message]) => message);
    };

    it('asks for nothing, and takes programs that somebody adds', async () => {
      const user = userEvent.setup();
      const value = await renderField(MachineClientsField, [], {
        camundaVersion: '8.7',
      });
      expect(await problems(value())).toEqual([]);
      const add = await screen.findByRole('button', {
        name: 'Add a machine client',
      });
      await user.click(add);
      expect(await problems(value())).toEqual(['one field needs a correction']);
      await user.type(
        screen.getByRole('textbox', { name: /Client ID/ }),
        'our-jobs',
      );
      expect(value()).toEqual([{ name: 'worker', clientId: 'our-jobs' }]);
      expect(await problems(value())).toEqual([]);
      await user.click(screen.getByRole('button', { name: 'Remove worker' }));
      expect(value()).toBeUndefined();
    });

    it('says in words that a name is there twice', async () => {
      const twice = [
        { name: 'worker', clientId: 'a' },
        { name: 'worker', clientId: 'b' },
      ];
      await renderField(MachineClientsField, twice, {}, ['refused']);
      expect(
        await screen.findByText('another machine client has this name'),
      ).toBeVisible();
      expect(await problems(twice)).toHaveLength(1);
    });
  });

  describe('ReviewField', () => {
    it('reads like the card', async () => {
      await renderField(ReviewField, undefined, {
        name: 'payments-prod',
        camundaVersion: '8.7',
        provider: { type: 'GENERIC', issuer: 'https://idp.example.com' },
        components: {
          identity: { url: 'https://identity.example.com', clientId: 'id-1' },
        },
        machineClients: [{ name: 'worker', clientId: 'our-jobs' }],
        initialClaim: { name: 'sub', value: 'f1' },
      });
      expect(await screen.findByText('sub: f1')).toBeVisible();
      expect(screen.getByText('our-jobs')).toBeVisible();
      expect(
        screen.getByText('https://identity.example.com/auth/login-callback'),
      ).toBeVisible();
    });
  });

  describe('a provider that fails', () => {
    const failing = {
      id: 'r',
      status: 'fail',
      findings: [
        {
          code: 'discovery.issuer-mismatch',
          result: 'fail',
          subject: { kind: 'provider' },
          title: 'Issuer',
          message: 'names another issuer',
          evidence: { issuer: 'https://named.example.com' },
        },
      ],
    };
    // What somebody has accepted stays so in a tab.
    const issuer = `https://idp.example.com/${system.split(' ').join('-')}`;
    const provider = { type: 'GENERIC', issuer };

    it('offers its own issuer, and goes on only where somebody says so', async () => {
      check.mockImplementation(async () => Response.json(failing));
      const user = userEvent.setup();
      const value = await renderField(ProviderField, provider);
      const errors = () => {
        const addError = jest.fn();
        providerField.validation(
          provider as never,
          { addError } as any,
          {
            apiHolder: { get: () => undefined },
          } as any,
        );
        return addError.mock.calls.length;
      };
      const goOn = await screen.findByRole(
        'checkbox',
        { name: 'Continue anyway' },
        { timeout: 3000 },
      );
      await waitFor(() => expect(errors()).toBe(1));
      await user.click(goOn);
      expect(errors()).toBe(0);
      await user.click(
        screen.getByRole('button', { name: 'Use https://named.example.com' }),
      );
      expect(value().issuer).toBe('https://named.example.com');
    });
  });

  describe('validation', () => {
    it('keeps the form from going on, and leaves the words to the fields', () => {
      const addError = jest.fn();
      addProblems(
        findProblems(componentsSchema, {
          identity: { url: 'x', clientId: '' },
        }),
        { addError },
      );
      expect(addError).toHaveBeenCalledTimes(1);
      expect(addError).toHaveBeenCalledWith('2 fields need a correction');
      addError.mockReset();
      addProblems(new Map(), { addError });
      expect(addError).not.toHaveBeenCalled();
    });
  });

  it('components of a version chosen before do not stay', async () => {
    const value = await renderField(
      ComponentsField,
      { identity: { clientId: 'a' }, operate: { clientId: 'b' } },
      { camundaVersion: '8.8' },
    );
    await waitFor(() => expect(value().operate).toBeUndefined());
    expect(value().identity.clientId).toBe('a');
  });

  it('a component that was switched on and left empty is a problem', () => {
    const problems = findComponentProblems(componentsSchema, {
      console: {},
      webModeler: { ui: {}, api: {} },
      optimize: undefined,
    });
    expect([...problems.keys()]).toEqual(
      expect.arrayContaining(['console.url', 'webModeler.url']),
    );
    expect([...problems.keys()].join()).not.toContain('optimize');
  });
});
