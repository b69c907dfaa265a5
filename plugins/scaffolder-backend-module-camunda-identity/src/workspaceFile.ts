import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { mkdir, open, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, posix } from 'node:path';

/** What the API takes in one request. */
const MAX_BYTES = 200 * 1024;

/**
 * Text of a file of the workspace.
 *
 * @param path - relative to the workspace
 * @throws InputError where there is no such file, or it is longer than 200 KiB
 * @throws NotAllowedError for a path that leaves the workspace
 */
export async function readWorkspaceFile(
  workspacePath: string,
  path: string,
): Promise<string> {
  const target = resolveSafeChildPath(workspacePath, path);
  let file;
  try {
    file = await open(target);
  } catch {
    throw new InputError(`path: there is no file ${path} in the workspace`);
  }
  try {
    const { size } = await file.stat();
    if (size > MAX_BYTES)
      throw new InputError(
        `path: ${path} has ${size} bytes, and at most ${MAX_BYTES} can be read`,
      );
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

/**
 * Paths of the files below a folder of the workspace, in alphabetical order; of a file, its own.
 *
 * @throws NotAllowedError for a path that leaves the workspace
 */
export async function listWorkspaceFiles(
  workspacePath: string,
  path: string,
): Promise<string[]> {
  const target = resolveSafeChildPath(workspacePath, path);
  const found = await stat(target).catch(() => undefined);
  // Whoever reads it says that it is not there.
  if (!found?.isDirectory()) return [path];
  const names = (await readdir(target)).sort();
  const lists = names.map(name =>
    listWorkspaceFiles(workspacePath, posix.join(path, name)),
  );
  return (await Promise.all(lists)).flat();
}

/** @throws NotAllowedError for a path that leaves the workspace */
export async function writeWorkspaceFile(
  workspacePath: string,
  path: string,
  content: string,
): Promise<void> {
  const target = resolveSafeChildPath(workspacePath, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content, 'utf8');
}
