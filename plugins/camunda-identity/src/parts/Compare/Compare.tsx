import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select, Text, TextAreaField } from '@backstage/ui';
import type {
  ConfigComparison,
  ConfigFormat,
  ValuesUpgrade,
} from 'backstage-plugin-camunda-identity-common/config';
import { CAMUNDA_VERSIONS } from 'backstage-plugin-camunda-identity-common/facts';
import {
  camundaIdentityApiRef,
  Failure,
} from 'backstage-plugin-camunda-identity-react';
import { useRef, useState, type DragEvent } from 'react';
import { useQueryState } from '../../hooks';
import { camundaIdentityTranslationRef } from '../../translation';
import part from '../part.module.css';
import type { PartProps } from '../types';
import { ComparisonResult } from './ComparisonResult';
import styles from './Compare.module.css';
import { detectFormat } from './detectFormat';
import { RecordUpgrade } from './RecordUpgrade';
import { UpgradeResult } from './UpgradeResult';

const FORMATS: ConfigFormat[] = [
  'helm',
  'env',
  'application-yaml',
  'kubernetes-secret',
];

/** As the API takes it at most. */
const MAX_BYTES = 256 * 1024;

type Outcome =
  | { kind: 'comparison'; content: string; result: ConfigComparison }
  | { kind: 'upgrade'; content: string; to: string; result: ValuesUpgrade }
  | { kind: 'error'; error: Error };

/** Paste or drop a file that runs: what differs from the record, and the file for the next version. */
export function Compare(props: PartProps) {
  const { connection } = props;
  const { camundaVersion: version } = connection;
  const api = useApi(camundaIdentityApiRef);
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const [get, set] = useQueryState();
  const [name, setName] = useState('');
  const [content, setContent] = useState('');
  const [chosen, setChosen] = useState<ConfigFormat>();
  const [pending, setPending] = useState<'comparison' | 'upgrade'>();
  const [outcome, setOutcome] = useState<Outcome>();
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const later = CAMUNDA_VERSIONS.slice(CAMUNDA_VERSIONS.indexOf(version) + 1);
  const to = later.find(entry => entry === get('to')) ?? later[0];
  const format = chosen ?? detectFormat(name, content);
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > MAX_BYTES) {
      setOutcome({
        kind: 'error',
        error: new Error(t('compare.tooLarge', { name: file.name })),
      });
      return;
    }
    setName(file.name);
    setContent(await file.text());
    setChosen(undefined);
    setOutcome(undefined);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const run = async (kind: 'comparison' | 'upgrade') => {
    setPending(kind);
    try {
      if (kind === 'comparison')
        setOutcome({
          kind,
          content,
          result: await api.compareConfig(connection.id, { format, content }),
        });
      else
        setOutcome({
          kind,
          content,
          to: to!,
          result: await api.upgradeValues({ from: version, to: to!, content }),
        });
    } catch (error) {
      setOutcome({ kind: 'error', error: error as Error });
    }
    setPending(undefined);
  };
  return (
    <div className={part.part}>
      <p>{t('compare.text')}</p>
      <div
        className={`${styles.drop} ${over ? styles.over : ''}`}
        onDragOver={event => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <TextAreaField
          label={t('compare.file')}
          description={t('compare.fileHint')}
          value={content}
          onChange={text => {
            setContent(text);
            setOutcome(undefined);
          }}
          rows={8}
          spellCheck="false"
          className={styles.text}
        />
        {/* The browser's own button speaks the browser's language. */}
        <div>
          <Button variant="secondary" onPress={() => picker.current?.click()}>
            {t('compare.choose')}
          </Button>
          <input
            ref={picker}
            type="file"
            hidden
            aria-label={t('compare.choose')}
            accept=".yaml,.yml,.env,.txt,.properties,text/*"
            onChange={event => {
              take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </div>
      </div>
      <div className={part.controls}>
        <Select
          label={t('compare.format')}
          options={FORMATS.map(value => ({
            value,
            label: t(`compare.formats.${value}`),
          }))}
          value={format}
          onChange={next => setChosen(next as ConfigFormat)}
        />
        <Button
          variant="primary"
          isDisabled={content.trim() === ''}
          isPending={pending === 'comparison'}
          onPress={() => run('comparison')}
        >
          {t('compare.compare')}
        </Button>
        {later.length > 0 && (
          <>
            <Select
              label={t('compare.to')}
              options={later.map(value => ({ value, label: value }))}
              value={to}
              onChange={next => set({ to: String(next) })}
            />
            <Button
              variant="secondary"
              isDisabled={content.trim() === '' || format !== 'helm'}
              isPending={pending === 'upgrade'}
              onPress={() => run('upgrade')}
            >
              {t('compare.upgrade')}
            </Button>
          </>
        )}
      </div>
      <div aria-live="polite">
        {outcome?.kind === 'error' && (
          <Failure title={t('compare.failed')} error={outcome.error} />
        )}
        {outcome?.kind === 'comparison' && (
          <ComparisonResult
            connection={connection}
            content={outcome.content}
            result={outcome.result}
          />
        )}
        {outcome?.kind === 'upgrade' && (
          <UpgradeResult
            content={outcome.content}
            from={version}
            to={outcome.to}
            result={outcome.result}
          />
        )}
      </div>
      {to && (
        <>
          <Text as="h3" variant="body-medium" weight="bold">
            {t('compare.record', { version: to })}
          </Text>
          <RecordUpgrade key={to} connection={connection} to={to} />
        </>
      )}
    </div>
  );
}
