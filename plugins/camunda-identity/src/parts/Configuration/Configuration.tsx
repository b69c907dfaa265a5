import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select } from '@backstage/ui';
import { CAMUNDA_VERSIONS } from 'backstage-plugin-camunda-identity-common/facts';
import {
  camundaIdentityApiRef,
  Failure,
  HealthBadge,
  useSubjectTitle,
  camundaIdentityReactTranslationRef,
  FindingText,
} from 'backstage-plugin-camunda-identity-react';
import useAsync from 'react-use/esm/useAsync';
import { Loading } from '../../components/Loading';
import { Mending } from '../../components/Mending';
import { useKept, useQueryState } from '../../hooks';
import { camundaIdentityTranslationRef } from '../../translation';
import { DiffView, downloadZip, FileView } from '../code';
import part from '../part.module.css';
import type { PartProps } from '../types';
import { findingLines } from './findingLines';
import { FORMS, queryOf, type ConfigForm } from './forms';

type Files = ReadonlyArray<{ path: string; content: string }>;

/** Paths of both, each once. */
function pathsOf(left: Files, right: Files): string[] {
  return [...new Set([...left, ...right].map(({ path }) => path))];
}

function contentOf(files: Files, path: string): string {
  return files.find(file => file.path === path)?.content ?? '';
}

/** The written configuration: form and version in the address, files to copy and download. */
export function Configuration(props: PartProps) {
  const { connection, rest } = props;
  const api = useApi(camundaIdentityApiRef);
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const { t: shared } = useTranslationRef(camundaIdentityReactTranslationRef);
  const subjectOf = useSubjectTitle(connection.clients);
  const [get, set] = useQueryState();
  const form: ConfigForm =
    FORMS.find(entry => entry === (get('form') ?? rest)) ?? 'helm';
  const version =
    CAMUNDA_VERSIONS.find(entry => entry === get('version')) ??
    connection.camundaVersion;
  const other = CAMUNDA_VERSIONS.find(entry => entry === get('compare'));
  const component = get('component') ?? 'all';
  const read = (camundaVersion: string) =>
    api.getConfig(connection.id, {
      ...queryOf(form),
      component,
      camundaVersion,
    });
  const key = `${connection.etag} ${form} ${component}`;
  const config = useKept(() => read(version), `${key} ${version}`);
  const compared = useKept(
    async () => (other ? read(other) : undefined),
    `${key} ${other}`,
  );
  const versions = CAMUNDA_VERSIONS.map(entry => ({
    value: entry,
    label:
      entry === connection.camundaVersion
        ? t('configuration.ofRecord', { version: entry })
        : entry,
  }));
  const files = config.value?.files ?? [];
  const { value: lines } = useAsync(
    async () =>
      config.value &&
      findingLines(config.value.files, config.value.findings, form, version),
    [config.value],
  );
  const marked = (path: string) =>
    new Set(
      [...(lines?.values() ?? [])]
        .flat()
        .flatMap(entry => (entry.path === path ? [entry.line] : [])),
    );
  return (
    <div className={part.part}>
      <div className={part.controls}>
        <Select
          label={t('configuration.form')}
          options={FORMS.map(entry => ({
            value: entry,
            label: t(`configuration.forms.${entry}`),
          }))}
          value={form}
          onChange={next => set({ form: String(next) })}
        />
        <Select
          label={t('configuration.version')}
          options={versions}
          value={version}
          onChange={next => set({ version: String(next) })}
        />
        <Select
          label={t('configuration.component')}
          options={[
            { value: 'all', label: t('configuration.all') },
            ...connection.clients.map(client => ({
              value: client.key,
              label: client.title,
            })),
          ]}
          value={component}
          onChange={next =>
            set({ component: next === 'all' ? undefined : String(next) })
          }
        />
        <Select
          label={t('configuration.compare')}
          options={[
            { value: '', label: t('configuration.nothing') },
            ...versions.filter(({ value }) => value !== version),
          ]}
          value={other ?? ''}
          onChange={next => set({ compare: String(next) })}
        />
        {files.length > 1 && (
          <Button
            variant="secondary"
            onPress={() =>
              downloadZip(`${connection.name}-${form}-${version}.zip`, files)
            }
          >
            {t('configuration.downloadAll')}
          </Button>
        )}
      </div>
      {config.error && (
        <Failure
          title={t('configuration.failed')}
          error={config.error}
          retry={config.retry}
        />
      )}
      {!config.value && !config.error && (
        <Loading label={t('tabs.loading')} height={320} />
      )}
      {config.value && config.value.findings.length > 0 && (
        <ul className={part.findings} aria-label={t('configuration.findings')}>
          {config.value.findings.map((finding, index) => (
            <li key={index}>
              <HealthBadge
                status={
                  finding.result === 'fail' || finding.result === 'warn'
                    ? finding.result
                    : 'unknown'
                }
              >
                {shared(`result.${finding.result}`)}
              </HealthBadge>{' '}
              <strong>
                {subjectOf(finding)}:{' '}
                <FindingText finding={finding} part="title" />.
              </strong>{' '}
              <FindingText finding={finding} part="message" />{' '}
              <FindingText finding={finding} part="remedy" />{' '}
              {(lines?.get(finding) ?? []).map(({ path, line }) => (
                <span key={`${path} ${line}`} className={part.soft}>
                  {t('configuration.atLine', { path, line: String(line) })}{' '}
                </span>
              ))}
              <Mending connection={connection} finding={finding} />
            </li>
          ))}
        </ul>
      )}
      {other && compared.value
        ? pathsOf(files, compared.value.files).map(path => (
            <section key={path} aria-label={path}>
              <h3>{path}</h3>
              <DiffView
                left={contentOf(files, path)}
                right={contentOf(compared.value!.files, path)}
                leftTitle={t('card.camunda', { version })}
                rightTitle={t('card.camunda', { version: other })}
              />
            </section>
          ))
        : files.map(file => (
            <FileView key={file.path} file={file} marked={marked(file.path)} />
          ))}
      {config.value && files.length === 0 && <p>{t('configuration.none')}</p>}
    </div>
  );
}
