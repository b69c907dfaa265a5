import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { camundaIdentityTranslationRef } from '../../translation';
import type { Arrow } from './arrows';
import styles from './Diagram.module.css';

const WIDTH = 900;
const ROW = 38;
const BOX = { width: 190, height: 30 };
const COMPONENT_X = 350;
const APEX = 44;
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
  const opened = new Map(
    arrows
      .filter(({ purpose }) => purpose === 'opens')
      .map(arrow => [arrow.component, arrow]),
  );
  const signIn = arrows.find(({ purpose }) => purpose === 'signIn')!;
  const components = arrows.filter(({ purpose }) => purpose === 'tokens');
  const top = 64;
  const height = top + Math.max(components.length, 2) * ROW + 8;
  const middle = top + (Math.max(components.length, 2) * ROW) / 2;
  const y = (index: number) => top + index * ROW;
  // The arc passes above the boxes, however many they are.
  const arc = (APEX - (middle - 15) / 4) / 0.75;
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
        d={`M95 ${middle - 15} C 95 ${arc}, ${PROVIDER_X + 95} ${arc}, ${
          PROVIDER_X + 95
        } ${middle - 17}`}
      />
      <text x={WIDTH / 2} y={24} className={styles.label}>
        {t('overview.purpose.signIn')}
      </text>
      {components.map((asks, index) => {
        const opens = opened.get(asks.component);
        const line = y(index) + BOX.height / 2;
        const right = COMPONENT_X + BOX.width;
        return (
          <g key={index}>
            {opens && (
              <path
                className={className(opens.status)}
                d={`M${BOX.width} ${middle} C ${BOX.width + 80} ${middle}, ${
                  COMPONENT_X - 80
                } ${line}, ${COMPONENT_X - 2} ${line}`}
              />
            )}
            <path
              className={className(asks.status)}
              d={`M${right} ${line} C ${right + 80} ${line}, ${
                PROVIDER_X - 80
              } ${middle}, ${PROVIDER_X - 2} ${middle}`}
            />
            <Box x={COMPONENT_X} y={y(index)} title={asks.component ?? ''} />
          </g>
        );
      })}
    </svg>
  );
}
