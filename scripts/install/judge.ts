import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';

/** What the tools of the npm world find in a tarball. */
export interface Judgement {
  /** `publint <code>` and `attw <kind>`, each once. */
  kinds: string[];
}

/** What publint and Are The Types Wrong say of a tarball. */
export async function judge(tarball: string): Promise<Judgement> {
  // Both are ES modules only.
  const { checkPackage, createPackageFromTarballData } = await import(
    '@arethetypeswrong/core'
  );
  const { publint } = await import('publint');
  const data = new Uint8Array(readFileSync(tarball));
  const { messages } = await publint({ pack: { tarball: data.buffer } });
  const { types, ...rest } = await checkPackage(
    createPackageFromTarballData(data),
  );
  const problems = types && 'problems' in rest ? rest.problems : [];
  return {
    kinds: [
      ...new Set([
        ...messages.map(({ code }) => `publint ${code}`),
        ...problems.map(({ kind }) => `attw ${kind}`),
        ...(types ? [] : ['attw has no types']),
      ]),
    ].sort(),
  };
}

const IMPORT =
  /(?:^|[;}\s])(?:import|export)\s[^'";]*?from\s*['"]([^'"]+)['"]|(?:^|[^\w.])(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)|^import\s*['"]([^'"]+)['"]/gm;
const BUILTIN = new Set(builtinModules);

/** The package that an import is of, or undefined for a file and for Node's own modules. */
function packageOf(specifier: string): string | undefined {
  if (/^[./#]/.test(specifier) || specifier.startsWith('node:'))
    return undefined;
  const parts = specifier.split('/');
  const name = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  return BUILTIN.has(name) ? undefined : name;
}

/** The files of a tarball with their text, by their path. */
async function filesOf(tarball: string): Promise<Array<[string, string]>> {
  const { createPackageFromTarballData } = await import(
    '@arethetypeswrong/core'
  );
  const content = createPackageFromTarballData(
    new Uint8Array(readFileSync(tarball)),
  );
  return content.listFiles().map(path => [path, content.readFile(path)]);
}

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/**
 * Imports of packages that a tarball's manifest does not name: a host may have another version of them, or none.
 *
 * @param tarball - as npm packs it
 */
export async function undeclaredImports(tarball: string): Promise<string[]> {
  const files = await filesOf(tarball);
  const [, manifestText] = files.find(([path]) =>
    /^\/node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/.test(path),
  )!;
  const manifest: Manifest = JSON.parse(manifestText);
  const declared = new Set([
    manifest.name,
    ...Object.keys(manifest.dependencies ?? {}),
    ...Object.keys(manifest.peerDependencies ?? {}),
  ]);
  const missing = new Set<string>();
  for (const [path, content] of files) {
    if (!/\.(c?js|mjs|d\.ts)$/.test(path)) continue;
    for (const [, ...groups] of content.matchAll(IMPORT)) {
      const name = packageOf(groups.find(Boolean)!);
      if (name && !declared.has(name) && !declared.has(`@types/${name}`))
        missing.add(`${name} (${path.split('/').slice(3).join('/')})`);
    }
  }
  return [...missing].sort();
}

/** Bytes of source maps in a tarball. */
export async function sizeOfMaps(tarball: string): Promise<number> {
  const files = await filesOf(tarball);
  return files
    .filter(([path]) => path.endsWith('.map'))
    .reduce((sum, [, content]) => sum + content.length, 0);
}
