import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select, Text } from '@backstage/ui';
import type { SetupProduct } from 'backstage-plugin-camunda-identity-common/setup';
import { Failure } from 'backstage-plugin-camunda-identity-react';
import { Loading } from '../../components/Loading';
import { useKept, useQueryState } from '../../hooks';
import { camundaIdentityTranslationRef } from '../../translation';
import { downloadZip, FileView } from '../code';
import part from '../part.module.css';
import type { PartProps } from '../types';
import { productsOf, setupOf } from './setupOf';

/** Files that make the applications at the provider; the product is in the address. */
export function SetupFiles({ connection }: Pick<PartProps, 'connection'>) {
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const [get, set] = useQueryState();
  const products = productsOf(connection);
  const { profile } = connection.providerSummary;
  const product =
    products.find(entry => entry === get('product')) ??
    products.find(entry => entry === profile);
  const setup = useKept(
    async () => (product ? setupOf(connection, product) : undefined),
    `${connection.etag} ${product}`,
  );
  const files = setup.value?.files ?? [];
  return (
    <section aria-label={t('setup.files')}>
      <Text as="h3" variant="body-medium" weight="bold">
        {t('setup.files')}
      </Text>
      <p className={part.soft}>{t('setup.filesText')}</p>
      <div className={part.controls}>
        <Select
          label={t('setup.product')}
          placeholder={t('setup.chooseProduct')}
          options={products.map(value => ({
            value,
            label: t(`setup.products.${value}`),
          }))}
          value={product ?? null}
          onChange={next => set({ product: next as SetupProduct })}
        />
        {files.length > 1 && (
          <Button
            variant="secondary"
            onPress={() =>
              downloadZip(`${connection.name}-${product}.zip`, files)
            }
          >
            {t('configuration.downloadAll')}
          </Button>
        )}
      </div>
      {setup.error && (
        <Failure
          title={t('error.part')}
          error={setup.error}
          retry={setup.retry}
        />
      )}
      {product && !setup.value && !setup.error && (
        <Loading label={t('tabs.loading')} height={160} />
      )}
      {(setup.value?.findings ?? [])
        .filter(({ subject }) => subject.kind === 'record')
        .map(({ code, message }) => (
          <p key={code} role="note">
            {message}
          </p>
        ))}
      {files.map(file => (
        <details key={file.path}>
          <summary>{file.path}</summary>
          <FileView file={file} marked={new Set()} />
        </details>
      ))}
    </section>
  );
}
