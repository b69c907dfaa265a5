import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Switch } from '@backstage/ui';
import {
  findComponent,
  type CamundaVersion,
  type ComponentFacts,
} from 'backstage-plugin-camunda-identity-common/facts';
import type { FormState } from '../FormState';
import { Disclosure } from '../fields/Disclosure';
import { Doubts } from '../fields/Doubts';
import { RecordTextField } from '../fields/RecordTextField';
import { valueAt } from '../paths';
import { camundaIdentityFormsTranslationRef } from '../translation';
import styles from '../forms.module.css';

/** Settings that few installations need. */
type OfferedField =
  | 'usernameClaim'
  | 'clientIdClaim'
  | 'groupsClaim'
  | 'scopes'
  | 'wellKnown'
  | 'operateAudience'
  | 'tokenScope';

function settingsOf(
  { key }: ComponentFacts,
  version: CamundaVersion,
): OfferedField[] {
  switch (key) {
    case 'orchestration':
      return ['usernameClaim', 'clientIdClaim', 'groupsClaim', 'scopes'];
    case 'zeebe':
      return ['tokenScope'];
    case 'console':
      return ['wellKnown'];
    case 'connectors':
      return findComponent('operate', version)
        ? ['operateAudience', 'tokenScope']
        : ['tokenScope'];
    default:
      return [];
  }
}

/** The rest of a component's settings, under "More settings". */
export function MoreFields(props: {
  form: FormState;
  component: ComponentFacts;
  version: CamundaVersion;
}) {
  const { form, component, version } = props;
  const { t } = useTranslationRef(camundaIdentityFormsTranslationRef);
  const settings = settingsOf(component, version);
  if (settings.length === 0) return null;
  const path = `components.${component.key}`;
  const preferUsername = `${path}.preferUsernameClaim`;
  return (
    <Disclosure
      form={form}
      summary={t('more.title')}
      paths={[
        ...settings.map(setting => `${path}.${setting}`),
        preferUsername,
        `${path}.claims`,
      ]}
    >
      <div className={styles.grid} data-field={`${path}.claims`}>
        {settings.map(setting => (
          <RecordTextField
            key={setting}
            form={form}
            path={`${path}.${setting}`}
            label={t(`more.${setting}`)}
            description={t(`more.${setting}Hint`)}
            isList={setting === 'scopes'}
          />
        ))}
        {component.key === 'orchestration' && (
          <div data-field={preferUsername}>
            <Switch
              label={t('more.preferUsernameClaim')}
              isSelected={valueAt(form.data, preferUsername) === true}
              onChange={on => form.set(preferUsername, on || undefined)}
            />
          </div>
        )}
      </div>
      <Doubts form={form} path={`${path}.claims`} />
    </Disclosure>
  );
}
