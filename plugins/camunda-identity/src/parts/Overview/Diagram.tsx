import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { camundaIdentityTranslationRef } from '../../translation';
import type { Arrow } from './arrows';
import styles from './Diagram.module.css';

const WIDTH = 900;
const ROW = 38;
const BOX = { width: 190, height: 30 };
const COMPONENT_X = 350;
const PROVIDER_X = WIDTH - BOX.width;

/** Fits a title into a box; the whole is in the list below. */
function short(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}

function Box(props: { x: number; y: number; title: string }) {
  const { x, y, title } = props;
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={BOX.width}
        height={BOX.height}
        rx={6}
        className={styles.box}
      />
      <text
        x={x + BOX.width / 2}
        y={y + BOX.height / 2}
        className={styles.title}
      >
        {short(title)}
      </text>
    </g>
  );
}

/**
 * Browser, components and provider, with an arrow for each that talks to another. What it shows stands in
 * the list below it, so screen readers get a name and no picture.
 */
export function Diagram(props: { arrows: readonly Arrow[]; provider: string }) {
  const { arrows, provider } = props;
  const { t } = useTranslationRef(camundaIdentityTranslationRef);
  const opened = arrows.filter(({ purpose }) => purpose === 'opens');
  const signIn = arrows.find(({ purpose }) => purpose === 'signIn')!;
  const tokens = arrows.find(({ purpose }) => purpose === 'tokens')!;
  const top = 64;
  const height = top + Math.max(opened.length, 2) * ROW + 8;
  const middle = top + (Math.max(opened.length, 2) * ROW) / 2;
  const y = (index: number) => top + index * ROW;
  const className = (status: Arrow['status']) =>
    `${styles.arrow} ${styles[status]}`;
  return (
    <svg
      // With room for the frames of the boxes at the edges.
      viewBox={`-1 0 ${WIDTH + 2} ${height}`}
      className={styles.diagram}
      role="img"
      aria-label={t('overview.picture')}
    >
      <defs>
        <marker
          id="camunda-identity-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8z" fill="context-stroke" />
        </marker>
      </defs>
      <Box x={0} y={middle - 15} title={t('overview.browser')} />
      <Box x={PROVIDER_X} y={middle - 15} title={provider} />
      <path
        className={className(signIn.status)}
        d={`M95 ${middle - 15} C 95 18, ${PROVIDER_X + 95} 18, ${
          PROVIDER_X + 95
        } ${middle - 17}`}
      />
      <text x={WIDTH / 2} y={24} className={styles.label}>
        {t('overview.purpose.signIn')}
      </text>
      {opened.map((arrow, index) => (
        <g key={index}>
          <path
            className={className(arrow.status)}
            d={`M${BOX.width} ${middle} C ${BOX.width + 80} ${middle}, ${
              COMPONENT_X - 80
            } ${y(index) + 15}, ${COMPONENT_X - 2} ${y(index) + 15}`}
          />
          <path
            className={className(tokens.status)}
            d={`M${COMPONENT_X + BOX.width} ${y(index) + 15} C ${
              COMPONENT_X + BOX.width + 80
            } ${y(index) + 15}, ${PROVIDER_X - 80} ${middle}, ${
              PROVIDER_X - 2
            } ${middle}`}
          />
          <Box x={COMPONENT_X} y={y(index)} title={arrow.component ?? ''} />
        </g>
      ))}
    </svg>
  );
}
