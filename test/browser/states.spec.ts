import { expect, test, type Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/processes';
import { startPortal, type Portal } from '../../scripts/portal';
import { namedPorts } from '../../scripts/ports';
import { guestClient, sampleConnection, seed } from '../../scripts/seed';
import { addConnections } from './manyConnections';
import {
  openPage,
  OURS,
  PICTURES,
  settled,
  stillness,
  tooWide,
  violations,
} from './ourPages';

/*
 * What one sees less often: dialogs, errors with a way to try again, loading, nothing there, no permission.
 * Light and wide in English, dark and narrow in German; axe has nothing against any of it.
 */
// On a portal that somebody has started, a failure costs nothing to the tests after it.
test.describe.configure({
  mode: process.env.MANY_PORTAL_URL ? 'default' : 'serial',
});
test.use({ actionTimeout: 20_000 });

const DATABASE = '.data/test-database';
const CARD = '/catalog/default/system/payments-camunda';
const PAGE = '/camunda-identity/payments-prod';
/** Of another team. */
const FOREIGN = '/camunda-identity/many-00021';

let portal: Portal | undefined;
let url = process.env.MANY_PORTAL_URL ?? '';
let backendUrl = process.env.MANY_BACKEND_URL ?? '';

test.beforeAll(async () => {
  test.setTimeout(240_000);
  mkdirSync(PICTURES, { recursive: true });
  const ports = namedPorts();
  const issuer = `http://localhost:${ports.provider}`;
  if (!url) {
    portal = await startPortal({
      config: ['app-config.yaml', 'test/browser/app-config.browser.yaml'],
      ports,
      database: DATABASE,
      fresh: true,
      name: 'test-states',
    });
    ({ url, backendUrl } = portal);
    await seed(backendUrl, issuer);
    await addConnections({
      database: join(ROOT, DATABASE, 'camunda-identity.sqlite'),
      issuer,
      count: 25,
      entityRef: '',
      ofEntity: 0,
    });
  }
  const { client } = await guestClient(backendUrl);
  const sample = sampleConnection(issuer);
  // Playwright begins anew after a failure, on a portal that somebody has started.
  if ((await client.listConnectionSummaries({ q: 'failing' })).items.length)
    return;
  const failing = await client.createConnection({
    ...sample,
    name: 'failing',
    title: 'Failing',
    entityRef: 'system:default/refunds-camunda',
    provider: { type: 'GENERIC', issuer: `${issuer}/nobody` },
    components: {
      ...sample.components,
      optimize: { ...sample.components.optimize!, url: 'http://localhost:1/' },
    },
  });
  await client.checkConnection(failing.id);
});

test.afterAll(async () => {
  await portal?.stop();
});

const LOOKS = [
  { theme: 'light', width: 1280, language: 'en' },
  { theme: 'dark', width: 390, language: 'de' },
] as const;
type Look = (typeof LOOKS)[number];

/** English and German name of a button. */
const button = (page: Page, en: string, de: string) =>
  page
    .locator(OURS)
    .getByRole('button', { name: new RegExp(`^(${en}|${de})`) })
    .first();

for (const look of LOOKS)
  test.describe(`${look.theme}, ${look.width} px, ${look.language}`, () => {
    test.beforeEach(async ({ page }) => {
      test.setTimeout(300_000);
      await page.setViewportSize({ width: look.width, height: 900 });
    });

    const right = async (page: Page, name: string, fullPage = true) => {
      await stillness(page);
      await page.screenshot({
        path: join(PICTURES, `state-${name}-${nameOf(look)}.png`),
        fullPage,
      });
      expect
        .soft([...(await violations(page)), ...(await tooWide(page))], name)
        .toEqual([]);
    };
    const dialog = async (page: Page, name: string) => {
      // A menu that opened it goes first.
      await expect(page.getByRole('dialog')).toHaveCount(1);
      await right(page, name, false);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    };

    test('dialogs', async ({ page }) => {
      await openPage(page, url + CARD, look);
      await settled(page);
      await button(page, 'Edit claim', 'Claim bearbeiten').click();
      await dialog(page, 'claim-edit');
      await button(page, 'Mark as applied', 'Als übernommen markieren').click();
      await dialog(page, 'claim-mark');
      await button(page, 'Test once', 'Einmal testen').click();
      await dialog(page, 'test-secret');
      await button(page, 'More actions', 'Weitere').click();
      await page.getByRole('menuitem', { name: /^(Delete|Löschen)/ }).click();
      await dialog(page, 'delete');
      await page.goto(`${url}${PAGE}/secrets`);
      await settled(page);
      await button(page, 'Store: ', 'Speichern: ').click();
      await dialog(page, 'store-secret');
    });

    test('failing, with causes', async ({ page }) => {
      await openPage(
        page,
        `${url}/catalog/default/system/refunds-camunda`,
        look,
      );
      await settled(page);
      await expect(
        page.getByText(
          look.language === 'en'
            ? 'Provider: Location of the discovery document'
            : 'Provider: Ort des Discovery-Dokuments',
        ),
      ).toBeVisible();
      await right(page, 'failing-card');
      await page.goto(`${url}/camunda-identity/failing/checks`);
      await settled(page);
      for (const summary of await page.locator('summary').all())
        await summary.click();
      await right(page, 'failing-checks');
      await page.goto(`${url}/camunda-identity/failing/overview`);
      await settled(page);
      await right(page, 'failing-overview');
    });

    test('errors, loading, nothing there', async ({ page }) => {
      let fail = true;
      await page.route('**/api/camunda-identity/v1/**', async route =>
        fail ? route.abort() : route.continue(),
      );
      await openPage(page, url + CARD, look);
      const again = button(page, 'Try again', 'Erneut versuchen');
      await expect(again).toBeVisible();
      await right(page, 'error-card');
      await page.goto(`${url}/camunda-identity`);
      await expect(again).toBeVisible();
      await right(page, 'error-list');
      fail = false;
      await again.click();
      await expect(page.getByRole('table').first()).toBeVisible();
      await page.goto(`${url}/camunda-identity?q=nobody-has-this`);
      await settled(page);
      await right(page, 'empty-list');
      await page.unrouteAll();
      let go = () => {};
      const gate = new Promise<void>(done => {
        go = done;
      });
      await page.route('**/api/camunda-identity/v1/**', async route => {
        await gate;
        await route.continue();
      });
      await page.goto(url + CARD);
      await expect(page.locator(OURS).first()).toBeVisible();
      await right(page, 'loading-card');
      go();
      await settled(page);
    });

    test('somebody else’s connection', async ({ page }) => {
      await openPage(page, `${url}${FOREIGN}/overview`, look);
      await settled(page);
      await expect(
        page.getByText(/Only .* can change|Nur .* können/).first(),
      ).toBeVisible();
      await right(page, 'foreign-overview');
      for (const part of ['secrets', 'edit', 'setup', 'login']) {
        await page.goto(`${url}${FOREIGN}/${part}`);
        await settled(page);
        await right(page, `foreign-${part}`);
      }
    });
  });

function nameOf({ theme, width, language }: Look) {
  return `${theme}-${width}-${language}`;
}
