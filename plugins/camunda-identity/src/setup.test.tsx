import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  DEFAULT_PROVIDER_CONTEXT,
  summarizeProvider,
} from 'backstage-plugin-camunda-identity-common';
import {
  writeProviderSetup,
  type SetupProduct,
} from 'backstage-plugin-camunda-identity-common/setup';
import { camundaIdentityApiRef } from 'backstage-plugin-camunda-identity-react';
import { fullConnection } from './__testUtils__/fullConnection';
import { FRONTEND_SYSTEMS } from './__testUtils__/systems';
import { Setup } from './parts/Setup';

jest.setTimeout(60_000);

describe.each(FRONTEND_SYSTEMS)('Set up the provider, in %s', (_, renderIn) => {
  const updateConnection = jest.fn(async () => {});

  async function open(issuer: string, change: object = {}) {
    const provider = { type: 'GENERIC' as const, issuer };
    const connection = {
      ...fullConnection(),
      provider,
      providerSummary: summarizeProvider(provider, DEFAULT_PROVIDER_CONTEXT),
      ...change,
    };
    const getProviderSetup = async (
      __: string,
      { product }: { product?: SetupProduct } = {},
    ) => writeProviderSetup(connection, DEFAULT_PROVIDER_CONTEXT, product);
    await renderIn(
      <Setup
        connection={connection}
        check={{} as never}
        openDialog={() => {}}
        onChange={() => {}}
      />,
      [[camundaIdentityApiRef, { getProviderSetup, updateConnection }]],
    );
    return connection;
  }

  it('leads to the pages of the product, and never to an address of the record', async () => {
    const { clients } = await open(
      'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Abc',
    );
    const steps = await screen.findByRole('region', { name: 'Amazon Cognito' });
    const [first] = within(steps).getAllByRole('link');
    expect(first).toHaveAttribute(
      'href',
      'https://eu-central-1.console.aws.amazon.com/cognito/v2/idp/user-pools/eu-central-1_Abc',
    );
    const hrefs = within(steps)
      .getAllByRole('link')
      .map(link => link.getAttribute('href'));
    for (const uri of clients.flatMap(({ redirectUris }) => redirectUris))
      expect(hrefs).not.toContain(uri);
    // No request registers an application there.
    expect(
      screen.queryByRole('region', {
        name: 'Let the portal register the applications',
      }),
    ).not.toBeInTheDocument();
  });

  it('offers to register where a provider may do so', async () => {
    await open('https://idp.example.com');
    expect(
      await screen.findByRole('region', {
        name: 'Let the portal register the applications',
      }),
    ).toBeVisible();
  });

  it('takes what came back from a file, and none that is too long', async () => {
    const user = userEvent.setup();
    await open('https://idp.example.com');
    const picker = await screen.findByLabelText('Choose a file', {
      selector: 'input',
    });
    await user.upload(
      picker,
      new File(['x'.repeat(65 * 1024)], 'long.tsv', { type: 'text/plain' }),
    );
    expect(
      await screen.findByText('long.tsv is larger than 64 KiB'),
    ).toBeVisible();
    const answer = 'client\tclientId\nidentity\tid-of-theirs\n';
    await user.upload(
      picker,
      // jsdom's files cannot be read.
      Object.assign(
        new File([answer], 'answer.tsv', { type: 'text/tab-separated-values' }),
        { text: async () => answer },
      ),
    );
    await user.click(
      await screen.findByRole('button', { name: 'Enter it in the record' }),
    );
    await waitFor(() =>
      expect(updateConnection).toHaveBeenCalledWith(
        expect.anything(),
        expect.anything(),
        { components: { identity: { clientId: 'id-of-theirs' } } },
      ),
    );
  });

  it('says since when client IDs are awaited only where it can be known', async () => {
    const { clients } = fullConnection();
    const awaited = {
      clients: clients.map(client =>
        client.key === 'identity' ? { ...client, clientId: '<later>' } : client,
      ),
    };
    const time = '2026-03-01T12:00:00.000Z';
    await open('https://idp.example.com', {
      ...awaited,
      createdAt: time,
      updatedAt: time,
    });
    expect(
      await screen.findByText(/still awaited for Management Identity, since/),
    ).toBeVisible();
  });

  it('and says what it is where the record was changed since', async () => {
    const { clients } = fullConnection();
    await open('https://idp.example.com', {
      clients: clients.map(client =>
        client.key === 'identity' ? { ...client, clientId: '<later>' } : client,
      ),
      createdAt: '2026-03-01T12:00:00.000Z',
      updatedAt: '2026-04-01T12:00:00.000Z',
    });
    expect(
      await screen.findByText(/was registered on .* and changed last on/),
    ).toBeVisible();
  });
});
