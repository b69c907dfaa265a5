import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text, TextField } from '@backstage/ui';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import {
  useRequired,
  FindingText,
} from 'backstage-plugin-camunda-identity-react';
import { useState } from 'react';
import { camundaIdentityTranslationRef } from '../translation';
import styles from './dialogs.module.css';
import { useClaimLint } from './useClaimLint';

/** Name and value of a claim while they are typed. */
export function useClaimFields(connection: Connection) {
  const { initialClaim: claim } = connection;
  const [name, setName] = useState(claim.name);
  const [value, setValue] = useState(claim.value ?? '');
  return {
    name: name.trim(),
    value: value.trim(),
    raw: { name, value },
    setName,
    setValue,
    complete: name.trim() !== '' && value.trim() !== '',
  };
}

/** Name and value of the first administrator's claim, linted where they are typed. */
export function ClaimFields(props: {
  fields: ReturnType<typeof useClaimFields>;
  connection: Connection;
}) {
  const { fields, connection } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const required = useRequired();
  const doubts = useClaimLint(connection, fields);
  return (
    <>
      <TextField
        label={t('claimDialog.name')}
        description={t('claimDialog.nameHint')}
        {...required}
        value={fields.raw.name}
        onChange={fields.setName}
      />
      <TextField
        className={styles.value}
        label={t('claimDialog.value')}
        description={t('claimDialog.valueHint')}
        {...required}
        value={fields.raw.value}
        onChange={fields.setValue}
      />
      <div role="status">
        {doubts.map(finding => (
          <Text key={finding.code} as="p">
            <FindingText finding={finding} part="message" />{' '}
            <FindingText finding={finding} part="remedy" />
          </Text>
        ))}
      </div>
    </>
  );
}
