import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Finding } from 'backstage-plugin-camunda-identity-common/client';
import { useEffect, useState, type ReactNode } from 'react';
import { camundaIdentityReactTranslationRef } from '../../translation';

type German = typeof import('../../findings/german');

// Read once for all texts of a page.
let german: German | undefined;

/** The German texts, where the page is in German and as soon as they are there. */
function useGerman(language: string): German | undefined {
  const [known, setKnown] = useState(german);
  useEffect(() => {
    if (language !== 'de' || known) return undefined;
    let gone = false;
    import('../../findings/german').then(
      texts => {
        german = texts;
        if (!gone) setKnown(texts);
      },
      // English stays.
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [language, known]);
  return language === 'de' ? known : undefined;
}

/**
 * Titles of findings in the language of the page where they are known, for labels.
 *
 * @public
 */
export function useFindingTitle(): (
  finding: Pick<Finding, 'code' | 'title'>,
) => string {
  const { t } = useTranslationRef(camundaIdentityReactTranslationRef);
  const texts = useGerman(t('locale'));
  return ({ code, title }) => texts?.germanTitle(code) ?? title;
}

/**
 * A text of the API, which is English; marked so where the page is not, that screen readers read it right.
 *
 * @public
 */
export function ApiText(props: { children: ReactNode }) {
  const { t } = useTranslationRef(camundaIdentityReactTranslationRef);
  const { children } = props;
  if (!children) return null;
  return t('locale') === 'en' ? (
    <>{children}</>
  ) : (
    <span lang="en">{children}</span>
  );
}

/**
 * A text of a finding: in the language of the page where it is known, else as the API has it.
 *
 * @param props - `part`: which of its texts
 * @public
 */
export function FindingText(props: {
  finding: Pick<Finding, 'code' | 'title' | 'message' | 'remedy'>;
  part: 'title' | 'message' | 'remedy';
}) {
  const { finding, part } = props;
  const { t } = useTranslationRef(camundaIdentityReactTranslationRef);
  const texts = useGerman(t('locale'));
  // Messages are sentences without their full stop.
  const text = (finding[part] ?? '').replace(
    part === 'message' ? /[^.!?:…]$/ : /$^/,
    '$&.',
  );
  if (part === 'title') {
    const title = texts?.germanTitle(finding.code);
    if (title) return <>{title}</>;
  }
  const remedy = part === 'remedy' ? texts?.germanRemedy(text) : undefined;
  if (!remedy) return <ApiText>{text}</ApiText>;
  return (
    <>
      {remedy.known}
      {remedy.rest && (
        <>
          {' '}
          <ApiText>{remedy.rest}</ApiText>
        </>
      )}
    </>
  );
}
