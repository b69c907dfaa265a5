import { expect, test, type Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/processes';
import { startPortal, type Portal } from '../../scripts/portal';
import { namedPorts } from '../../scripts/ports';
import { seed } from '../../scripts/seed';
import { addConnections, TITLES } from './manyConnections';
import { openPage, PICTURES, settled, tooWide, violations } from './ourPages';

/*
 * A portal with 500 connections, some with names that people give and programmers do not: nothing is cut
 * silently, what fails comes first, and filters are in the address.
 */
test.describe.configure({ mode: 'serial' });

const COUNT = 500;
const OF_ENTITY = 12;
const ENTITY = '/catalog/default/system/orders-camunda';
const DATABASE = '.data/test-database';

let portal: Portal | undefined;
// One that has these connections already.
let url = process.env.MANY_PORTAL_URL ?? '';

test.beforeAll(async () => {
  test.setTimeout(240_000);
  mkdirSync(PICTURES, { recursive: true });
  if (url) return;
  const ports = namedPorts();
  portal = await startPortal({
    config: ['app-config.yaml', 'test/browser/app-config.browser.yaml'],
    ports,
    database: DATABASE,
    fresh: true,
    name: 'test-many',
  });
  ({ url } = portal);
  const issuer = `http://localhost:${ports.provider}`;
  await seed(portal.backendUrl, issuer);
  await addConnections({
    database: join(ROOT, DATABASE, 'camunda-identity.sqlite'),
    issuer,
    count: COUNT - 1,
    entityRef: 'system:default/orders-camunda',
    ofEntity: OF_ENTITY,
  });
});

test.afterAll(async () => {
  await portal?.stop();
});

const table = (page: Page) => page.getByRole('table', { name: /connections/ });
const rows = (page: Page) => table(page).locator('tbody tr');

/** Texts of ours that are cut without a sign that can be followed: hidden overflow. */
async function cut(page: Page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-plugin="camunda-identity"] *')]
      .filter(element => {
        const { overflowX, clipPath } = getComputedStyle(element);
        return (
          overflowX === 'hidden' &&
          clipPath === 'none' &&
          element.clientWidth > 1 &&
          element.scrollWidth > element.clientWidth + 1
        );
      })
      .map(element => element.outerHTML.slice(0, 160)),
  );
}

async function looksRight(page: Page, picture: string) {
  await settled(page);
  await page.screenshot({
    path: join(PICTURES, `${picture}.png`),
    fullPage: true,
  });
  expect([
    ...(await tooWide(page)),
    ...(await cut(page)),
    ...(await violations(page)),
  ]).toEqual([]);
}

test('what fails comes first, page by page, there and back', async ({
  page,
}) => {
  await openPage(page, `${url}/camunda-identity`);
  await expect(page.getByText(`${COUNT} connections`)).toBeVisible();
  await expect(rows(page)).toHaveCount(25);
  const health = () =>
    rows(page)
      .locator('td:nth-child(2)')
      .evaluateAll(cells =>
        cells.map(
          cell => /Failing|Needs attention|./.exec(cell.textContent!)![0],
        ),
      );
  // Four in five hundred, and then those with warnings.
  expect((await health()).slice(0, 5)).toEqual([
    ...Array.from({ length: 4 }, () => 'Failing'),
    'Needs attention',
  ]);
  const first = await rows(page).first().locator('th').textContent();
  const seen = new Set<string>();
  const names = () => rows(page).locator('th').allTextContents();
  for (const name of await names()) seen.add(name);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page).toHaveURL(/cursor=/);
  await expect(rows(page).first().locator('th')).not.toHaveText(first!);
  for (const name of await names()) seen.add(name);
  expect(seen.size).toBe(50);
  await page.goBack();
  await expect(rows(page).first().locator('th')).toHaveText(first!);
});

test('filters are in the address, and an address is a filter', async ({
  page,
}) => {
  await openPage(page, `${url}/camunda-identity?status=fail&version=8.8`);
  await expect(page.getByText('4 connections')).toBeVisible();
  await expect(rows(page)).toHaveCount(4);
  await page
    .getByRole('button', { name: /Health/ })
    .first()
    .click();
  await page.getByRole('option', { name: 'Needs attention' }).click();
  await expect(page).toHaveURL(/status=warn/);
  await expect(page.getByText('25 connections')).toBeVisible();
  await page.getByRole('searchbox').fill('many-00003');
  await expect(page).toHaveURL(/q=many-00003/);
  await expect(rows(page)).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('searchbox')).toHaveValue('many-00003');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('searchbox').fill('nobody has this');
  await expect(page.getByText('No connection is like that.')).toBeVisible();
  await page.goto(`${url}/camunda-identity?expires=0`);
  await expect(rows(page).first()).toContainText('ago');
});

const NAMES = Object.keys(TITLES) as Array<keyof typeof TITLES>;
/** Pages that are opened at each width; all titles are in the list. */
const LOOKS = [
  { width: 1280, theme: 'light', pages: ['long', 'arabic', 'markup'] },
  { width: 390, theme: 'dark', pages: ['unbroken', 'hebrew', 'emoji'] },
] as const;

for (const { width, theme, pages } of LOOKS)
  test(`long, right-to-left and emoji titles, ${width} px`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height: 900 });
    await openPage(
      page,
      `${url}/camunda-identity?sort=name&entityRef=system:default/orders-camunda`,
      { theme },
    );
    await expect(page.getByText(`${OF_ENTITY} connections`)).toBeVisible();
    for (const title of Object.values(TITLES))
      await expect(
        page.getByRole('link', { name: title, exact: true }),
      ).toBeVisible();
    await looksRight(page, `many-list-${width}`);
    for (const name of pages) {
      await page.goto(
        `${url}/camunda-identity/many-0000${NAMES.indexOf(name)}/overview`,
      );
      await expect(
        page.getByRole('heading', { name: TITLES[name] }),
      ).toBeVisible();
      await looksRight(page, `many-${name}-${width}`);
    }
  });

for (const width of [1280, 390])
  test(`an entity with ${OF_ENTITY} connections shows the worst and leads to all, ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await openPage(page, url + ENTITY);
    const all = page.getByRole('link', {
      name: `All ${OF_ENTITY} connections`,
    });
    await expect(all).toBeVisible();
    await expect(page.getByRole('button', { name: /^Open: / })).toHaveCount(4);
    await looksRight(page, `many-card-${width}`);
    await all.click();
    await expect(page).toHaveURL(/entityRef=/);
    await expect(rows(page)).toHaveCount(OF_ENTITY);
  });
