import type { CamundaVersion } from '../../camunda';
import { chartKey } from '../../camunda/charts/chartKeyTree';
import { camundaVersionOfChart } from '../../camunda/charts/chartMajor';
import { pinnedTags } from '../read/pinnedVersions';
import type { Source } from '../read/sources/Source';
import type { FileKey } from '../read/types';
import type { ValuesQuestion } from './types';

/** More are counted, not named. */
const NAMED = 10;

/**
 * Versions that an upgrade leaves as they are, since only the team knows which patch they want: tags of images
 * that the target still reads, and the version of the chart itself.
 */
export function pinnedQuestions(
  values: readonly FileKey[],
  chart: Source['chart'],
  to: CamundaVersion,
): ValuesQuestion[] {
  const questions: ValuesQuestion[] = [];
  const installed = chart && camundaVersionOfChart(chart.version);
  if (chart && installed && installed !== to)
    questions.push({
      key: 'version',
      text: `The release installs chart ${chart.version} (line ${chart.line}), which is Camunda ${installed}: name a chart of ${to} there, together with this file`,
    });
  const tags = pinnedTags(values).filter(
    ({ minor, path }) =>
      minor !== to && chartKey(path.split('.'), to).known !== 'unknown',
  );
  const [first] = tags;
  if (first)
    questions.push({
      key: first.path,
      text: `Images are pinned to another version: ${tags
        .slice(0, NAMED)
        .map(({ what, line }) => `${what} (line ${line})`)
        .join(', ')}${
        tags.length > NAMED ? ` and ${tags.length - NAMED} more` : ''
      }. The chart of ${to} configures images of ${to}: take the tags out, or set those of ${to}`,
    });
  return questions;
}
