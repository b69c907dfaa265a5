import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { LOCAL_TENANT_ID } from 'camunda-identity-test-provider';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startPortal, type Portal } from '../../scripts/portal';
import { namedPorts } from '../../scripts/ports';
import { guestClient } from '../../scripts/seed';

/*
 * The connect templates without a mouse, from the first page to the task, every step without a violation of axe. The
 * pictures of the steps of the first one are those of docs/templates.md.
 */
const PORTS = namedPorts();
const PICTURES = join(__dirname, '../../test-results/pictures');
/** More stops than any page of the portal has. */
const MAX_STOPS = 120;

let portal: Portal;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  mkdirSync(PICTURES, { recursive: true });
  portal = await startPortal({
    config: ['app-config.yaml', 'test/browser/app-config.browser.yaml'],
    ports: PORTS,
    database: '.data/test-database',
    fresh: true,
    name: 'keyboard',
  });
});

test.afterAll(async () => {
  await portal?.stop();
});

/** Goes from where the focus is, with the tabulator only. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < MAX_STOPS; stops += 1) {
    if (await target.evaluate(node => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${target} is not reached with the tabulator`);
}

async function press(page: Page, target: Locator) {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

async function type(page: Page, target: Locator, text: string) {
  await tabTo(page, target);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

async function choose(page: Page, target: Locator, name: string) {
  await press(page, target);
  const option = page.getByRole('option', { name });
  await expect(option).toBeVisible();
  // A list finds what one types.
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(option).toHaveCount(0);
}

/** Nothing for axe to find in the step; a picture of it. */
async function seen(page: Page, step: string) {
  const { violations } = await new AxeBuilder({ page })
    .include('form')
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 300)}`),
  ).toEqual([]);
  await page.screenshot({ path: join(PICTURES, `template-${step}.png`) });
}

test('the connect template, by keyboard only', async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 1180, height: 900 });
  await page.addInitScript(() => localStorage.setItem('theme', 'light'));
  await page.goto('/create/templates/default/connect-oidc-provider');
  await press(page, page.getByRole('button', { name: 'Enter' }));
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const field = (name: string | RegExp) => page.getByRole('textbox', { name });

  await choose(page, button(/System that runs Camunda/), 'Refunds Camunda');
  await type(page, field(/Name of the connection/), 'refunds-keys');
  await expect(field(/Name of the connection/)).toHaveValue('refunds-keys');
  await seen(page, 'camunda');
  await press(page, button('Next'));

  await choose(page, button(/Provider$/), 'Local OpenID provider');
  await expect(
    page.getByText('The provider answers as Camunda expects'),
  ).toBeVisible();
  await seen(page, 'provider');
  await press(page, button('Next'));

  await press(page, button(/All components of Camunda/));
  await type(page, field(/Domain of the installation/), 'refunds.example.com');
  await page.keyboard.press('Tab');
  await seen(page, 'components');
  await press(page, button('Next'));

  await type(page, field('Claim value'), 'alice-of-the-payments-team');
  await seen(page, 'administrator');
  await press(page, button('Next'));

  await expect(
    page.getByRole('list', { name: 'Applications at the provider' }),
  ).toContainText('refunds-keys-web-modeler-ui');
  await seen(page, 'review');
  await press(page, button('Review'));
  await press(page, button('Create'));
  await expect(page.getByRole('link', { name: 'Open the system' })).toBeVisible(
    { timeout: 60_000 },
  );
  await expect(
    page.getByText('https://identity.refunds.example.com').first(),
  ).toBeVisible();
  await page.screenshot({ path: join(PICTURES, 'template-task.png') });
});

test('the template for Microsoft Entra ID, by keyboard only', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 1180, height: 900 });
  await page.addInitScript(() => localStorage.setItem('theme', 'light'));
  await page.goto('/create/templates/default/connect-entra-id');
  await press(page, page.getByRole('button', { name: 'Enter' }));
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const field = (name: string | RegExp) => page.getByRole('textbox', { name });

  await choose(page, button(/System that runs Camunda/), 'Refunds Camunda');
  await type(page, field(/Name of the connection/), 'refunds-entra-keys');
  await expect(field(/Name of the connection/)).toHaveValue(
    'refunds-entra-keys',
  );
  await seen(page, 'entra-camunda');
  await press(page, button('Next'));

  await type(page, field(/tenant/), LOCAL_TENANT_ID);
  await choose(page, button(/Cloud/), 'Local stand-in for Microsoft Entra ID');
  await expect(
    page.getByText('The provider answers as Camunda expects'),
  ).toBeVisible();
  await seen(page, 'entra-directory');
  await press(page, button('Next'));

  await type(page, field(/Domain of the installation/), 'refunds.example.com');
  await press(page, button('Add a machine client'));
  const program = page.getByRole('region', { name: 'worker', exact: true });
  // Nothing is typed: told at the field, once, and gone with its mistake.
  await press(page, button('Next'));
  const refusal = page.getByText(/one field needs a correction/);
  await expect(refusal).toBeVisible();
  const clientId = program.getByRole('textbox', { name: 'Client ID' });
  await expect(clientId).toBeFocused();
  await seen(page, 'entra-refused');
  await type(page, clientId, 'refunds-jobs');
  await expect(refusal).toHaveCount(0);
  await seen(page, 'entra-components');
  await press(page, button('Next'));

  await type(
    page,
    field('Claim value'),
    '7f3c1d52-1111-4222-8333-944455556666',
  );
  await seen(page, 'entra-administrator');
  await press(page, button('Next'));

  await expect(
    page.getByRole('list', { name: 'Applications at the provider' }),
  ).toContainText('refunds-jobs');
  await seen(page, 'entra-review');
  await press(page, button('Review'));
  await press(page, button('Create'));
  await expect(page.getByRole('link', { name: 'Open the system' })).toBeVisible(
    { timeout: 60_000 },
  );
  const { client } = await guestClient(portal.backendUrl);
  const record = await client.getConnectionByName('refunds-entra-keys');
  expect(record.machineClients).toEqual([
    { name: 'worker', clientId: 'refunds-jobs' },
  ]);
});
