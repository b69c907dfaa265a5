import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import {
  redirectUris,
  type ClientFacts,
} from 'backstage-plugin-camunda-identity-common/facts';
import { ProblemTextField } from '../../components/ProblemTextField';
import { camundaIdentityFieldsTranslationRef } from '../../translation';
import styles from '../fields.module.css';
import type { Problems } from '../problems';
import { clientPath, valueAt, type ComponentsFormData } from './paths';
import { RedirectUris } from './RedirectUris';

/** What client fields and component blocks get alike. */
export interface BlockProps {
  data: ComponentsFormData;
  problems: Problems;
  showAll: boolean;
  microsoft: boolean;
  set(path: readonly string[], value: unknown): void;
}

function isUrl(text: unknown): text is string {
  return typeof text === 'string' && URL.canParse(text);
}

/** The fields of one application at the provider. */
export function ClientFields(
  props: BlockProps & { facts: ClientFacts; url?: unknown; titled: boolean },
) {
  const { data, facts, microsoft, problems, set, showAll, titled, url } = props;
  const { t } = useTranslationRef(camundaIdentityFieldsTranslationRef);
  const path = clientPath(facts.key);
  const inKubernetes =
    valueAt(data, [...path, 'secret', 'kubernetesSecret']) !== undefined;
  const inVariable = valueAt(data, [...path, 'secret', 'env']) !== undefined;
  const text = (
    inner: string[],
    label: string,
    options: { description?: string; isRequired?: boolean } = {},
  ) => {
    const whole = [...path, ...inner];
    return (
      <ProblemTextField
        key={whole.join('.')}
        label={label}
        description={options.description}
        isRequired={options.isRequired}
        value={valueAt(data, whole) as string | undefined}
        problem={problems.get(whole.join('.'))}
        showAll={showAll}
        onChange={value => set(whole, value)}
      />
    );
  };
  const audienceHint = () => {
    if (facts.key === 'connectors') return t('components.audienceOfTarget');
    return microsoft
      ? t('components.audienceDefault')
      : t('components.audienceHint');
  };
  return (
    <div>
      <Text as="p" variant="body-small" color="secondary">
        {titled ? `${facts.title} · ` : ''}
        {t(`components.${facts.clientType}`)} · {facts.grantTypes.join(', ')}
      </Text>
      <div className={styles.grid}>
        {text(['clientId'], t('components.clientId'), {
          isRequired: !facts.secretUnused,
        })}
        {text(['audience'], t('components.audience'), {
          description: audienceHint(),
        })}
        {inKubernetes &&
          text(
            ['secret', 'kubernetesSecret', 'name'],
            t('components.secretName'),
          )}
        {inKubernetes &&
          text(
            ['secret', 'kubernetesSecret', 'key'],
            t('components.secretKey'),
          )}
        {inVariable &&
          text(['secret', 'env', 'name'], t('components.secretVariable'))}
      </div>
      {isUrl(url) && <RedirectUris uris={redirectUris(facts, url)} />}
    </div>
  );
}
