import { identityApiRef } from '@backstage/frontend-plugin-api';
import { screen } from '@testing-library/react';
import { camundaIdentityApiRef } from 'backstage-plugin-camunda-identity-react';
import { fullConnection } from '../__testUtils__/fullConnection';
import { FRONTEND_SYSTEMS } from '../__testUtils__/systems';
import { MyConnections } from './MyConnections';

describe.each(FRONTEND_SYSTEMS)('MyConnections in %s', (_, renderIn) => {
  it('shows what my groups own, and nothing of others', async () => {
    const owned: Record<string, string> = {
      'group:default/team-payments': 'Payments',
      'group:default/team-orders': 'Orders',
    };
    await renderIn(<MyConnections />, [
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
        camundaIdentityApiRef,
        {
          listConnections: async ({ owner }: { owner: string }) => ({
            items: owned[owner]
              ? [fullConnection({ title: owned[owner] })]
              : [],
            totalItems: owned[owner] ? 1 : 0,
          }),
        },
      ],
    ]);
    expect(await screen.findByRole('listitem')).toHaveTextContent('Payments');
  });

  it('says that there is none', async () => {
    await renderIn(<MyConnections />, [
      [
        camundaIdentityApiRef,
        { listConnections: async () => ({ items: [], totalItems: 0 }) },
      ],
    ]);
    expect(
      await screen.findByText('Your teams have no connection yet.'),
    ).toBeVisible();
  });

  it('says why it could not be read, and tries again', async () => {
    await renderIn(<MyConnections />, [
      [
        camundaIdentityApiRef,
        {
          listConnections: async () => {
            throw new Error('the database is away');
          },
        },
      ],
    ]);
    expect(await screen.findByText(/the database is away/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
  });
});
