import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TextField } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useEffect, useRef, useState } from 'react';
import { useRequired } from 'backstage-plugin-camunda-identity-react';
import {
  camundaIdentityFormsTranslationRef,
  FieldFrame,
  useApiClient,
  useFocusFirstProblem,
} from 'backstage-plugin-camunda-identity-react/forms';
import styles from '../fields.module.css';
import { findNameUse, nameProblem, type NameUse } from './nameUse';

type Props = FieldExtensionComponentProps<string>;

/** `system:default/payments-camunda` suggests `payments-camunda`. */
function suggestedName(entityRef: unknown): string | undefined {
  const name =
    typeof entityRef === 'string'
      ? entityRef.slice(entityRef.lastIndexOf('/') + 1).toLowerCase()
      : '';
  return name && !nameProblem(name) ? name : undefined;
}

/** The unique name of a record; whether it is taken is told when the field is left. */
export function NameField(props: Props) {
  const { formContext, formData, onChange, rawErrors } = props;
  const { t } = useTranslationRef(camundaIdentityFormsTranslationRef);
  const required = useRequired();
  const client = useApiClient();
  const [left, setLeft] = useState(false);
  const [found, setFound] = useState<{ name: string; use: NameUse }>();
  const entityRef = formContext?.formData?.entityRef;
  const suggested = useRef<string>();

  // Follows the entity as long as nobody has typed a name.
  useEffect(() => {
    const next = suggestedName(entityRef);
    if (!next || (formData && formData !== suggested.current)) return;
    if (next === formData) return;
    suggested.current = next;
    onChange(next);
  }, [entityRef, formData, onChange]);

  useEffect(() => {
    if (!formData || nameProblem(formData)) return undefined;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const use = await findNameUse(client, formData, entityRef).catch(
        () => 'free' as const,
      );
      if (isCurrent) setFound({ name: formData, use });
    }, 400);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [client, entityRef, formData]);

  const refused = (rawErrors ?? []).length > 0;
  const frame = useFocusFirstProblem(refused);
  const use = found && found.name === formData ? found.use : undefined;
  const problem = () => {
    if (use === 'taken') return t('name.taken');
    return (left || refused) && nameProblem(formData ?? '')
      ? t('name.form')
      : undefined;
  };
  return (
    <FieldFrame>
      <div ref={frame} className={styles.field}>
        <TextField
          label={t('name.label')}
          description={t(use === 'again' ? 'name.again' : 'name.hint')}
          {...required}
          maxLength={63}
          placeholder="payments-prod"
          value={formData ?? ''}
          validationBehavior="aria"
          validate={problem}
          onBlur={() => setLeft(true)}
          onChange={text => onChange(text.trim())}
        />
      </div>
    </FieldFrame>
  );
}
