import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, Link, Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import { camundaIdentityTranslationRef } from '../../translation';
import { CodeView } from '../code';
import part from '../part.module.css';
import type { GuideOfProduct } from './guideOf';
import styles from './Setup.module.css';
import { useTicks } from './useTicks';

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

/** The steps with the record's values, and ticks that stay. */
export function GuideSteps(props: {
  connectionId: string;
  guide: GuideOfProduct;
}) {
  const { connectionId, guide } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const [ticked, tick] = useTicks(connectionId);
  const done = guide.steps.filter(({ code }) => ticked.has(code)).length;
  return (
    <>
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
    </>
  );
}
