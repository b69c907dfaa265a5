/**
 * Files one after the other, as text; several of them each under its path: containers have variables in common
 * with different values.
 */
export function combined(
  files: ReadonlyArray<{ path: string; content: string }>,
): string {
  if (files.length < 2) return files.map(({ content }) => content).join('');
  return files
    .map(({ path, content }) => {
      const separator = path.endsWith('.yaml') ? '---\n' : '';
      return `${separator}# ${path}\n${content}`;
    })
    .join('\n');
}
