import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../processes';

/** Which frontend system an app is built with. */
export type FrontendSystem = 'new' | 'old';

/** What the README tells to do, in its order. */
export type InstallStep =
  | { kind: 'command'; line: string }
  | { kind: 'edit'; file: string; hunks: Hunk[] }
  | { kind: 'config'; content: object }
  | { kind: 'entity'; content: object };

/** Lines of a file, and what they become; without old lines the new ones go to the top. */
export interface Hunk {
  before: string[];
  after: string[];
}

const SECTION = /^## Add it to your Backstage$([\s\S]*?)^## /m;
const FENCE = /^```(\w+)(?: title="([^"]*)")?\n([\s\S]*?)^```$/gm;
const OLD = /^old frontend system(?:: )?/;

function readHunks(diff: string): Hunk[] {
  return diff.split(/^@@.*\n/m).map(text => {
    const lines = text.split('\n').filter(line => line !== '');
    const of = (marks: string) =>
      lines
        .filter(line => marks.includes(line[0]))
        .map(line => line.slice(1).trimEnd());
    return { before: of(' -'), after: of(' +') };
  });
}

/**
 * Applies hunks to a file's text.
 *
 * @throws Error with the first line that the file should have and has not
 */
export function applyHunks(text: string, hunks: Hunk[]): string {
  return hunks.reduce((current, { before, after }) => {
    if (before.length === 0) return `${after.join('\n')}\n${current}`;
    const old = before.join('\n');
    if (!`\n${current}`.includes(`\n${old}\n`))
      throw new Error(`the file of a stock app has no such lines: ${old}`);
    return current.replace(old, () => after.join('\n'));
  }, text);
}

/** The steps of the README's section for an app on one of the frontend systems. */
export function readInstallSteps(system: FrontendSystem): InstallStep[] {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const section = SECTION.exec(readme)?.[1];
  if (!section) throw new Error('README.md does not say how to install');
  const steps: InstallStep[] = [];
  for (const [, language, rawTitle = '', body] of section.matchAll(FENCE)) {
    const onlyOld = OLD.test(rawTitle);
    const title = rawTitle.replace(OLD, '');
    if (onlyOld && system === 'new') continue;
    if (language === 'sh')
      steps.push(
        ...body
          .trim()
          .split('\n')
          .map(line => ({ kind: 'command' as const, line })),
      );
    else if (language === 'diff')
      steps.push({ kind: 'edit', file: title, hunks: readHunks(body) });
    else if (title === 'app-config.yaml')
      steps.push({ kind: 'config', content: parse(body) });
    else if (title === 'catalog-info.yaml')
      steps.push({ kind: 'entity', content: parse(body) });
  }
  return steps;
}
