import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { Fragment, useEffect, useState, type ReactNode } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { camundaIdentityTranslationRef } from '../../translation';
import styles from './CopyableText.module.css';

const CONFIRMATION_MS = 1500;

/** Lets a URL break after its slashes, not in the middle of a word. */
function breakable(text: string): ReactNode {
  return text.split(/(?<=[^/:]\/)/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

/**
 * A value with a copy button.
 *
 * @param props - `label`: what the value is, for screen readers
 */
export function CopyableText(props: { text: string; label: string }) {
  const { text, label } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const [, copy] = useCopyToClipboard();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), CONFIRMATION_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <span className={styles.copyable}>
      <code className={styles.text}>{breakable(text)}</code>
      <ButtonIcon
        size="small"
        variant="tertiary"
        className={styles.button}
        aria-label={copied ? t('copy.done') : t('copy.label', { what: label })}
        icon={copied ? <RiCheckLine /> : <RiFileCopyLine />}
        onPress={() => {
          copy(text);
          setCopied(true);
        }}
      />
    </span>
  );
}
