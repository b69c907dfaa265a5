import { finding, type Finding } from '../../checks';
import type { LintRule } from './types';

// <IDENTITY_URL>, <Client ID from Step 3>, [client-id], CHANGEME: what pages and examples leave behind.
const PLACEHOLDER = /<[^<>]+>|^\[[^[\]]+\]$|^(change-?me|todo|xxx+)$/i;

/**
 * True for a text that stands where a value is still to come, as on the page: `<Client ID from Step 3>`.
 *
 * @public
 */
export function isPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value);
}

function walk(value: unknown, path: string[], found: Finding[]) {
  if (typeof value === 'string') {
    if (PLACEHOLDER.test(value))
      found.push(
        finding(
          'record.placeholder',
          'warn',
          { kind: 'record' },
          {
            message: `${path.join(
              '.',
            )} still looks like a placeholder: ${value}`,
            evidence: { path: path.join('.') },
          },
        ),
      );
  } else if (value && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value))
      walk(inner, [...path, key], found);
  }
}

/** Placeholders of the documentation that were not replaced. */
export const placeholderRules: LintRule = ({
  provider,
  components,
  initialClaim,
}) => {
  const found: Finding[] = [];
  walk({ provider, components }, [], found);
  // Only the name: the value is personal and must not stand in a finding that others read.
  if (initialClaim && PLACEHOLDER.test(initialClaim.value ?? ''))
    found.push(
      finding(
        'record.placeholder',
        'warn',
        { kind: 'record' },
        {
          message: 'initialClaim.value still looks like a placeholder',
          evidence: { path: 'initialClaim.value' },
        },
      ),
    );
  return found;
};
