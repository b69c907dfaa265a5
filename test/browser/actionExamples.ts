import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { ROOT } from '../../scripts/processes';

const ACTIONS = join(
  ROOT,
  'plugins/scaffolder-backend-module-camunda-identity/src/actions',
);

interface Example {
  /** Of the template that has its steps. */
  name: string;
  description: string;
  /** As the list of actions prints it. */
  example: string;
}

/** Every example of every action of this suite. */
export function actionExamples(): Example[] {
  return readdirSync(ACTIONS)
    .filter(file => file.endsWith('.examples.ts'))
    .sort()
    .flatMap(file => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      const { examples } = require(join(ACTIONS, file));
      return examples.map(
        (entry: Omit<Example, 'name'>, n: number): Example => ({
          ...entry,
          name: `example-${file.split('.')[0].toLowerCase()}-${n + 1}`,
        }),
      );
    });
}

/** A template for each: its steps and nothing around them. */
export function exampleTemplates(): string {
  return actionExamples()
    .map(({ name, description, example }) =>
      stringify({
        apiVersion: 'scaffolder.backstage.io/v1beta3',
        kind: 'Template',
        metadata: { name, description },
        spec: {
          owner: 'group:default/team-payments',
          type: 'example',
          parameters: [],
          ...parse(example),
        },
      }),
    )
    .join('---\n');
}
