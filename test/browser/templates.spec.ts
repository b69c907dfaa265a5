import { expect, test, type Page } from '@playwright/test';
import { LOCAL_TENANT_ID } from 'camunda-identity-test-provider';
import { startPortal, type Portal } from '../../scripts/portal';
import { namedPorts } from '../../scripts/ports';
import { seed } from '../../scripts/seed';

/*
 * Every template but the first one, which the main job goes through: filled in, run by the real scaffolder.
 */
test.describe.configure({ mode: 'serial' });

const PORTS = namedPorts();

let portal: Portal;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  portal = await startPortal({
    config: ['app-config.yaml', 'test/browser/app-config.browser.yaml'],
    ports: PORTS,
    database: '.data/test-database',
    fresh: true,
    name: 'templates',
  });
  await seed(portal.backendUrl, `http://localhost:${PORTS.provider}`);
});

test.afterAll(async () => {
  await portal?.stop();
});

async function open(page: Page, template: string) {
  await page.goto(`/create/templates/default/${template}`);
  await page.getByRole('button', { name: 'Enter' }).click();
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name });

async function choose(page: Page, field: RegExp, option: string | RegExp) {
  await button(page, field).click();
  await page.getByRole('option', { name: option }).click();
}

async function run(page: Page) {
  await button(page, 'Review').click();
  await button(page, 'Create').click();
}

test('Check an identity provider', async ({ page }) => {
  await open(page, 'check-identity-provider');
  await choose(page, /Provider$/, 'Local OpenID provider');
  await expect(
    page.getByText('The provider answers as Camunda expects'),
  ).toBeVisible();
  await run(page);
  await expect(page.getByText('Result').first()).toBeVisible();
  await expect(page.getByText(/^(pass|warn)$/).first()).toBeVisible();
});

test('Connect Camunda to Microsoft Entra ID, client IDs to follow', async ({
  page,
}) => {
  await open(page, 'connect-entra-id');
  await choose(page, /System that runs Camunda/, 'Refunds Camunda');
  await page
    .getByRole('textbox', { name: /Name of the connection/ })
    .fill('refunds-directory');
  await button(page, 'Next').click();
  await page.getByRole('textbox', { name: /tenant/ }).fill(LOCAL_TENANT_ID);
  await choose(page, /Cloud/, 'Local stand-in for Microsoft Entra ID');
  await expect(
    page.getByText('The provider answers as Camunda expects'),
  ).toBeVisible();
  await button(page, 'Next').click();
  await page
    .getByRole('textbox', { name: /Domain/ })
    .fill('refunds.example.com');
  await button(page, 'Next').click();
  await page
    .getByRole('textbox', { name: 'Claim value' })
    .fill('7f3c1d52-1111-4222-8333-944455556666');
  await button(page, 'Next').click();
  await expect(
    page.getByText('<client ID of Management Identity>'),
  ).toBeVisible();
  await run(page);
  await expect(page.getByRole('link', { name: 'Open the system' })).toBeVisible(
    { timeout: 60_000 },
  );
});

test('Change a connection', async ({ page }) => {
  await open(page, 'change-camunda-connection');
  await choose(page, /^Connection|Choose one/, /refunds-directory/);
  await button(page, 'Next').click();
  await page.getByLabel('Title', { exact: true }).fill('Refunds, renamed');
  await run(page);
  await page.getByRole('link', { name: 'Open the system' }).click();
  await expect(page.getByText('Refunds, renamed').first()).toBeVisible();
});

test('Rotate a client secret', async ({ page }) => {
  await open(page, 'rotate-camunda-client-secret');
  await choose(page, /^Connection|Choose one/, /refunds-directory/);
  await choose(page, /Application/, /Management Identity/);
  await button(page, 'Next').click();
  await page.locator('input[type=password]').fill('a-new-secret-of-identity');
  // Backstage's field hands a secret over 300 ms after the last key, and shows nothing of it.
  await page.waitForTimeout(1_500);
  await run(page);
  // The portal of the tests has a key, so the value is stored; nobody reads it again.
  await expect(page.getByText('Result of the check').first()).toBeVisible({
    timeout: 60_000,
  });
  expect(await page.content()).not.toContain('a-new-secret-of-identity');
});
