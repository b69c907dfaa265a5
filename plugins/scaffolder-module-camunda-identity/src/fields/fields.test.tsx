import { configApiRef, fetchApiRef } from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ComponentType } from 'react';
import { FRONTEND_SYSTEMS } from '../__testUtils__/systems';
import { ComponentsField } from './ComponentsField/ComponentsField';
import { InitialClaimField } from './InitialClaimField/InitialClaimField';
import { addProblems, findComponentProblems, findProblems } from './problems';
import { ProviderField } from './ProviderField/ProviderField';
import { componentsSchema } from 'backstage-plugin-camunda-identity-common/schema';

const check = jest.fn();
let presets: object[] = [];

/** The API: presets from config, and checks as each test has them answered. */
const fetch = (async (url: string, init: RequestInit) =>
  url.endsWith('/v1/provider-presets')
    ? Response.json({ items: presets })
    : check(url, init)) as typeof globalThis.fetch;

describe.each(FRONTEND_SYSTEMS)('in %s', (_, renderIn) => {
  /** Shows a field as the scaffolder does, and what it makes of the input. */
  async function renderField(
    Field: ComponentType<any>,
    initial: object = {},
    form: object = {},
  ) {
    let current: any = initial;
    function Form() {
      const [data, setData] = useState<object>(initial);
      current = data;
      return (
        <Field
          formData={data}
          onChange={setData}
          rawErrors={[]}
          formContext={{ formData: form }}
        />
      );
    }
    await renderIn(<Form />, [
      [fetchApiRef, { fetch }],
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
      expect(value().webModeler).toEqual({ ui: {}, api: {} });
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
      expect(value()).toEqual({ value: 'abc' });
    });
  });

  describe('validation', () => {
    it('keeps the form from going on, with every problem', () => {
      const addError = jest.fn();
      addProblems(
        findProblems(componentsSchema, {
          identity: { url: 'x', clientId: '' },
        }),
        { addError },
      );
      const messages = addError.mock.calls.map(([message]) => message);
      expect(messages).toEqual([
        expect.stringMatching(/^identity\.url: expected an absolute URL/),
        'identity.clientId: is missing',
      ]);
    });
  });

  it('components of a version chosen before do not stay', async () => {
    const value = await renderField(
      ComponentsField,
      { identity: { clientId: 'a' }, operate: { clientId: 'b' } },
      { camundaVersion: '8.8' },
    );
    await waitFor(() =>
      expect(value()).toEqual({ identity: { clientId: 'a' } }),
    );
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
