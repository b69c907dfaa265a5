import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { Failure, Surface } from 'backstage-plugin-camunda-identity-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTell } from '../hooks';
import { camundaIdentityTranslationRef } from '../translation';
import styles from './dialogs.module.css';

/**
 * A dialog that does one thing: it stays open until that has worked, and says why it has not.
 *
 * @param props - `done`: what to tell when it has worked; `confirm`: text of the button
 */
export function ActionDialog(props: {
  title: string;
  confirm: string;
  done?: string;
  destructive?: boolean;
  isDisabled?: boolean;
  children: ReactNode;
  act(): Promise<void>;
  onClose(): void;
}) {
  const { title, confirm, done, destructive, isDisabled, act, onClose } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const tell = useTell();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isDisabled || pending) return;
    setPending(true);
    setError(undefined);
    try {
      await act();
      if (done) tell(done);
      onClose();
    } catch (problem) {
      setError(problem as Error);
      setPending(false);
    }
  };
  return (
    <Dialog
      isOpen
      onOpenChange={open => {
        if (!open) onClose();
      }}
      className={styles.dialog}
    >
      <form onSubmit={submit} className={styles.form}>
        <DialogHeader>{title}</DialogHeader>
        <DialogBody>
          <Surface className={styles.body}>
            {props.children}
            {error && <Failure title={t('dialog.failed')} error={error} />}
          </Surface>
        </DialogBody>
        <DialogFooter className={styles.footer}>
          <Button variant="secondary" onPress={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button
            type="submit"
            variant="primary"
            destructive={destructive}
            isDisabled={isDisabled}
            isPending={pending}
          >
            {confirm}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
