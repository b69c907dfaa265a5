/**
 * How long an entity page takes until our card is filled, beside two cards of Backstage's own in the same
 * runs, and what our card asks the backend. In a real browser, on a portal as `npm start` starts it: bundles
 * of development, so the figures are for comparing cards with each other, not for promising seconds.
 */
import { chromium, type Page } from '@playwright/test';
import { ensureBrowser } from '../../scripts/browser';
import { startPortal } from '../../scripts/portal';
import { choosePorts } from '../../scripts/ports';
import { seed } from '../../scripts/seed';
import { CHROMIUM_ARGS } from '../browser/chromium';

const RUNS = 9;
const PAGE = '/catalog/default/system/payments-camunda';

/** What a card shows once it is filled. */
const FILLED = {
  'our card': '[data-plugin="camunda-identity"] tbody tr td code',
  'About (catalog)':
    'article [class*="makeStyles-description"] a[href*="team-payments"]',
  'Relations (catalog graph)': 'svg [data-testid="node"]',
} as const;

type Card = keyof typeof FILLED;

interface Run {
  times: Partial<Record<Card, number>>;
  requests: string[];
}

/**
 * Notes in the page when each card is filled, so that no round trip of ours is measured. Text, not a function:
 * tsx adds calls of a helper to functions, which a page does not have.
 */
const OBSERVER = `(() => {
  const times = (window.filledAt = {});
  new MutationObserver(() => {
    for (const [card, selector] of Object.entries(${JSON.stringify(FILLED)}))
      if (times[card] === undefined && document.querySelector(selector))
        times[card] = performance.now();
  }).observe(document, { childList: true, subtree: true });
})()`;

/** Whether all cards are filled. */
const ALL_FILLED = `Object.keys(window.filledAt).length === ${
  Object.keys(FILLED).length
}`;

async function measure(page: Page, url: string): Promise<Run> {
  const requests: string[] = [];
  const note = (request: { url(): string; method(): string }) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/api/camunda-identity/'))
      requests.push(`${request.method()} ${pathname}${search}`);
  };
  page.on('request', note);
  await page.goto(url + PAGE);
  await page.waitForFunction(ALL_FILLED, undefined, { timeout: 60_000 });
  await page.waitForLoadState('networkidle');
  page.off('request', note);
  return {
    times: await page.evaluate('window.filledAt'),
    requests,
  };
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** One of its own, or the one that PORTAL_URL names, with its sample connection. */
async function portalToMeasure() {
  const named = process.env.PORTAL_URL;
  if (named) return { url: named, backendUrl: '', stop: async () => {} };
  const { ports } = await choosePorts();
  const portal = await startPortal({
    config: ['app-config.yaml', 'test/browser/app-config.browser.yaml'],
    ports,
    // That of app-config.browser.yaml.
    database: '.data/test-database',
    fresh: true,
    name: 'bench-portal',
  });
  return { ...portal, issuer: `http://localhost:${ports.provider}` };
}

async function main() {
  const portal: {
    url: string;
    backendUrl: string;
    issuer?: string;
    stop(): Promise<void>;
  } = await portalToMeasure();
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: CHROMIUM_ARGS,
  });
  try {
    if (portal.issuer) await seed(portal.backendUrl, portal.issuer);
    const page = await browser.newPage({
      viewport: { width: 1280, height: 900 },
    });
    await page.addInitScript(OBSERVER);
    await page.goto(portal.url + PAGE);
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.locator(FILLED['our card']).first().waitFor();
    // The first one fills caches of browser and bundler, as for somebody who has been here before.
    await measure(page, portal.url);
    const runs: Run[] = [];
    for (let run = 0; run < RUNS; run += 1)
      runs.push(await measure(page, portal.url));
    for (const card of Object.keys(FILLED) as Card[]) {
      const times = runs.map(({ times: { [card]: time = 0 } }) => time);
      console.log(
        `${card.padEnd(28)} filled after ${median(times).toFixed(
          0,
        )} ms (${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(
          0,
        )}, ${RUNS} runs)`,
      );
    }
    console.log(`requests of our card        ${runs[0].requests.length}`);
    for (const request of runs[0].requests) console.log(`  ${request}`);
  } finally {
    await browser.close();
    await portal.stop();
  }
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
