import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { Fragment, useEffect, useState, type ReactNode } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { camundaIdentityReactTranslationRef } from '../../translation';
import styles from './CopyableText.module.css';

const CONFIRMATION_MS = 2000;

/**
 * Lets an address or identifier wrap after separators, but not within words or before a port.
 *
 * @public
 */
export function breakable(text: string): ReactNode {
  return text
    .split(/(?<=[/.:_-])(?=[^/.:_-])(?<!:(?=\d))/)
    .map((part, index) => (
      <Fragment key={index}>
        {index > 0 && <wbr />}
        {part}
      </Fragment>
    ));
}

/**
 * A value with a copy button.
 *
 * @param props - `label`: what the value is, such as "redirect URI of Optimize"; part of the button's name
 * @public
 */
export function CopyableText(props: { text: string; label: string }) {
  const { text, label } = props;
  return (
    <span className={styles.copyable}>
      <code className={styles.text}>{breakable(text)}</code>
      <CopyButton text={text} label={label} />
    </span>
  );
}

/**
 * Copies a text and announces it, also to screen readers.
 *
 * @param props - `label`: what is copied; `children`: text to show beside the icon
 * @public
 */
export function CopyButton(props: {
  text: string;
  label: string;
  children?: ReactNode;
}) {
  const { text, label, children } = props;
  const { t } = useTranslationRef(camundaIdentityReactTranslationRef);
  const [, copy] = useCopyToClipboard();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), CONFIRMATION_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const Icon = copied ? RiCheckLine : RiFileCopyLine;
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label={t('copy.label', { what: label })}
        title={t('copy.label', { what: label })}
        onClick={() => {
          copy(text);
          setCopied(true);
        }}
      >
        <Icon size={16} aria-hidden />
        {children}
      </button>
      <VisuallyHidden role="status">
        {copied ? t('copy.done', { what: label }) : ''}
      </VisuallyHidden>
    </>
  );
}
