import type { CamundaVersion } from '../../camunda';
import type { ValuesQuestion } from './types';

/** More are counted, not named. */
const NAMED = 10;

/** Characters of a key that are shown. */
const SHOWN = 200;

/** Keys that no template of the target reads and nobody knows a place for. They stay where they are. */
export class Leftovers {
  readonly #sections = new Map<string, string[]>();

  add(path: readonly string[], line: number, use?: string) {
    const [section] = path;
    const named = `${path.join('.').slice(0, SHOWN)} (line ${line}${
      use ? `, now ${use}` : ''
    })`;
    const keys = this.#sections.get(section);
    if (keys) keys.push(named);
    else this.#sections.set(section, [named]);
  }

  /** One question for each section of the chart. */
  questions(to: CamundaVersion): ValuesQuestion[] {
    return [...this.#sections].map(([section, keys]) => ({
      key: section,
      text: `No template of the chart for ${to} reads ${keys
        .slice(0, NAMED)
        .join(', ')}${
        keys.length > NAMED ? ` and ${keys.length - NAMED} more` : ''
      }. Nothing was taken out: move what you still need to where this chart has it, and delete the rest`,
    }));
  }
}
