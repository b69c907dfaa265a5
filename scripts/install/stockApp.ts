import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Ports } from '../ports';
import { ROOT } from '../processes';
import type { Packed } from './pack';
import { applyHunks, type FrontendSystem, type InstallStep } from './readme';

/** Makes apps of Backstage 1.55. */
const CREATE_APP = '@backstage/create-app@0.9.2';

/** The release that {@link CREATE_APP} makes apps of, or the newest packages there are. */
export type Release = 'stock' | 'newest';

/** When all of that release was out, and nothing of the next one. */
const RELEASED = Date.parse('2026-09-27');

/** The system that create-app's example data has, and who owns it. */
const EXAMPLES = 'examples/entities.yaml';

function readJson(file: string): any {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function writeJson(file: string, content: unknown): void {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

/** Runs a program in the app; on failure its last lines are the error. */
function run(cwd: string, file: string, args: string[]): void {
  const { status, stdout, stderr, error } = spawnSync(file, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      BACKSTAGE_APP_NAME: 'app',
      YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
    },
  });
  if (status !== 0)
    throw new Error(
      `${file} ${args.join(' ')}: ${
        error?.message ?? `${stdout}\n${stderr}`.trim().slice(-2_000)
      }`,
    );
}

/** Asks for the newest of every Backstage package that an app names, as a bump of its versions does. */
function askForNewest(folder: string): void {
  for (const part of ['.', 'packages/app', 'packages/backend']) {
    const file = join(folder, part, 'package.json');
    const manifest = readJson(file);
    for (const kind of ['dependencies', 'devDependencies'])
      for (const name of Object.keys(manifest[kind] ?? {}))
        if (name.startsWith('@backstage/')) manifest[kind][name] = 'latest';
    writeJson(file, manifest);
  }
}

/** A package that the suite brings along although the app has it, too. */
export interface SecondCopy {
  name: string;
  /** Which of the suite's packages, and both versions. */
  what: string;
}

/**
 * Packages that the suite brings along although the app has them in another version: what one copy of Backstage's
 * own knows the other does not, and a browser loads both.
 */
export function secondCopies(folder: string, packed: Packed): SecondCopy[] {
  const modules = join(folder, 'node_modules');
  return [...packed.keys()].flatMap(name => {
    const own = join(modules, name, 'node_modules');
    if (!existsSync(own)) return [];
    return readdirSync(own)
      .filter(entry => !entry.startsWith('.'))
      .flatMap(entry =>
        entry.startsWith('@')
          ? readdirSync(join(own, entry)).map(inner => `${entry}/${inner}`)
          : [entry],
      )
      .filter(inner => existsSync(join(modules, inner, 'package.json')))
      .map(inner => ({
        name: inner,
        what: `${name}: ${inner} ${
          readJson(join(own, inner, 'package.json')).version
        } beside ${readJson(join(modules, inner, 'package.json')).version}`,
      }));
  });
}

/**
 * Makes a stock app.
 *
 * @param packed - the suite's tarballs, which are on no registry yet
 */
export function createStockApp(
  folder: string,
  system: FrontendSystem,
  packed: Packed,
  release: Release,
): void {
  rmSync(folder, { recursive: true, force: true });
  run(ROOT, 'npx', [
    ...['-y', CREATE_APP, '--path', folder, '--skip-install'],
    ...(system === 'old' ? ['--legacy'] : []),
  ]);
  const file = join(folder, 'package.json');
  const { packageManager: _, ...manifest } = readJson(file);
  writeJson(file, {
    ...manifest,
    resolutions: {
      ...manifest.resolutions,
      // What this repository needs on the platforms it runs on, an app on them needs as well.
      ...readJson(join(ROOT, 'package.json')).resolutions,
      ...Object.fromEntries(
        [...packed].map(([name, tarball]) => [name, `file:${tarball}`]),
      ),
    },
  });
  if (release === 'newest') askForNewest(folder);
  const yarnrc = join(folder, '.yarnrc.yml');
  const days = Math.floor((Date.now() - RELEASED) / 86_400_000);
  writeFileSync(
    yarnrc,
    stringify({
      nodeLinker: 'node-modules',
      enableScripts: false,
      enableTelemetry: false,
      // As on the day of the release: ranges give the newest there is.
      npmMinimalAgeGate: release === 'newest' ? '0d' : `${days}d`,
    }),
  );
  // What is here as well, in the same versions: nothing is fetched twice.
  if (release === 'stock')
    copyFileSync(join(ROOT, 'yarn.lock'), join(folder, 'yarn.lock'));
  run(folder, 'yarn', ['install']);
}

/** Names of the suite's packages become the tarballs that were packed. */
function withTarballs(line: string, packed: Packed): string[] {
  return line
    .split(' ')
    .map(word =>
      packed.has(word) ? `${word}@file:${packed.get(word)}` : word,
    );
}

function merge(a: any, b: any): any {
  const isObject = (value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject(a) || !isObject(b)) return b;
  return Object.entries(b).reduce(
    (all, [key, value]) => ({
      ...all,
      [key]: key in all ? merge(all[key], value) : value,
    }),
    a,
  );
}

/** Adds to the example system what the README adds to an entity. */
function changeEntity(folder: string, content: object): void {
  const file = join(folder, EXAMPLES);
  const documents = readFileSync(file, 'utf8').split(/^---$/m);
  writeFileSync(
    file,
    documents
      .map(text => {
        const entity = parse(text);
        return entity?.kind === 'System'
          ? `\n${stringify(merge(entity, content))}`
          : text;
      })
      .join('---'),
  );
}

/** Takes the README's steps in an app. */
export function takeSteps(
  folder: string,
  steps: InstallStep[],
  packed: Packed,
): void {
  let config = {};
  for (const step of steps)
    if (step.kind === 'command') {
      const [file, ...args] = withTarballs(step.line, packed);
      run(folder, file, args);
    } else if (step.kind === 'edit') {
      const file = join(folder, step.file);
      writeFileSync(file, applyHunks(readFileSync(file, 'utf8'), step.hunks));
    } else if (step.kind === 'entity') changeEntity(folder, step.content);
    else config = merge(config, step.content);
  writeFileSync(join(folder, 'app-config.local.yaml'), stringify(config));
}

/** Config of this machine rather than of the README: free ports, and a provider on loopback. */
export function writeMachineConfig(folder: string, ports: Ports): string {
  const file = join(folder, 'app-config.test.yaml');
  const frontend = `http://localhost:${ports.frontend}`;
  writeFileSync(
    file,
    stringify({
      app: { baseUrl: frontend },
      backend: {
        baseUrl: `http://localhost:${ports.backend}`,
        listen: { port: ports.backend, host: '127.0.0.1' },
        cors: { origin: frontend },
      },
      camundaIdentity: {
        http: { allowPlainHttp: true, allowedHosts: ['localhost'] },
      },
    }),
  );
  return file;
}
