/**
 * How large the house is: lines of code of each package, without and with tests, and how many places each
 * walk-through of docs/architecture.md touches. `BENCH_BEFORE=<commit>` shows that commit beside it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/processes';

const before = process.env.BENCH_BEFORE;

const git = (...args: string[]) =>
  execFileSync('git', args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });

/** Files as they lie in the folder, or as a commit has them. */
interface Tree {
  files: string[];
  read(file: string): string;
}

function treeOf(commit?: string): Tree {
  const list = commit
    ? git('ls-tree', '-r', '--name-only', commit)
    : git('ls-files', '-co', '--exclude-standard');
  return {
    files: list
      .split('\n')
      .filter(file => commit || (file && existsSync(join(ROOT, file)))),
    read: file =>
      commit
        ? git('show', `${commit}:${file}`)
        : readFileSync(join(ROOT, file), 'utf8'),
  };
}

const isTest = (file: string) =>
  /\.test\.tsx?$|__\w+__|setupTests|\/dev\//.test(file);

/** Lines that are neither empty nor a comment. */
function linesOfCode(text: string): number {
  return text
    .split('\n')
    .filter(line => line.trim() && !/^\s*(\/\/|\/?\*)/.test(line)).length;
}

/** Lines by package: of the product, and of its tests. */
function linesByPackage({ files, read }: Tree) {
  const lines = new Map<string, [product: number, tests: number]>();
  for (const file of files) {
    const [, name] = /^plugins\/([^/]+)\/(src|migrations)\//.exec(file) ?? [];
    if (!name || !/\.(tsx?|js)$/.test(file)) continue;
    const entry = lines.get(name) ?? [0, 0];
    entry[isTest(file) ? 1 : 0] += linesOfCode(read(file));
    lines.set(name, entry);
  }
  return lines;
}

/** Numbered places of each walk-through. */
function placesToTouch({ read }: Tree): Map<string, number> {
  const [, walks = ''] = read('docs/architecture.md').split(
    '## Walk-throughs\n',
  );
  return new Map(
    walks
      .split('\n### ')
      .slice(1)
      .map(section => [
        section.split('\n', 1)[0],
        section.match(/^\d+\. /gm)?.length ?? 0,
      ]),
  );
}

const now = treeOf();
const then = before ? treeOf(before) : undefined;
const beside = (value: number | undefined) =>
  then ? ` (${before}: ${value ?? 0})` : '';

console.log('Lines of code, without comments: product, tests');
const linesThen = then && linesByPackage(then);
for (const [name, [product, tests]] of linesByPackage(now)) {
  const [productThen, testsThen] = linesThen?.get(name) ?? [];
  console.log(
    `  ${name.padEnd(46)} ${product}${beside(productThen)}, ${tests}${beside(
      testsThen,
    )}`,
  );
}

console.log('Places that a walk-through touches');
const placesThen = then && placesToTouch(then);
for (const [name, places] of placesToTouch(now))
  console.log(`  ${name.padEnd(46)} ${places}${beside(placesThen?.get(name))}`);

console.log(
  'Queries of each operation: npm test -- jest callsPerOperation prints them',
);
