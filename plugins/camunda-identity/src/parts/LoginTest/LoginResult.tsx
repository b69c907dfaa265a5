import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Connection,
  LoginTestResult,
} from 'backstage-plugin-camunda-identity-common/client';
import {
  camundaIdentityApiRef,
  causesOf,
  CauseList,
  Failure,
  HealthBadge,
  type CamundaIdentityApi,
} from 'backstage-plugin-camunda-identity-react';
import { useEffect } from 'react';
import { Loading } from '../../components/Loading';
import { useKept } from '../../hooks';
import { camundaIdentityTranslationRef } from '../../translation';
import { FindingGroups } from '../Checks/FindingGroups';
import part from '../part.module.css';

/** A test can be completed once: its result stays as long as the page is open, and nowhere else. */
const completed = new Map<string, Promise<LoginTestResult>>();

function complete(
  api: CamundaIdentityApi,
  id: string,
): Promise<LoginTestResult> {
  const known = completed.get(id) ?? api.completeLoginTest(id);
  completed.set(id, known);
  return known;
}

/** The claims of the person, and in which of the tokens each stands. */
function Claims(props: { claims: LoginTestResult['claims'] }) {
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  return (
    <table className={part.table}>
      <caption className={part.soft}>{t('login.claims')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('login.claim')}</th>
          <th scope="col">{t('login.accessToken')}</th>
          <th scope="col">{t('login.idToken')}</th>
          <th scope="col">{t('login.userInfo')}</th>
        </tr>
      </thead>
      <tbody>
        {props.claims.map(({ name, accessToken, idToken, userInfo }) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td data-label={t('login.accessToken')}>{accessToken}</td>
            <td data-label={t('login.idToken')}>{idToken}</td>
            <td data-label={t('login.userInfo')}>{userInfo}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/**
 * What a real sign-in has shown: who, by which claims, and what Camunda makes of them.
 *
 * @param props - `id`: of the test, from the address to which the provider's answer leads
 */
export function LoginResult(props: {
  id: string;
  clients: Connection['clients'];
  onVerified?(): void;
}) {
  const { id, clients, onVerified } = props;
  const api = useApi(camundaIdentityApiRef);
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const { value, error } = useKept(() => complete(api, id), id);
  const verified = value?.verified ?? false;
  useEffect(() => {
    if (verified) onVerified?.();
    // Once for a result, whoever listens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [verified]);
  if (error) return <Failure title={t('login.over')} error={error} />;
  if (!value) return <Loading label={t('login.redeeming')} height={240} />;
  const { signedInAs, initialClaim, findings, claims } = value;
  const title =
    clients.find(({ key }) => key === value.client)?.title ?? value.client;
  return (
    <section className={part.part} aria-label={t('login.result')}>
      <div role="status">
        <HealthBadge status={value.status}>
          {t(`login.status.${value.status}`)}
        </HealthBadge>{' '}
        {signedInAs
          ? t('login.signedIn', { name: signedInAs, title })
          : t('login.notSignedIn', { title })}
        {verified && ` ${t('login.verifiedNow')}`}
      </div>
      {initialClaim && (
        <p>
          {t(`login.initialClaim.${initialClaim.verdict}`, {
            name: initialClaim.name,
          })}
        </p>
      )}
      {causesOf(findings).length > 0 && (
        <CauseList findings={findings} clients={clients} />
      )}
      <FindingGroups findings={findings} clients={clients} live={false} />
      {claims.length > 0 && <Claims claims={claims} />}
      <p className={part.soft}>{t('login.notStored')}</p>
    </section>
  );
}
