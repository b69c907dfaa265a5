import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select, Text } from '@backstage/ui';
import {
  machineClientFacts,
  takesCertificate,
  type CamundaVersion,
  type ProviderType,
} from 'backstage-plugin-camunda-identity-common/facts';
import { SecretFields } from '../components/SecretFields';
import type { FormState } from '../FormState';
import { Problem } from '../fields/Problem';
import { RecordTextField } from '../fields/RecordTextField';
import { valueAt } from '../paths';
import { camundaIdentityFormsTranslationRef } from '../translation';
import styles from '../forms.module.css';

/** A machine client as entered so far. */
interface MachineClientDraft {
  name?: string;
  purpose?: string;
}

/** The first unused name of worker, worker-2, worker-3 … */
function freeName(clients: readonly MachineClientDraft[]): string {
  const taken = new Set(clients.map(({ name }) => name));
  let name = 'worker';
  for (let n = 2; taken.has(name); n += 1) name = `worker-${n}`;
  return name;
}

function MachineClientBlock(props: {
  form: FormState;
  index: number;
  version: CamundaVersion;
  providerType: ProviderType;
}) {
  const { form, index, version, providerType } = props;
  const { t } = useTranslationRef(camundaIdentityFormsTranslationRef);
  const path = `machineClients.${index}`;
  const { name = '', purpose } = valueAt(form.data, path) as MachineClientDraft;
  const title = name || t('machine.untitled', { number: String(index + 1) });
  return (
    <section className={styles.block} aria-label={title} data-field={path}>
      <div className={styles.blockHead}>
        <Text weight="bold">{title}</Text>
        <Button
          size="small"
          variant="secondary"
          aria-label={t('machine.removeOf', { title })}
          onPress={() => form.set(path, undefined)}
        >
          {t('machine.remove')}
        </Button>
      </div>
      <div className={styles.grid}>
        <RecordTextField
          form={form}
          path={`${path}.name`}
          label={t('machine.name')}
          description={t('machine.nameHint')}
          isRequired
        />
        <div data-field={`${path}.purpose`}>
          <Select
            label={t('machine.purpose')}
            options={(['', 'worker', 'api'] as const).map(value => ({
              value,
              label: t(`machine.purposes.${value || 'none'}`),
            }))}
            value={purpose ?? ''}
            onChange={next =>
              form.set(`${path}.purpose`, next === '' ? undefined : next)
            }
          />
        </div>
        <RecordTextField
          form={form}
          path={`${path}.clientId`}
          label={t('components.clientId')}
          isRequired
        />
        <RecordTextField
          form={form}
          path={`${path}.audience`}
          label={t('components.audience')}
          description={t('components.audienceOfTarget')}
        />
        <RecordTextField
          form={form}
          path={`${path}.tokenScope`}
          label={t('more.tokenScope')}
          description={t('more.tokenScopeHint')}
        />
        <SecretFields
          form={form}
          path={path}
          client={name || 'worker'}
          takesCertificate={takesCertificate(
            machineClientFacts(name),
            version,
            providerType,
          )}
        />
      </div>
    </section>
  );
}

/**
 * The team's own applications that call Camunda: job workers and API clients.
 *
 * @public
 */
export function MachineClientsFields(props: {
  form: FormState;
  version: CamundaVersion;
  providerType: ProviderType;
}) {
  const { form } = props;
  const { t } = useTranslationRef(camundaIdentityFormsTranslationRef);
  const clients = (valueAt(form.data, 'machineClients') ??
    []) as MachineClientDraft[];
  return (
    <div className={styles.field} data-field="machineClients">
      <Text as="p" color="secondary">
        {t('machine.text')}
      </Text>
      {clients.map((_, index) => (
        // Identified by index, since their names are being typed.
        <MachineClientBlock key={index} {...props} index={index} />
      ))}
      <Problem form={form} path="machineClients" />
      <div>
        <Button
          variant="secondary"
          onPress={() =>
            form.set('machineClients', [
              ...clients,
              { name: freeName(clients), clientId: '' },
            ])
          }
        >
          {t('machine.add')}
        </Button>
      </div>
    </div>
  );
}
