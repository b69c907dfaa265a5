import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { ROOT } from './processes';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a Chromium or Chrome of this machine, or the one that Playwright has installed. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const installed = folders
    .flatMap(folder => NAMES.map(name => join(folder, name)))
    .concat(MAC)
    .find(existsSync);
  if (installed) return installed;
  const own = chromium.executablePath();
  return own && existsSync(own) ? own : undefined;
}

/**
 * Makes sure that there is a browser: one of this machine, else Playwright's own, else the system's
 * package where that can be installed.
 *
 * @throws Error that says what was tried
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  process.stdout.write('No Chromium found; installing one ...\n');
  spawnSync(
    process.execPath,
    [
      require.resolve('@playwright/test/cli', { paths: [ROOT] }),
      'install',
      'chromium',
    ],
    { stdio: 'ignore', timeout: 180_000 },
  );
  const downloaded = findBrowser();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [
      ['update', '-qq'],
      ['install', '-y', '-qq', 'chromium'],
    ])
      execFileSync('/usr/bin/apt-get', args, { env, stdio: 'ignore' });
    const packaged = findBrowser();
    if (packaged) return packaged;
  }
  throw new Error(
    'no Chromium or Chrome on this machine, and none could be installed. Install one, or name it in CHROMIUM_PATH.',
  );
}
