import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { combined } from '../combined';
import { readWorkspaceFile } from '../workspaceFile';
import { examples } from './showFiles.examples';

/**
 * `camunda-identity:files:show` puts files of the workspace into an output, so that a task can show what it has
 * written where nothing is published.
 *
 * @public
 */
export function createFilesShowAction() {
  return createTemplateAction({
    id: 'camunda-identity:files:show',
    description:
      'Puts text files of the workspace into an output, to be shown and copied',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        paths: z =>
          z
            .array(z.string(), {
              description: 'Relative to the workspace, each at most 200 KiB',
            })
            .min(1)
            .max(20),
      },
      output: {
        files: z =>
          z.array(z.object({ path: z.string(), content: z.string() })),
        combined: z =>
          z.string({
            description:
              'The files one after the other, as text; several of them each under its path',
          }),
      },
    },
    async handler(ctx) {
      const files: Array<{ path: string; content: string }> = [];
      for (const path of ctx.input.paths)
        files.push({
          path,
          content: await readWorkspaceFile(ctx.workspacePath, path),
        });
      ctx.output('files', files);
      ctx.output('combined', combined(files));
    },
  });
}
