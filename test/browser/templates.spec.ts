import { expect, test, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { LOCAL_TENANT_ID } from 'camunda-identity-test-provider';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPortal, type Portal } from '../../scripts/portal';
import { anyFreePort, namedPorts } from '../../scripts/ports';
import { ROOT } from '../../scripts/processes';
import { guestClient, seed } from '../../scripts/seed';
import { startGitHost, type GitHost } from '../git-host/server';
import { hasGit } from '../git-host/smartHttp';

/*
 * Every template but the first one, which the main job goes through: filled in, run by the real scaffolder.
 */
test.describe.configure({ mode: 'serial' });

const PORTS = namedPorts();

const CONFIG = '.data/templates-app-config.yaml';

let portal: Portal;
let gitHost: GitHost | undefined;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  if (hasGit()) gitHost = await startGitHost(await anyFreePort());
  mkdirSync(join(ROOT, '.data'), { recursive: true });
  // JSON is YAML.
  writeFileSync(
    join(ROOT, CONFIG),
    JSON.stringify({ integrations: gitHost?.integrations ?? {} }),
  );
  portal = await startPortal({
    config: ['app-config.yaml', 'test/browser/app-config.browser.yaml', CONFIG],
    ports: PORTS,
    database: '.data/test-database',
    fresh: true,
    name: 'templates',
  });
  await seed(portal.backendUrl, `http://localhost:${PORTS.provider}`);
});

test.afterAll(async () => {
  await portal?.stop();
  await gitHost?.stop();
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
  // Only the hosts that this portal has got a step.
  await expect(page.getByText('GitHub: pull request')).toHaveCount(0);
  await page
    .getByRole('link', { name: 'Download everything that was written' })
    .click();
  for (const file of ['README.md', 'catalog-info.yaml'])
    await expect(
      page.getByRole('region', {
        name: `camunda-identity/${file}`,
        exact: true,
      }),
    ).toContainText('refunds-directory');
  const offered = page.waitForEvent('download');
  await button(page, 'Download all files').click();
  const archive = unzipSync(readFileSync(await (await offered).path()));
  expect(Object.keys(archive).sort()).toEqual([
    'camunda-identity/README.md',
    'camunda-identity/catalog-info.yaml',
    'camunda-identity/secrets.yaml',
    'camunda-identity/values.yaml',
  ]);
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

test('Upgrade Camunda’s identity configuration', async ({ page }) => {
  test.skip(!gitHost, 'this machine has no git');
  const { client } = await guestClient(portal.backendUrl);
  const { id } = await client.getConnectionByName('payments-prod');
  const { files } = await client.getConfig(id, { format: 'helm' });
  gitHost!.create('PAY/gitops', { 'values.yaml': files[0].content });
  await open(page, 'upgrade-camunda-identity-configuration');
  await choose(page, /^Connection|Choose one/, /payments-prod/);
  const version = async (field: string, name: string) => {
    await page.getByLabel(field).click();
    await page.getByRole('option', { name, exact: true }).click();
  };
  await version('Version that runs', '8.7');
  await version('Version to upgrade to', '8.8');
  await button(page, 'Next').click();
  await page
    .getByLabel('Address of the values file')
    .fill(
      `http://${
        gitHost!.bitbucket
      }/projects/PAY/repos/gitops/browse/values.yaml`,
    );
  await page.getByLabel('Path of the file').fill('values.yaml');
  await page.getByLabel('Where the rewritten values go').click();
  await expect(page.getByRole('option')).toHaveText([
    /Nowhere/,
    'Bitbucket Server: pull request',
  ]);
  await page.getByRole('option', { name: 'Bitbucket Server' }).click();
  await page.getByLabel('Project').fill('PAY');
  const repository = page.getByRole('textbox', { name: /^Repository/ });
  await repository.fill('gitops');
  // Backstage's field takes what was typed once it is left.
  await repository.press('Tab');
  await expect(repository).not.toBeFocused();
  await run(page);
  await expect(
    page.getByRole('link', { name: 'Open the proposal' }),
  ).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('What is to be decided').first()).toBeVisible();
  expect(gitHost!.pullRequests).toEqual([
    expect.objectContaining({
      title: 'Identity configuration for Camunda 8.8',
    }),
  ]);
  const branch = gitHost!.clone('PAY/gitops', 'camunda-8.8-identity');
  expect(readFileSync(join(branch, 'values.yaml'), 'utf8')).not.toBe(
    files[0].content,
  );
});
