// The types of its parts are ambient.
/// <reference types="react-syntax-highlighter" />
import PrismLight from 'react-syntax-highlighter/dist/esm/prism-light';
import bash from 'react-syntax-highlighter/dist/esm/languages/prism/bash';
import json from 'react-syntax-highlighter/dist/esm/languages/prism/json';
import properties from 'react-syntax-highlighter/dist/esm/languages/prism/properties';
import yaml from 'react-syntax-highlighter/dist/esm/languages/prism/yaml';
import styles from './code.module.css';

PrismLight.registerLanguage('bash', bash);
PrismLight.registerLanguage('json', json);
PrismLight.registerLanguage('properties', properties);
PrismLight.registerLanguage('yaml', yaml);

/** The language of a file by its name, as the highlighter calls it. */
export function languageOf(path: string): string {
  if (/\.ya?ml$/.test(path)) return 'yaml';
  if (/\.json$/.test(path)) return 'json';
  if (/\.sh$/.test(path)) return 'bash';
  return 'properties';
}

/**
 * A file, highlighted and wrapped.
 *
 * @param props - `label`: what is shown, for screen readers; `marked`: lines to mark, from 1
 */
export function CodeView(props: {
  content: string;
  path: string;
  label: string;
  marked?: ReadonlySet<number>;
}) {
  const { content, path, label, marked } = props;
  return (
    // Long files scroll, so the keyboard has to reach them.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.code} role="region" aria-label={label} tabIndex={0}>
      <PrismLight
        language={languageOf(path)}
        useInlineStyles={false}
        // Its own style would keep long lines from breaking.
        codeTagProps={{ style: {} }}
        wrapLines
        wrapLongLines
        showLineNumbers
        lineProps={(line: number) =>
          ({
            className: marked?.has(line) ? styles.marked : styles.line,
            id: undefined,
          } as never)
        }
      >
        {content}
      </PrismLight>
    </div>
  );
}
