/**
 * What the frontend weighs: our own code and the libraries that only we bring, gzipped, by entry. What every
 * Backstage has already (React, Backstage UI, catalog-react, the router) does not count.
 */
import { build, type Metafile } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const ROOT = resolve(__dirname, '../..');
const PLUGIN = join(ROOT, 'plugins/camunda-identity/src');

/** In every Backstage app, whether this suite is there or not. */
const SHARED = [
  'react',
  'react-dom',
  'react-router-dom',
  'react-use',
  '@backstage/*',
  '@remixicon/react',
];

/** KiB, gzipped: what an entity page may load of ours before a lazy part is opened. */
const BUDGET_KIB = 60;

const ENTRIES = {
  'plugin (every page)': 'index.ts',
  'card (entity page)': 'components/ConnectionsCard/index.ts',
  'tab (entity page)': 'components/EntityTab/index.ts',
  pages: 'pages/Router.tsx',
  'widget (home page)': 'widget/index.ts',
  'part: checks': 'parts/Checks/index.ts',
  'part: configuration': 'parts/Configuration/index.ts',
  'part: edit': 'parts/Edit/index.ts',
  'part: compare': 'parts/Compare/index.ts',
  'part: set up': 'parts/Setup/index.ts',
};

/** What an entity page loads before anything is opened. */
const ON_ENTITY_PAGE = ['index.ts', 'components/ConnectionsCard/index.ts'];

/** The entry's file and those that it imports at once, not those that it loads later. */
function eager(outputs: Metafile['outputs'], entry: string): string[] {
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const { path, kind } of outputs[file]?.imports ?? [])
      if (kind === 'import-statement' && outputs[path]) visit(path);
  };
  visit(entry);
  return [...found];
}

async function main() {
  const outdir = join(ROOT, 'test-results/weight');
  const { metafile } = await build({
    entryPoints: Object.values(ENTRIES).map(file => join(PLUGIN, file)),
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    metafile: true,
    jsx: 'automatic',
    platform: 'browser',
    target: 'es2022',
    absWorkingDir: ROOT,
    external: SHARED,
    loader: { '.css': 'local-css', '.json': 'json' },
    logLevel: 'error',
  });
  /** Files of an entry that are loaded at once, with their styles. */
  const filesOf = (file: string) => {
    const output = Object.entries(metafile.outputs).find(
      ([path, { entryPoint }]) =>
        path.endsWith('.js') &&
        entryPoint === `plugins/camunda-identity/src/${file}`,
    );
    if (!output) throw new Error(`${file} was not built`);
    const files = eager(metafile.outputs, output[0]);
    return [
      ...files,
      ...files.flatMap(path => metafile.outputs[path].cssBundle ?? []),
    ];
  };
  const kibOf = (files: string[]) =>
    [...new Set(files)].reduce(
      (sum, path) => sum + gzipSync(readFileSync(join(ROOT, path))).length,
      0,
    ) / 1024;
  for (const [name, file] of Object.entries(ENTRIES))
    process.stdout.write(
      `${name.padEnd(24)} ${kibOf(filesOf(file)).toFixed(1)} KiB gzip\n`,
    );
  const total = kibOf(ON_ENTITY_PAGE.flatMap(filesOf));
  process.stdout.write(
    `entity page              ${total.toFixed(
      1,
    )} KiB gzip, at most ${BUDGET_KIB}\n`,
  );
  if (total > BUDGET_KIB) process.exitCode = 1;
}

main();
