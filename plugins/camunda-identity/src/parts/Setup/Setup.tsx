import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, Link, Text } from '@backstage/ui';
import type { Connection } from 'backstage-plugin-camunda-identity-common/client';
import { CopyableText, Failure } from 'backstage-plugin-camunda-identity-react';
import type { ReactNode } from 'react';
import { Loading } from '../../components/Loading';
import { useKept, useQueryState } from '../../hooks';
import { camundaIdentityTranslationRef } from '../../translation';
import { CodeView } from '../code';
import part from '../part.module.css';
import type { PartProps } from '../types';
import styles from './Setup.module.css';
import { SetupFiles } from './SetupFiles';
import { useTicks } from './useTicks';
import { WorkOrder } from './WorkOrder';

/** The steps of this provider type with the record's values, and where the product has its settings. */
async function guideOf(connection: Connection) {
  const { fillGuide, PROVIDER_PROFILES } = await import(
    'backstage-plugin-camunda-identity-common/schema'
  );
  const { issuer, profile } = connection.providerSummary;
  return {
    guide: fillGuide(connection, issuer),
    profile: PROVIDER_PROFILES.find(entry => entry.profile === profile),
  };
}

function Step(props: {
  id: string;
  title: string;
  done: boolean;
  onTick(on: boolean): void;
  children: ReactNode;
}) {
  const { id, title, done, onTick, children } = props;
  return (
    <li className={styles.step} data-done={done || undefined}>
      <Checkbox isSelected={done} onChange={onTick} id={`step-${id}`}>
        {title}
      </Checkbox>
      <div className={styles.body}>{children}</div>
    </li>
  );
}

/** Where in the product's own pages something is set, for the finding that led here. */
function Place(props: {
  connection: Connection;
  admin?: Readonly<Record<string, string | undefined>>;
}) {
  const { connection, admin } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const [get] = useQueryState();
  const topic = get('topic');
  const client = connection.clients.find(({ key }) => key === get('client'));
  if (!topic) return null;
  const path = admin?.[topic];
  const product = connection.providerSummary.title;
  return (
    <section className={styles.place} aria-label={t('setup.place')}>
      <strong>
        {client ? `${client.title}: ` : ''}
        {path
          ? path.replace('(client)', client?.clientId || '…')
          : t('setup.noPlace', { product })}
      </strong>
      {topic === 'redirectUris' &&
        client?.redirectUris.map(uri => (
          <div key={uri}>
            {t('setup.register')}{' '}
            <CopyableText
              text={uri}
              label={t('clients.copyRedirectUri', { title: client.title })}
            />
          </div>
        ))}
      {topic === 'grantTypes' && client && (
        <div>{client.grantTypes.join(', ')}</div>
      )}
    </section>
  );
}

/** Set up the provider: this product's steps with this record's values, and ticks that stay. */
export function Setup(props: PartProps) {
  const { connection } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const [ticked, tick] = useTicks(connection.id);
  const filled = useKept(() => guideOf(connection), connection.etag);
  if (filled.error)
    return (
      <Failure
        title={t('error.part')}
        error={filled.error}
        retry={filled.retry}
      />
    );
  if (!filled.value) return <Loading label={t('tabs.loading')} height={320} />;
  const { guide, profile } = filled.value;
  const done = guide.steps.filter(({ code }) => ticked.has(code)).length;
  return (
    <div className={part.part}>
      <Place connection={connection} admin={profile?.admin} />
      <div className={styles.head}>
        <Text as="h3" variant="body-medium" weight="bold">
          {guide.title}
        </Text>
        <span role="status" className={part.soft}>
          {t('setup.done', {
            done: String(done),
            total: String(guide.steps.length),
          })}
        </span>
      </div>
      <ol className={styles.steps}>
        {guide.steps.map(step => (
          <Step
            key={step.code}
            id={step.code}
            title={step.title}
            done={ticked.has(step.code)}
            onTick={on => tick(step.code, on)}
          >
            <p>{step.text}</p>
            {step.each.length > 0 && (
              <ul>
                {step.each.map(entry => (
                  <li key={entry.client}>
                    {entry.text}{' '}
                    {entry.link && (
                      <Link
                        href={entry.link.url}
                        target="_blank"
                        rel="noopener noreferrer"
                      >
                        {entry.link.title}
                      </Link>
                    )}
                  </li>
                ))}
              </ul>
            )}
            {step.snippet && (
              <CodeView
                content={step.snippet.text}
                path={`x.${step.snippet.language}`}
                label={step.title}
              />
            )}
            {step.notices.map(notice => (
              <p key={notice.code} className={part.soft}>
                <strong>{notice.title}.</strong> {notice.text}
              </p>
            ))}
            {step.links.map(link => (
              <p key={link.url}>
                <Link href={link.url} target="_blank" rel="noopener noreferrer">
                  {link.title}
                </Link>
              </p>
            ))}
          </Step>
        ))}
      </ol>
      <SetupFiles connection={connection} />
      <WorkOrder connection={connection} onChange={props.onChange} />
      {profile && Object.keys(profile.admin).length > 0 && (
        <section aria-label={t('setup.where', { product: profile.title })}>
          <Text as="h3" variant="body-medium" weight="bold">
            {t('setup.where', { product: profile.title })}
          </Text>
          <table className={part.table}>
            <tbody>
              {Object.entries(profile.admin).map(([topic, path]) => (
                <tr key={topic}>
                  <th scope="row">
                    {t(`setup.topic.${topic as 'redirectUris'}`)}
                  </th>
                  <td>{path}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            <Link
              href={profile.docsUrl}
              target="_blank"
              rel="noopener noreferrer"
            >
              {t('setup.docs', { product: profile.title })}
            </Link>
          </p>
          {profile.quirks.length > 0 && (
            <ul>
              {profile.quirks.map(quirk => (
                <li key={quirk}>{quirk}</li>
              ))}
            </ul>
          )}
        </section>
      )}
      <Text as="h3" variant="body-medium" weight="bold">
        {t('setup.considerations')}
      </Text>
      <ul className={part.findings}>
        {guide.considerations.map(step => (
          <li key={step.code}>
            <strong>{step.title}.</strong> {step.text}{' '}
            {step.each.map(({ text }) => text).join('; ')}
          </li>
        ))}
      </ul>
    </div>
  );
}
