import { toastApiRef } from '@backstage/frontend-plugin-api';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ApiError,
  type Connection,
} from 'backstage-plugin-camunda-identity-common/client';
import {
  camundaIdentityApiRef,
  type CamundaIdentityApi,
} from 'backstage-plugin-camunda-identity-react';
import { useEffect } from 'react';
import { fullConnection } from '../__testUtils__/fullConnection';
import { FRONTEND_SYSTEMS } from '../__testUtils__/systems';
import { messages } from '../translation/messages';
import { useRecordDialog, type RecordDialogKind } from './index';
import { TestSecretDialog } from './TestSecretDialog';

jest.setTimeout(30_000);

const pending = fullConnection();
const set = fullConnection({
  initialClaim: {
    name: 'oid',
    value: 'someone',
    state: 'set',
    setAt: '2026-06-01T08:00:00.000Z',
  },
});

const KINDS: Array<[RecordDialogKind, Connection]> = [
  ['claim-edit', pending],
  ['claim-set', pending],
  ['claim-change', set],
  ['claim-reset', set],
  ['delete', pending],
];

function Opened(props: {
  kind: RecordDialogKind;
  connection: Connection;
  onDelete?(): void;
}) {
  const { kind, connection, onDelete } = props;
  const { open, dialog } = useRecordDialog(connection, () => {}, onDelete);
  useEffect(() => open(kind), [kind, open]);
  return dialog;
}

describe.each(FRONTEND_SYSTEMS)('dialogs in %s', (_, renderIn) => {
  const toast = { post: jest.fn() };
  const apis = (api: Partial<CamundaIdentityApi> = {}) =>
    [
      [camundaIdentityApiRef, api],
      [toastApiRef, toast],
    ] as Array<[unknown, unknown]>;

  it.each(KINDS)('%s opens, and can be left', async (kind, connection) => {
    await renderIn(<Opened kind={kind} connection={connection} />, apis());
    const dialog = await screen.findByRole('dialog');
    const cancel = within(dialog).getByText(messages.dialog.cancel);
    expect(dialog.textContent!.length).toBeGreaterThan(60);
    await userEvent.setup().click(cancel);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('a secret that is tested once goes to the check and nowhere else', async () => {
    const onTest = jest.fn();
    const user = userEvent.setup();
    await renderIn(
      <TestSecretDialog
        client={pending.clients[0]}
        onTest={onTest}
        onClose={() => {}}
      />,
      apis(),
    );
    await user.type(
      await screen.findByLabelText(messages.secretTest.secret),
      'correct-horse',
    );
    await user.click(screen.getByText(messages.secretTest.confirm));
    await waitFor(() => expect(onTest).toHaveBeenCalledWith('correct-horse'));
  });

  it('a deletion needs the name, says why it failed, and ends once it has worked', async () => {
    const onDelete = jest.fn();
    const deleteConnection = jest
      .fn()
      .mockRejectedValueOnce(
        new ApiError(412, 'PreconditionFailedError', 'It has changed since'),
      )
      .mockResolvedValue(undefined);
    const user = userEvent.setup();
    await renderIn(
      <Opened kind="delete" connection={pending} onDelete={onDelete} />,
      apis({ deleteConnection }),
    );
    const dialog = await screen.findByRole('dialog');
    const confirm = () => within(dialog).getByText(messages.delete.confirm);
    await user.click(confirm());
    expect(deleteConnection).not.toHaveBeenCalled();
    await user.type(within(dialog).getByRole('textbox'), pending.name);
    await user.click(confirm());
    expect(
      await within(dialog).findByText('It has changed since'),
    ).toBeVisible();
    expect(onDelete).not.toHaveBeenCalled();
    await user.click(confirm());
    await waitFor(() => expect(onDelete).toHaveBeenCalled());
    expect(deleteConnection).toHaveBeenLastCalledWith(pending.id, pending.etag);
    expect(toast.post).toHaveBeenCalledWith(
      expect.objectContaining({ status: 'success' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
