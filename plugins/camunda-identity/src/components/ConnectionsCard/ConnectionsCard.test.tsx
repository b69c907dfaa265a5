import type { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ApiError,
  type CheckEvent,
} from 'backstage-plugin-camunda-identity-common/client';
import { FRONTEND_SYSTEMS, TEMPLATE_PATH } from '../../__testUtils__/systems';
import {
  camundaIdentityApiRef,
  type CamundaIdentityApi,
} from 'backstage-plugin-camunda-identity-react';
import { ConnectionsCard } from './ConnectionsCard';

function entity(annotation?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: {
      name: 'payments-camunda',
      annotations: annotation
        ? { 'camunda-identity/connections': annotation }
        : {},
    },
  };
}

function connection(change: object = {}): any {
  return {
    id: '1',
    name: 'payments-prod',
    title: 'Payments (production)',
    camundaVersion: '8.7',
    provider: { type: 'GENERIC', issuer: 'https://idp.example.com' },
    providerSummary: { title: 'Keycloak', issuer: 'https://idp.example.com' },
    health: { status: 'unknown', recent: [] },
    initialClaim: { name: 'oid', state: 'pending', valueHidden: true },
    clients: [
      {
        key: 'identity',
        title: 'Management Identity',
        clientId: 'camunda-identity',
        clientType: 'confidential',
        entraPlatform: 'web',
        redirectUris: ['https://identity.example.com/auth/login-callback'],
        helmRedirectUrl: 'https://identity.example.com',
        grantTypes: ['authorization_code', 'refresh_token'],
        scopes: [],
        notes: [],
      },
      {
        key: 'zeebe',
        title: 'Zeebe',
        clientId: 'camunda-zeebe',
        clientType: 'confidential',
        entraPlatform: 'none',
        redirectUris: [],
        grantTypes: ['client_credentials'],
        scopes: [],
        notes: [
          { code: 'n', severity: 'info', text: 'Zeebe never redirects.' },
        ],
      },
    ],
    ...change,
  };
}

describe.each(FRONTEND_SYSTEMS)('ConnectionsCard in %s', (_, renderIn) => {
  async function render(
    api: Partial<CamundaIdentityApi>,
    shown: Entity = entity('auto'),
  ) {
    await renderIn(
      <EntityProvider entity={shown}>
        <ConnectionsCard />
      </EntityProvider>,
      [[camundaIdentityApiRef, api]],
    );
  }

  it('shows provider, applications and the notice', async () => {
    const listConnections = jest.fn(async () => ({ items: [connection()] }));
    await render({ listConnections });
    expect(await screen.findByText('Payments (production)')).toBeVisible();
    expect(listConnections).toHaveBeenCalledWith({
      entityRef: 'system:default/payments-camunda',
      sort: 'status',
      order: 'asc',
      limit: 5,
      count: true,
    });
    expect(screen.getByText(/Keycloak/)).toBeVisible();
    expect(screen.getByText('Not checked yet')).toBeVisible();
    const row = screen.getByRole('row', { name: /Management Identity/ });
    expect(row).toHaveTextContent(
      'https://identity.example.com/auth/login-callback',
    );
    expect(row).toHaveTextContent('authorization_code');
    expect(row).toHaveTextContent('confidential');
    const zeebe = screen.getByRole('row', { name: /Zeebe/ });
    expect(zeebe).toHaveTextContent('none needed');
    expect(
      screen.getByText(/can be changed only in the database/),
    ).toBeVisible();
    expect(screen.getByText('Not marked as applied yet:')).toBeVisible();
  });

  it('says nothing of an application before what is known was read', async () => {
    let go: (report: unknown) => void = () => {};
    const later = new Promise(done => {
      go = done;
    });
    await render({
      listConnections: async () => ({
        items: [
          connection({
            health: {
              status: 'pass',
              checkedAt: new Date().toISOString(),
              reportId: 'r',
              recent: [],
            },
          }),
        ],
      }),
      getReport: () => later as never,
    });
    const row = await screen.findByRole('row', { name: /Management Identity/ });
    expect(row).not.toHaveTextContent(/not checked|not tested/);
    go({ findings: [] });
    expect(await within(row).findByText(/secret not tested/)).toBeVisible();
  });

  it('copies a redirect URI', async () => {
    const user = userEvent.setup();
    await render({ listConnections: async () => ({ items: [connection()] }) });
    const row = await screen.findByRole('row', { name: /Management Identity/ });
    await user.click(
      within(row).getByRole('button', {
        name: 'Copy redirect URI of Management Identity',
      }),
    );
    // Told to everybody, by a region that is there before.
    expect(
      await within(row).findByText(
        'Copied: redirect URI of Management Identity',
      ),
    ).toHaveAttribute('role', 'status');
  });

  it('says that a claim is set, in red for Entra', async () => {
    await render({
      listConnections: async () => ({
        items: [
          connection({
            provider: { type: 'MICROSOFT' },
            initialClaim: {
              name: 'oid',
              state: 'set',
              setAt: new Date().toISOString(),
            },
          }),
        ],
      }),
    });
    expect(
      await screen.findByText(/Changes of the configuration have no effect/),
    ).toBeVisible();
  });

  it('takes records by name, and bears one that is gone', async () => {
    await render(
      {
        getConnectionByName: async name => {
          if (name === 'gone')
            throw new ApiError(404, 'NotFoundError', 'There is none');
          return connection({ title: `Title of ${name}` });
        },
      },
      entity('gone, there'),
    );
    expect(await screen.findByText('Title of there')).toBeVisible();
  });

  it('offers the template where there is nothing yet', async () => {
    await render({ listConnections: async () => ({ items: [] }) });
    expect(
      await screen.findByText('No connection to an OpenID provider yet'),
    ).toBeVisible();
    expect(screen.getByRole('link')).toHaveAttribute(
      'href',
      `${TEMPLATE_PATH.replace(':namespace', 'default').replace(
        ':templateName',
        'connect-oidc-provider',
      )}?formData=${encodeURIComponent(
        '{"entityRef":"system:default/payments-camunda"}',
      )}`,
    );
  });

  it('says what went wrong and tries again', async () => {
    const user = userEvent.setup();
    const listConnections = jest
      .fn()
      .mockRejectedValueOnce(new ApiError(500, 'Error', 'database is gone'))
      .mockResolvedValue({ items: [connection()] });
    await render({ listConnections });
    expect(await screen.findByText('database is gone')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Payments (production)')).toBeVisible();
  });

  it('says when one may not see it', async () => {
    await render({
      listConnections: async () => {
        throw new ApiError(403, 'NotAllowedError', 'ask the owners');
      },
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });

  it('shows findings as they come, then the result', async () => {
    const user = userEvent.setup();
    let go: () => void = () => {};
    const later = new Promise<void>(done => {
      go = done;
    });
    async function* stream(): AsyncGenerator<CheckEvent> {
      yield {
        type: 'plan',
        codes: ['discovery.document', 'jwks.document'],
      };
      yield {
        type: 'finding',
        finding: {
          code: 'discovery.document',
          result: 'pass',
          subject: { kind: 'provider' },
          title: 'Discovery document',
          message: 'It answers',
        },
      };
      await later;
      yield {
        type: 'report',
        report: {
          status: 'fail',
          findings: [
            {
              code: 'jwks.document',
              result: 'fail',
              subject: { kind: 'provider' },
              title: 'Key set',
              message: 'It is empty',
              remedy: 'Add a key',
            },
          ],
        } as never,
      };
    }
    const listConnections = jest
      .fn()
      .mockResolvedValueOnce({ items: [connection()] })
      .mockResolvedValue({
        items: [
          connection({
            health: {
              status: 'fail',
              checkedAt: new Date().toISOString(),
              reportId: 'older',
              recent: [],
            },
          }),
        ],
      });
    const getReport = async (_id: string, reportId: string) =>
      ({
        findings:
          reportId === 'known'
            ? [
                {
                  code: 'client.secret',
                  result: 'fail',
                  subject: { kind: 'client', client: 'zeebe' },
                  title: 'Client secret',
                  message: 'Found wrong before',
                },
              ]
            : [],
      } as never);
    await render({ listConnections, streamConnectionCheck: stream, getReport });
    await user.click(await screen.findByRole('button', { name: 'Run checks' }));
    expect(await screen.findByText('1 of 2 checked')).toBeVisible();
    // The same button cancels, so the focus stays where it is.
    expect(
      screen.getByRole('button', { name: 'Cancel the check' }),
    ).toHaveFocus();
    go();
    expect(await screen.findByText('Failing')).toBeVisible();
    // Health rests on what is known, not on the last run alone.
    expect(await screen.findByText('Found wrong before.')).toBeVisible();
    expect(screen.getByText('Zeebe: Client secret')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Run checks' })).toHaveFocus();
    expect(listConnections).toHaveBeenCalledTimes(2);
  });

  it('says why a check could not be run', async () => {
    const user = userEvent.setup();
    await render({
      listConnections: async () => ({ items: [connection()] }),
      // eslint-disable-next-line require-yield
      streamConnectionCheck: async function* stream() {
        throw new ApiError(429, 'TooManyRequestsError', 'try again in 5 s');
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Run checks' }));
    expect(await screen.findByText('try again in 5 s')).toBeVisible();
  });
});
