import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Checkbox, Link, Text } from '@backstage/ui';
import type {
  Connection,
  ProviderSetupAnswer,
} from 'backstage-plugin-camunda-identity-common/client';
import { ApiText } from 'backstage-plugin-camunda-identity-react';
import { camundaIdentityTranslationRef } from '../../translation';
import part from '../part.module.css';
import styles from './Setup.module.css';
import { Linked } from './Linked';
import { StepValue } from './StepValue';
import { useTicks } from './useTicks';

/** The steps in a product's own words, with the record's values to copy; ticks are the person's. */
export function Steps(props: {
  connection: Connection;
  setup: ProviderSetupAnswer;
}) {
  const { connection, setup } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const [ticked, tick] = useTicks(connection.id);
  // Steps are named within their product.
  const keyOf = (id: string) => `${setup.product}/${id}`;
  const own = new Set(
    setup.steps
      .filter(({ id }) => id.startsWith('application-'))
      .flatMap(({ values = [] }) => values.map(({ value }) => value)),
  );
  const done = setup.steps.filter(({ id }) => ticked.has(keyOf(id))).length;
  return (
    <section aria-label={setup.title} className={part.part}>
      <div className={styles.head}>
        <Text as="h3" variant="body-medium" weight="bold">
          {setup.title}
        </Text>
        <span role="status" className={part.soft}>
          {t('setup.done', {
            done: String(done),
            total: String(setup.steps.length),
          })}
        </span>
      </div>
      <ol className={styles.steps}>
        {setup.steps.map(({ id, title, text, values = [], docsUrl }, index) => (
          <li
            key={id}
            className={styles.step}
            data-done={ticked.has(keyOf(id)) || undefined}
          >
            <Checkbox
              isSelected={ticked.has(keyOf(id))}
              onChange={on => tick(keyOf(id), on)}
              id={`step-${id}`}
            >
              <ApiText>{title}</ApiText>
            </Checkbox>
            <div className={styles.body}>
              <p>
                <ApiText>
                  <Linked text={text} />
                </ApiText>
              </p>
              {values.length > 0 && (
                <dl className={styles.values}>
                  {values.map(({ label, value }, place) => (
                    <div key={place}>
                      <dt>
                        <ApiText>{label}</ApiText>
                      </dt>
                      <dd>
                        <StepValue
                          value={value}
                          label={`${title}, ${label} ${value}`}
                          own={own}
                        />
                      </dd>
                    </div>
                  ))}
                </dl>
              )}
              {/* One address for every step is said once. */}
              {docsUrl && docsUrl !== setup.steps[index - 1]?.docsUrl && (
                <p>
                  <Link
                    href={docsUrl}
                    target="_blank"
                    rel="noopener noreferrer"
                    aria-label={t('setup.stepDocs', {
                      product: setup.title,
                      title,
                    })}
                  >
                    {t('setup.docs', { product: setup.title })}
                  </Link>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
