import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FRONTEND_SYSTEMS } from '../__testUtils__/systems';
import type { FieldOptions } from './FieldOptions';
import { forgiving } from './forgiving';
import { initialClaimField } from './InitialClaimField/options';

beforeAll(() => {
  window.scrollTo = () => {};
});

describe.each(FRONTEND_SYSTEMS)('in the form of %s', (_, renderIn) => {
  async function renderForm(field: FieldOptions) {
    await renderIn(
      <Stepper
        extensions={[field as never]}
        manifest={{
          title: 'A template',
          steps: [
            {
              title: 'First administrator',
              schema: {
                properties: {
                  initialClaim: {
                    title: 'First administrator',
                    type: 'object',
                    'ui:field': field.name,
                    'ui:hideError': true,
                  },
                },
              },
            },
          ],
        }}
        initialState={{ camundaVersion: '8.7', initialClaim: { name: 'oid' } }}
        onCreate={async () => {}}
      />,
      [[catalogApiRef, catalogApiMock()]],
    );
  }
  const refusal = () => screen.queryByText(/one field needs a correction/);

  it('a refusal goes with its problem, and not before', async () => {
    const user = userEvent.setup();
    await renderForm(forgiving(initialClaimField));
    await user.click(await screen.findByRole('button', { name: 'Review' }));
    await waitFor(() => expect(refusal()).toBeInTheDocument());
    await user.type(
      screen.getByRole('textbox', { name: /Claim name/ }),
      '-of-theirs',
    );
    expect(refusal()).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: /Claim value/ }), 'x');
    await waitFor(() => expect(refusal()).not.toBeInTheDocument());
  });

  it('as Backstage has it, it stays until the next time', async () => {
    const user = userEvent.setup();
    await renderForm(initialClaimField);
    await user.click(await screen.findByRole('button', { name: 'Review' }));
    await waitFor(() => expect(refusal()).toBeInTheDocument());
    await user.type(screen.getByRole('textbox', { name: /Claim value/ }), 'x');
    expect(refusal()).toBeInTheDocument();
  });
});
