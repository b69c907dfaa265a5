import { finding, type Finding } from '../../checks';
import type { HelmEntry, HelmValue } from './entries';

/** What Spring or the kubelet would take for a reference. */
const REFERENCE = /\$\{|\$\(/;

function holds(value: HelmValue): boolean {
  if (typeof value === 'string') return REFERENCE.test(value);
  if (typeof value !== 'object') return false;
  return Object.values(value).some(holds);
}

/**
 * The chart puts a value into files that Spring reads, into variables that the kubelet expands and into files that
 * neither touches: no way of writing it is right in all of them, so that it is said.
 */
export function dollarFindings(entries: readonly HelmEntry[]): Finding[] {
  return entries
    .filter(({ value }) => holds(value))
    .map(({ path }) =>
      finding(
        'config.dollar-expanded',
        'warn',
        { kind: 'record' },
        {
          message: `${path.join(
            '.',
          )} holds "\${" or "$(", which the components, or the kubelet, take for a reference to a variable`,
          evidence: { key: path.join('.') },
        },
      ),
    );
}
