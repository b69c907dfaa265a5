import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { camundaIdentityTranslationRef } from '../../translation';
import styles from './CopyableText.module.css';

const CONFIRMATION_MS = 1500;

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
      <code className={styles.text}>{text}</code>
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
