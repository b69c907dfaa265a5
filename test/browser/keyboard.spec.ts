import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startPortal, type Portal } from '../../scripts/portal';
import { namedPorts } from '../../scripts/ports';

/*
 * The connect template without a mouse, from its first page to the task, every step without a violation of axe. The
 * pictures of its steps are those of docs/templates.md.
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
