/** A file as `camunda-identity:files:show` puts it into the output of a task. */
export interface WrittenFile {
  path: string;
  content: string;
}

/** Paths that would leave the folder into which an archive is unpacked. */
const OUTSIDE = /^([/\\]|[a-z]:)|(^|[/\\])\.\.([/\\]|$)/i;

function isFile(value: any): value is WrittenFile {
  return (
    typeof value?.path === 'string' &&
    !OUTSIDE.test(value.path) &&
    typeof value.content === 'string'
  );
}

/**
 * The files in the output of a task; none of a task that has not ended well.
 *
 * @param events - what the scaffolder tells of the task
 */
export function filesOf(events: unknown): WrittenFile[] {
  const list: any[] = Array.isArray(events) ? events : [];
  const files = list.findLast(event => event?.type === 'completion')?.body
    ?.output?.files;
  return Array.isArray(files) ? files.filter(isFile) : [];
}
