import { discoveryApiRef } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  renderInTestApp as renderInOldApp,
  TestApiProvider as OldApis,
} from '@backstage/test-utils';
import { cleanup, screen, waitFor } from '@testing-library/react';
import {
  camundaFacts,
  DEFAULT_PROVIDER_CONTEXT,
  proposeUpgrade,
  writeConfig,
} from 'backstage-plugin-camunda-identity-common';
import { ApiError } from 'backstage-plugin-camunda-identity-common/client';
import {
  camundaIdentityApiRef,
  type CamundaIdentityApi,
} from 'backstage-plugin-camunda-identity-react';
import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router-dom';
import { fullConnection } from './__testUtils__/fullConnection';
import { FRONTEND_SYSTEMS, TEMPLATE_PATH } from './__testUtils__/systems';
import plugin from './index';
import {
  CamundaIdentityPage,
  EntityCamundaIdentityCard,
  EntityCamundaIdentityContent,
  MyCamundaConnections,
} from './legacy';
import { TABS } from './paths';
import {
  entityContentRouteRef,
  rootRouteRef,
  templateRouteRef,
} from './routes';
import { messages } from './translation/messages';
import { MyConnections } from './widget';

/*
 * Every place where the plugin is seen (card, tab, pages, widget), mounted as an app mounts it, in both frontend
 * systems and in every state.
 */

jest.setTimeout(60_000);

type Api = Partial<CamundaIdentityApi>;

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: {
    name: 'payments-camunda',
    namespace: 'default',
    annotations: { 'camunda-identity/connections': 'auto' },
  },
};
const connection = fullConnection();
const { title } = connection as { title: string };

const never = () => new Promise<never>(() => {});
const broken = async () => {
  throw new ApiError(503, 'ServiceUnavailableError', 'Try again in a moment');
};
const missing = async () => {
  throw new ApiError(404, 'NotFoundError', 'There is none');
};

/** An API in which everything is as for one connection that was never checked. */
const filled: Api = {
  listConnections: async () => ({ items: [connection], totalItems: 1 }),
  getConnectionByName: async () => connection,
  listReports: async () => ({ items: [] }),
  getCamundaFacts: async version => camundaFacts(version),
  getConfig: async (_id, { format, style }) =>
    writeConfig(connection, DEFAULT_PROVIDER_CONTEXT, {
      format,
      style,
      component: 'all',
    } as never),
  upgradeConnection: async (_id, { to }) => proposeUpgrade(connection, to),
  getProviderSetup: async () => ({
    product: 'keycloak',
    title: 'Keycloak',
    steps: [],
    files: [],
    findings: [],
  }),
};
const empty: Api = {
  listConnections: async () => ({ items: [], totalItems: 0 }),
};

/** What a page of all connections reads is a part of what others read. */
const withSummaries = (api: Api): Api => ({
  listConnectionSummaries: api.listConnections,
  ...api,
});

/** Shows each place at a path below it. */
interface System {
  card(api: Api): Promise<void>;
  tab(api: Api, path?: string): Promise<void>;
  pages(api: Api, path?: string): Promise<void>;
  widget(api: Api): Promise<void>;
}

const ENTITY = '/catalog/default/system/payments-camunda';
const catalogApi = [catalogApiRef, catalogApiMock({ entities: [entity] })];

// The test app of the old system has none. It has no toasts either, as older apps have none.
const appApis = [
  [discoveryApiRef, { getBaseUrl: async () => 'http://localhost:7007/api' }],
];

const inOldApp = async (element: ReactElement, api: Api, path = '/') => {
  await renderInOldApp(
    <OldApis
      apis={
        [
          [camundaIdentityApiRef, withSummaries(api)],
          catalogApi,
          ...appApis,
        ] as never
      }
    >
      {element}
    </OldApis>,
    {
      mountedRoutes: {
        [TEMPLATE_PATH]: templateRouteRef,
        '/camunda-identity': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/catalog/:namespace/:kind/:name/camunda-identity':
          entityContentRouteRef,
      },
      routeEntries: [path],
    },
  );
};

const oldSystem: System = {
  card: api =>
    inOldApp(
      <EntityProvider entity={entity}>
        <EntityCamundaIdentityCard />
      </EntityProvider>,
      api,
    ),
  tab: (api, path = '') =>
    inOldApp(
      <Routes>
        <Route
          path="/catalog/:namespace/:kind/:name/camunda-identity/*"
          element={
            <EntityProvider entity={entity}>
              <EntityCamundaIdentityContent />
            </EntityProvider>
          }
        />
      </Routes>,
      api,
      `${ENTITY}/camunda-identity${path}`,
    ),
  pages: (api, path = '') =>
    inOldApp(
      <Routes>
        <Route path="/camunda-identity/*" element={<CamundaIdentityPage />} />
      </Routes>,
      api,
      `/camunda-identity${path}`,
    ),
  widget: api => inOldApp(<MyCamundaConnections />, api),
};

/** An app with the catalog, in which the plugin is installed as it comes. */
const inNewApp = async (path: string, api: Api) => {
  renderTestApp({
    features: [catalogPlugin, plugin],
    apis: [[camundaIdentityApiRef, withSummaries(api)], catalogApi] as never,
    initialRouteEntries: [path],
    mountedRoutes: { [TEMPLATE_PATH]: templateRouteRef as never },
  });
};

const newSystem: System = {
  card: api => inNewApp(ENTITY, api),
  tab: (api, path = '') => inNewApp(`${ENTITY}/camunda-identity${path}`, api),
  pages: (api, path = '') => inNewApp(`/camunda-identity${path}`, api),
  // A widget needs the page of another plugin; there its content stands as here.
  widget: api => {
    const [, render] = FRONTEND_SYSTEMS[0];
    return render(<MyConnections />, [
      [camundaIdentityApiRef, withSummaries(api)],
    ]);
  },
};

const seesAlert = (text: string) =>
  screen.findByText(text, { exact: false }, { timeout: 10_000 });
const seesStatus = (label: string) =>
  screen.findByRole('status', { name: label }, { timeout: 10_000 });
const sees = (text: string | RegExp) =>
  screen.findAllByText(text, {}, { timeout: 10_000 });

describe.each([
  ['the new frontend system', newSystem],
  ['the old frontend system', oldSystem],
])('in %s', (_, system) => {
  it.each([
    ['card', system.card],
    ['tab', system.tab],
    ['page of all connections', system.pages],
    ['widget', system.widget],
  ])('the %s loads, fails, is empty and is filled', async (place, show) => {
    const seen: string[] = [];
    const states: Array<[string, Api, () => Promise<unknown>]> = [
      [
        'loading',
        { listConnections: never },
        () => seesStatus(messages.card.loading),
      ],
      [
        'failed',
        { listConnections: broken },
        () => seesAlert(messages.error.connections),
      ],
      [
        'empty',
        empty,
        () =>
          sees(
            {
              'page of all connections': messages.list.none,
              widget: messages.list.noneOfMine,
            }[place] ?? messages.empty.title,
          ),
      ],
      ['filled', filled, () => sees(title)],
    ];
    for (const [state, api, expected] of states) {
      await show(api);
      await expected();
      seen.push(state);
      cleanup();
    }
    expect(seen).toEqual(['loading', 'failed', 'empty', 'filled']);
  });

  it.each([
    ['page', system.pages],
    ['tab', system.tab],
  ])(
    'the %s of one connection shows each of its parts',
    async (_place, show) => {
      for (const part of TABS) {
        await show(filled, `/${connection.name}/${part}`);
        // Roles are looked for by hand: to name every link of a whole page takes seconds.
        await waitFor(
          () => {
            expect(
              document.querySelector(
                `a[aria-current="page"][href$="/${connection.name}/${part}"]`,
              ),
            ).toHaveTextContent(messages.tabs[part]);
            expect(
              document.querySelector(
                `[role="status"][aria-label="${messages.tabs.loading}"]`,
              ),
            ).toBeNull();
          },
          { timeout: 20_000 },
        );
        expect(screen.queryByText(messages.error.part)).toBeNull();
        cleanup();
      }
    },
  );

  it('a connection that is missing, or cannot be read, says so', async () => {
    await system.pages(
      { ...filled, getConnectionByName: missing },
      '/gone/overview',
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(/"gone"/);
    cleanup();
    await system.pages(
      { ...filled, getConnectionByName: broken },
      '/payments-prod/overview',
    );
    expect(await seesAlert(messages.error.connection)).toBeVisible();
  });

  it('a connection has its form', async () => {
    await system.pages(filled, `/${connection.name}/edit`);
    const [heading] = await sees(messages.edit.title);
    expect(heading).toBeVisible();
    expect(screen.getByDisplayValue(title)).toBeVisible();
  });

  it('the check of an issuer has its page', async () => {
    await system.pages(filled, '/_check');
    const [heading] = await sees(messages.issuerCheck.title);
    expect(heading).toBeVisible();
    expect(
      screen.getByRole('textbox', {
        name: /Issuer/,
      }),
    ).toBeVisible();
  });
});
