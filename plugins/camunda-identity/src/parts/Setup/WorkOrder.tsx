import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Text, TextAreaField } from '@backstage/ui';
import type { WorkOrderForm } from 'backstage-plugin-camunda-identity-common/setup';
import { camundaIdentityApiRef } from 'backstage-plugin-camunda-identity-react';
import { useRef, useState } from 'react';
import { useTell } from '../../hooks';
import { camundaIdentityTranslationRef } from '../../translation';
import { download } from '../code';
import part from '../part.module.css';
import type { PartProps } from '../types';
import { isAwaited } from './isAwaited';
import { setupOf } from './setupOf';

type Props = Pick<PartProps, 'connection' | 'onChange'>;

/** What the reader of an answer takes. */
const MAX_BYTES = 64 * 1024;

const FORMS: readonly WorkOrderForm[] = ['markdown', 'html', 'text'];

/** The order to those who run the provider, and what came back from them. */
export function WorkOrder({ connection, onChange }: Props) {
  const api = useApi(camundaIdentityApiRef);
  const tell = useTell();
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const picker = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState('');
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const awaited = connection.clients.filter(({ clientId }) =>
    isAwaited(clientId),
  );

  const isChanged = connection.updatedAt !== connection.createdAt;
  const day = (time: string) => new Date(time).toLocaleDateString();

  const choose = async (file: File | undefined) => {
    if (!file) return;
    setProblems([]);
    if (file.size > MAX_BYTES)
      setProblems([t('setup.answerTooLarge', { name: file.name })]);
    else setAnswer(await file.text());
  };

  const save = async (form: WorkOrderForm) => {
    const { writeWorkOrder } = await import(
      'backstage-plugin-camunda-identity-common/setup'
    );
    const about = {
      title: connection.title ?? connection.name,
      issuer: connection.providerSummary.issuer,
    };
    const file = writeWorkOrder(await setupOf(connection), about, form);
    download(`${connection.name}-${file.path}`, file.content, file.mediaType);
  };

  const take = async () => {
    setBusy(true);
    setProblems([]);
    const { answerPatch, readWorkOrderAnswer, WorkOrderAnswerError } =
      await import('backstage-plugin-camunda-identity-common/setup');
    try {
      const answers = readWorkOrderAnswer(
        answer,
        connection.clients.map(({ key }) => key),
      );
      if (answers.length > 0)
        await api.updateConnection(
          connection.id,
          connection.etag,
          answerPatch(connection, answers),
        );
      setAnswer('');
      // The record is drawn anew after this: what is told inside of it would be gone.
      tell(t('setup.taken', { count: answers.length }));
      onChange();
    } catch (error) {
      setProblems(
        error instanceof WorkOrderAnswerError
          ? error.problems
          : [(error as Error).message],
      );
    } finally {
      setBusy(false);
    }
  };

  return (
    <section aria-label={t('setup.order')} className={part.part}>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('setup.order')}
      </Text>
      <p className={part.soft}>{t('setup.orderText')}</p>
      <div className={part.controls}>
        {FORMS.map(form => (
          <Button key={form} variant="secondary" onPress={() => save(form)}>
            {t(`setup.orderForms.${form}`)}
          </Button>
        ))}
      </div>
      {awaited.length > 0 && (
        <p>
          {/* The record keeps no history: a later change may have brought one of these. */}
          {t(isChanged ? 'setup.awaitedSomeTime' : 'setup.awaited', {
            titles: awaited.map(({ title }) => title).join(', '),
            since: day(connection.createdAt),
            changed: day(connection.updatedAt),
          })}
        </p>
      )}
      <TextAreaField
        label={t('setup.answer')}
        description={t('setup.answerHint')}
        value={answer}
        onChange={setAnswer}
      />
      <div className={part.controls}>
        {/* The browser's own button speaks the browser's language. */}
        <Button variant="secondary" onPress={() => picker.current?.click()}>
          {t('setup.answerFile')}
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={t('setup.answerFile')}
          accept=".tsv,.csv,.md,.txt,.json,text/*"
          onChange={event => {
            choose(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button
          variant="secondary"
          isDisabled={answer.trim() === '' || isBusy}
          onPress={take}
        >
          {t('setup.take')}
        </Button>
      </div>
      <div aria-live="polite">
        {problems.length > 0 && (
          <Alert
            status="danger"
            icon
            title={t('setup.notTaken')}
            description={
              <ul>
                {problems.map(problem => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
            }
          />
        )}
      </div>
    </section>
  );
}
