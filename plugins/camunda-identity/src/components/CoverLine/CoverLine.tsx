import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Connection,
  Coverage,
} from 'backstage-plugin-camunda-identity-common/client';
import {
  RelativeTime,
  secretsNotTested,
} from 'backstage-plugin-camunda-identity-react';
import { Fragment } from 'react';
import { camundaIdentityTranslationRef } from '../../translation';

/**
 * How old a verdict is, and what it rests on: it never says more than was looked at.
 *
 * @param props - `at`: ISO 8601; undefined where nothing was checked
 */
export function CoverLine(props: {
  connection: Pick<Connection, 'clients'>;
  coverage?: Coverage;
  at?: string;
}) {
  const { at, connection, coverage } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  if (!at) return <>{t('cover.never')}</>;
  const parts = [<RelativeTime at={at} />];
  if (coverage) {
    const { checked, total } = coverage.clients;
    const untested = secretsNotTested(connection, coverage);
    parts.push(
      <>{t(coverage.provider ? 'cover.provider' : 'cover.noProvider')}</>,
      <>
        {t('cover.clients', {
          checked: String(checked),
          total: String(total),
        })}
      </>,
    );
    if (untested > 0)
      parts.push(<>{t('cover.secrets', { count: untested })}</>);
  }
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && ' · '}
          {part}
        </Fragment>
      ))}
    </>
  );
}
