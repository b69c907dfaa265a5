import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../scripts/browser';
import { namedPorts } from '../../scripts/ports';
import { CHROMIUM_ARGS } from './chromium';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/browser',
  // The tests tell one story on one portal.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: '../../test-results/browser.json' }],
  ],
  use: {
    baseURL: `http://localhost:${namedPorts().frontend}`,
    viewport: { width: 1280, height: 900 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findBrowser(),
      args: CHROMIUM_ARGS,
    },
  },
});
