import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Select, TextField } from '@backstage/ui';
import { useState } from 'react';
import { useRequired } from '../../components/required';
import { camundaIdentityFormsTranslationRef } from '../translation';
import styles from '../forms.module.css';

/** Not a valid reference, so it cannot clash with one. */
const OTHER = ':other';

/** An entity to choose from. */
export interface EntityChoice {
  ref: string;
  title: string;
}

/**
 * Common props of entity pickers.
 *
 * @public
 */
export interface PickerProps {
  value: string | undefined;
  /** Message of the API. */
  problem?: string;
  /** The value is invalid, and the form should show it. */
  refused?: boolean;
  onChange(ref: string | undefined): void;
}

/** Picks an entity from a list, or any other by its reference. */
export function ReferencePicker(
  props: PickerProps & {
    label: string;
    hint: string;
    /** Shown instead of the hint if there is nothing to choose. */
    none: string;
    /** Shown if nothing was chosen and the form is invalid. */
    missing?: string;
    referenceLabel: string;
    referenceHint: string;
    placeholder: string;
    choices: {
      value?: EntityChoice[];
      loading: boolean;
      error?: Error;
    };
  },
) {
  const { value, problem, refused = false, onChange, choices } = props;
  const { t } = useTranslationRef(camundaIdentityFormsTranslationRef);
  const required = useRequired();
  const [wantsOther, setWantsOther] = useState(false);
  const entities = choices.value;
  const isListed = entities?.some(({ ref }) => ref === value);
  const types = wantsOther || Boolean(entities && value && !isListed);
  return (
    <div className={styles.field}>
      {choices.error && (
        <Alert
          status="warning"
          icon
          title={t('entity.failed')}
          description={choices.error.message}
        />
      )}
      <Select
        label={props.label}
        description={entities?.length === 0 ? props.none : props.hint}
        {...required}
        isDisabled={choices.loading}
        // Native validation would block the form while the previous answer is still shown.
        validationBehavior="aria"
        isInvalid={refused && !types && !value}
        placeholder={choices.loading ? t('entity.loading') : t('entity.choose')}
        options={[
          ...(entities ?? []).map(({ ref, title }) => ({
            value: ref,
            label: title,
          })),
          { value: OTHER, label: t('entity.other') },
        ]}
        value={types ? OTHER : value ?? null}
        onChange={chosen => {
          setWantsOther(chosen === OTHER);
          onChange(chosen === OTHER ? undefined : String(chosen));
        }}
      />
      {refused && !types && !value && props.missing && (
        <p className={styles.problem}>{props.missing}</p>
      )}
      {types && (
        <TextField
          label={props.referenceLabel}
          description={props.referenceHint}
          placeholder={props.placeholder}
          isInvalid={refused}
          validationBehavior="aria"
          validate={() => problem}
          value={value ?? ''}
          onChange={text => onChange(text.trim() || undefined)}
        />
      )}
    </div>
  );
}
