import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { combined } from '../combined';
import { listWorkspaceFiles, readWorkspaceFile } from '../workspaceFile';
import { examples } from './showFiles.examples';

/** More than any configuration has: a task’s output is kept in a database. */
const MAX_FILES = 50;

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
              description:
                'Files, or folders with all their files, relative to the workspace; each file at most 200 KiB',
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
      const lists = ctx.input.paths.map(path =>
        listWorkspaceFiles(ctx.workspacePath, path),
      );
      const paths = [...new Set((await Promise.all(lists)).flat())];
      if (paths.length > MAX_FILES)
        throw new InputError(
          `paths: these are ${paths.length} files, and at most ${MAX_FILES} can be shown; name fewer`,
        );
      for (const path of paths)
        files.push({
          path,
          content: await readWorkspaceFile(ctx.workspacePath, path),
        });
      ctx.output('files', files);
      ctx.output('combined', combined(files));
    },
  });
}
