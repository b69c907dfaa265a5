import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import type { SetupProduct } from 'backstage-plugin-camunda-identity-common/setup';
import {
  camundaIdentityApiRef,
  Failure,
} from 'backstage-plugin-camunda-identity-react';
import { Loading } from '../../components/Loading';
import { useKept, useQueryState } from '../../hooks';
import { camundaIdentityTranslationRef } from '../../translation';
import part from '../part.module.css';
import type { PartProps } from '../types';
import { GuideNotes } from './GuideNotes';
import { guideOf } from './guideOf';
import { Place } from './Place';
import { Registration } from './Registration';
import { SetupFiles } from './SetupFiles';
import { productsOf } from './setupOf';
import { Steps } from './Steps';
import { WorkOrder } from './WorkOrder';

/**
 * Set up the provider: this product's steps with this record's values, ticks that stay, and files that do
 * it. The product is in the address.
 */
export function Setup(props: PartProps) {
  const { connection, onChange } = props;
  const api = useApi(camundaIdentityApiRef);
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const [get, set] = useQueryState();
  const products = productsOf(connection);
  const { profile: own } = connection.providerSummary;
  // Another product than the provider's own is a choice; left out, the API takes the provider's.
  const chosen = products.find(entry => entry === get('product'));
  const about = useKept(() => guideOf(connection), connection.etag);
  const setup = useKept(
    () => api.getProviderSetup(connection.id, { product: chosen }),
    `${connection.etag} ${chosen}`,
  );
  const profile = about.value?.profile;
  return (
    <div className={part.part}>
      <Place connection={connection} admin={profile?.admin} />
      {products.length > 1 && (
        <div className={part.controls}>
          <Select
            label={t('setup.product')}
            options={[
              ...(products.includes(own as SetupProduct)
                ? []
                : [{ value: '', label: connection.providerSummary.title }]),
              ...products.map(value => ({
                value,
                label: t(`setup.products.${value}`),
              })),
            ]}
            value={chosen ?? products.find(entry => entry === own) ?? ''}
            onChange={next =>
              set({ product: next === own ? undefined : String(next) })
            }
          />
        </div>
      )}
      {setup.error && (
        <Failure
          title={t('error.part')}
          error={setup.error}
          retry={setup.retry}
        />
      )}
      {!setup.value && !setup.error && (
        <Loading label={t('tabs.loading')} height={320} />
      )}
      {setup.value && <Steps connection={connection} setup={setup.value} />}
      {/* Stays while the record is read anew: it may show what cannot be asked for again. */}
      <Registration connection={connection} onChange={onChange} />
      {setup.value && (
        <SetupFiles connection={connection} setup={setup.value} />
      )}
      <WorkOrder connection={connection} onChange={onChange} />
      {about.value && (
        <GuideNotes guide={about.value.guide} profile={profile} />
      )}
    </div>
  );
}
