import { Link } from '@backstage/ui';
import { breakable } from 'backstage-plugin-camunda-identity-react';
import { Fragment } from 'react';
import styles from './Setup.module.css';

/** An address within a sentence, without the sentence's own full stop or comma. */
const ADDRESS = /(https?:\/\/[^\s]*[^\s.,;:)])/;

/** A text in which addresses can be opened. */
export function Linked(props: { text: string }) {
  // Every second part is what the expression has caught.
  return props.text.split(ADDRESS).map((piece, n) =>
    n % 2 === 0 ? (
      <Fragment key={n}>{piece}</Fragment>
    ) : (
      <Link
        key={n}
        href={piece}
        target="_blank"
        rel="noopener noreferrer"
        className={styles.inline}
      >
        {breakable(piece)}
      </Link>
    ),
  );
}
