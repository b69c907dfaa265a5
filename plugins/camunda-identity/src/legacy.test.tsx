import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  camundaIdentityApiRef,
  type CamundaIdentityApi,
} from 'backstage-plugin-camunda-identity-react';
import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router-dom';
import { connection } from './__testUtils__/connection';
import {
  CamundaIdentityPage,
  EntityCamundaIdentityContent,
  MyCamundaConnections,
} from './legacy';
import { entityContentRouteRef, rootRouteRef } from './routes';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: {
    name: 'payments-camunda',
    namespace: 'default',
    annotations: { 'camunda-identity/connections': 'auto' },
  },
};

const TAB = '/catalog/default/system/payments-camunda/camunda-identity';

const listConnections = jest.fn<any, any[]>();

const api: Partial<CamundaIdentityApi> = {
  listConnections,
  listConnectionSummaries: async () => ({
    items: [
      {
        ...connection(),
        health: { status: 'fail', coverage: undefined as never },
        upgrade: { to: '8.8', questions: 3 },
      },
    ],
    totalItems: 1,
  }),
  getConnectionByName: async () => connection(),
};

/** In an app of the old frontend system, at an address. */
async function renderAt(path: string, element: ReactElement) {
  await renderInTestApp(
    <TestApiProvider apis={[[camundaIdentityApiRef, api]]}>
      {element}
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: {
        '/camunda-identity': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/catalog/:namespace/:kind/:name/camunda-identity':
          entityContentRouteRef,
      },
    },
  );
}

describe('in an app of the old frontend system', () => {
  beforeEach(() => {
    listConnections.mockReset();
    listConnections.mockResolvedValue({ items: [connection()], totalItems: 1 });
  });

  it('the page lists the connections, and opens one', async () => {
    const user = userEvent.setup();
    await renderAt(
      '/camunda-identity',
      <Routes>
        <Route path="/camunda-identity/*" element={<CamundaIdentityPage />} />
      </Routes>,
    );
    const row = await screen.findByRole('row', {
      name: /Payments \(production\)/,
    });
    expect(row).toHaveTextContent('Failing');
    expect(
      within(row).getByRole('link', { name: /Upgrade .* 3 questions/ }),
    ).toHaveAttribute(
      'href',
      '/camunda-identity/payments-prod/edit?version=8.8',
    );
    await user.click(
      within(row).getByRole('link', { name: 'Payments (production)' }),
    );
    expect(
      await screen.findByRole('navigation', { name: /Parts of Payments/ }),
    ).toBeVisible();
    expect(
      await screen.findByRole('heading', { name: 'Who talks to whom' }),
    ).toBeVisible();
  });

  it('the tab shows the parts at addresses below the entity', async () => {
    await renderAt(
      `${TAB}/payments-prod/applications`,
      <EntityProvider entity={entity}>
        <Routes>
          <Route
            path="/catalog/:namespace/:kind/:name/camunda-identity/*"
            element={<EntityCamundaIdentityContent />}
          />
        </Routes>
      </EntityProvider>,
    );
    const tabs = await screen.findByRole('navigation', {
      name: /Parts of Payments/,
    });
    expect(within(tabs).getByRole('link', { name: 'Checks' })).toHaveAttribute(
      'href',
      `${TAB}/payments-prod/checks`,
    );
    expect(
      await screen.findByRole('row', { name: /Management Identity/ }),
    ).toHaveTextContent('https://identity.example.com/auth/login-callback');
    // Somebody who may not change the record is told who may.
    expect(screen.getByRole('link', { name: 'Edit' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  it('the widget of a home page shows what is mine, worst first', async () => {
    listConnections.mockResolvedValue({
      items: [
        connection(),
        connection({
          id: '2',
          name: 'orders',
          title: 'Orders 🏦 مدفوعات',
          health: { status: 'fail', recent: [] },
        }),
      ],
      totalItems: 2,
    });
    await renderAt('/', <MyCamundaConnections />);
    const items = await screen.findAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'Failing Orders 🏦 مدفوعات',
      'Not known Payments (production)',
    ]);
    expect(
      screen.getByRole('link', { name: 'All connections' }),
    ).toHaveAttribute('href', '/camunda-identity');
  });
});
