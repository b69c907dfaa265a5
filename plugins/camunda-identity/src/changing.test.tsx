import { fetchApiRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { camundaIdentityApiRef } from 'backstage-plugin-camunda-identity-react';
import { fullConnection } from './__testUtils__/fullConnection';
import { FRONTEND_SYSTEMS } from './__testUtils__/systems';
import { DeleteDialog } from './dialogs/DeleteDialog';
import { Edit } from './parts/Edit';

const connection = fullConnection();

// jsdom draws nothing, so there is nothing to scroll.
Element.prototype.scrollIntoView = () => {};

describe.each(FRONTEND_SYSTEMS)('changes in %s', (_, renderIn) => {
  const done = jest.fn();
  const api = { updateConnection: jest.fn(), deleteConnection: jest.fn() };
  const apis: Array<[unknown, unknown]> = [
    [camundaIdentityApiRef, api],
    [catalogApiRef, catalogApiMock({ entities: [] })],
    [
      fetchApiRef,
      { fetch: async () => Response.json({ items: [], findings: [] }) },
    ],
  ];

  beforeEach(() => {
    done.mockReset();
    api.updateConnection.mockReset().mockResolvedValue(connection);
    api.deleteConnection.mockReset().mockResolvedValue(undefined);
  });

  it('the form sends what was changed, and says that it was saved', async () => {
    const user = userEvent.setup();
    await renderIn(
      <Edit
        connection={connection}
        check={{} as never}
        openDialog={() => {}}
        onChange={done}
      />,
      apis,
    );
    const title = await screen.findByRole('textbox', { name: 'Title' });
    await user.clear(title);
    await user.type(title, 'Payments 🏦');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(api.updateConnection).toHaveBeenCalledWith(
      connection.id,
      connection.etag,
      { title: 'Payments 🏦' },
    );
  });

  it('the form says what is wrong at its field, and sends nothing', async () => {
    const user = userEvent.setup();
    await renderIn(
      <Edit
        connection={connection}
        check={{} as never}
        openDialog={() => {}}
        onChange={done}
      />,
      apis,
    );
    const identity = await screen.findByRole('region', {
      name: 'Management Identity',
    });
    const url = within(identity).getByRole('textbox', { name: /URL/ });
    await user.type(url, '/?x=1');
    expect(url).toHaveAttribute('aria-invalid', 'true');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(url).toHaveFocus();
    expect(screen.getByText('1 field needs a correction')).toBeVisible();
    expect(api.updateConnection).not.toHaveBeenCalled();
  });

  it('a dialog does what it says, and closes', async () => {
    const user = userEvent.setup();
    const close = jest.fn();
    await renderIn(
      <DeleteDialog connection={connection} onClose={close} onDone={done} />,
      apis,
    );
    await user.type(
      await screen.findByRole('textbox', { name: /Type payments-prod/ }),
      'payments-prod',
    );
    await user.click(
      screen.getByRole('button', { name: 'Delete the connection' }),
    );
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(api.deleteConnection).toHaveBeenCalledWith(
      connection.id,
      connection.etag,
    );
    expect(done).toHaveBeenCalled();
  });
});
