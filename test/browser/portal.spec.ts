import { expect, test, type Page } from '@playwright/test';
import { LOCAL_INITIAL_ACCESS_TOKEN } from 'camunda-identity-test-provider';
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startPortal, type Portal } from '../../scripts/portal';
import { namedPorts } from '../../scripts/ports';
import { guestClient, sampleConnection, seed } from '../../scripts/seed';
import {
  openPage,
  OURS,
  PICTURES,
  settled,
  tooWide,
  violations,
  type Look,
} from './ourPages';

/*
 * The portal side on a real portal: every page in light and dark, wide and narrow, in both languages and
 * without a violation of axe; and each thing that one can do there.
 */
// On a portal that somebody has started, a failure costs nothing to the tests after it.
test.describe.configure({
  mode: process.env.PORTAL_URL ? 'default' : 'serial',
});

const PORTS = namedPorts();
const ISSUER = `http://localhost:${PORTS.provider}`;
const CONNECTION = '/camunda-identity/payments-prod';
const PAGES = {
  card: '/catalog/default/system/payments-camunda',
  tab: '/catalog/default/system/payments-camunda/camunda-identity',
  empty: '/catalog/default/system/orders-camunda',
  overview: `${CONNECTION}/overview`,
  applications: `${CONNECTION}/applications`,
  configuration: `${CONNECTION}/configuration`,
  difference: `${CONNECTION}/configuration?form=compose&version=8.7&compare=8.8`,
  checks: `${CONNECTION}/checks`,
  setup: `${CONNECTION}/setup`,
  login: `${CONNECTION}/login`,
  compare: `${CONNECTION}/compare`,
  secrets: `${CONNECTION}/secrets`,
  limits: `${CONNECTION}/limits`,
  edit: `${CONNECTION}/edit`,
  upgrade: `${CONNECTION}/edit?version=8.8`,
  list: '/camunda-identity',
  issuer: '/camunda-identity/_check',
  missing: '/camunda-identity/nobody-has-this/overview',
};
const LONG = `${'An uncommonly long title '.repeat(7)}مدفوعات 🏦 💶`.slice(
  0,
  190,
);

let portal: Portal | undefined;
let url = process.env.PORTAL_URL ?? '';
let backendUrl = process.env.PORTAL_BACKEND_URL ?? '';
let issuer = process.env.PORTAL_ISSUER ?? ISSUER;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  mkdirSync(PICTURES, { recursive: true });
  if (!url) {
    portal = await startPortal({
      config: ['app-config.yaml', 'test/browser/app-config.browser.yaml'],
      ports: PORTS,
      database: '.data/test-database',
      fresh: true,
      name: 'test-portal',
    });
    ({ url, backendUrl } = portal);
    issuer = ISSUER;
  }
  await seed(backendUrl, issuer);
});

test.afterAll(async () => {
  await portal?.stop();
});

const open = (page: Page, path: string, look?: Look) =>
  openPage(page, url + path, look);

const LOOKS = [
  { theme: 'light', width: 1280, language: 'en' },
  { theme: 'dark', width: 1280, language: 'en' },
  { theme: 'dark', width: 390, language: 'de' },
  { theme: 'light', width: 390, language: 'en' },
] as const;

for (const { theme, width, language } of LOOKS)
  test(`every page, ${theme}, ${width} px, ${language}`, async ({ page }) => {
    test.setTimeout(900_000);
    await page.setViewportSize({ width, height: 1000 });
    let first = true;
    for (const [name, path] of Object.entries(PAGES)) {
      if (first) await open(page, path, { theme, language });
      else await page.goto(url + path);
      first = false;
      await settled(page);
      const problems = [...(await violations(page)), ...(await tooWide(page))];
      expect.soft(problems, name).toEqual([]);
      await page.screenshot({
        path: join(PICTURES, `${name}-${theme}-${width}-${language}.png`),
        fullPage: true,
      });
    }
  });

test('the card answers at a glance, and checks live', async ({ page }) => {
  await open(page, PAGES.card);
  const card = page.getByRole('region', { name: /Payments \(production\)/ });
  await expect(card.getByText('Healthy', { exact: true })).toBeVisible();
  // What the verdict rests on.
  await expect(card.getByText(/of 9 applications checked/)).toBeVisible();
  await expect(card.getByText(/secrets not tested/)).toBeVisible();
  const optimize = card.getByRole('row', { name: /Optimize/ });
  await expect(optimize).toContainText(
    'https://optimize.payments.example.com/api/authentication/callback',
  );
  await expect(optimize).toContainText('authorization_code');
  const run = card.getByRole('button', { name: 'Run checks' });
  await run.focus();
  await page.keyboard.press('Enter');
  await expect(card.getByText(/The check has ended/)).toHaveCount(1);
  await expect(run).toBeFocused();
});

test('a report, a form and a version have addresses', async ({ page }) => {
  await open(page, `${CONNECTION}/checks`);
  await settled(page);
  await page
    .getByRole('region', { name: 'All reports' })
    .getByRole('link')
    .first()
    .click();
  await expect(page).toHaveURL(/\/checks\/[0-9a-f-]{36}$/);
  await page.reload();
  await expect(page.getByText(/Passed · \d+/)).toBeVisible();
  await page.goto(`${url}${CONNECTION}/configuration?form=dotenv&version=8.8`);
  await expect(page.getByText('CAMUNDA_IDENTITY_ISSUER').first()).toBeVisible();
});

test('a record is edited; what the API refuses is said at the field', async ({
  page,
}) => {
  await open(page, `${CONNECTION}/edit?field=components.optimize.audience`);
  const optimize = page.getByRole('region', { name: 'Optimize' });
  await expect(
    optimize.getByRole('textbox', { name: 'Audience' }),
  ).toBeFocused();
  const address = optimize.getByRole('textbox', { name: /URL/ });
  await address.fill('https://optimize.payments.example.com/sso?x=1');
  await expect(optimize.getByText(/query/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(address).toBeFocused();
  await expect(page.getByText('1 field needs a correction')).toBeVisible();
  await address.fill('https://reports.payments.example.com');
  await expect(
    optimize.getByText(
      'https://reports.payments.example.com/api/authentication/callback',
    ),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(/\/overview$/);
  await page.goto(`${url}${CONNECTION}/applications`);
  await expect(page.getByRole('row', { name: /Optimize/ })).toContainText(
    'https://reports.payments.example.com/api/authentication/callback',
  );
});

test('a provider is asked while it is typed, and names the right issuer', async ({
  page,
}) => {
  await open(page, `${CONNECTION}/edit?field=provider.issuer`);
  const field = page.getByRole('textbox', { name: /^Issuer/ });
  await expect(field).toBeFocused();
  // With a slash too many: the provider answers, and calls itself otherwise.
  await field.fill(`${issuer}/`);
  await page.getByRole('button', { name: `Use ${issuer}` }).click();
  await expect(field).toHaveValue(issuer);
  await field.fill(`${issuer}/nobody`);
  await expect(
    page.getByText('The provider cannot be used as it is', { exact: true }),
  ).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/choose "Continue anyway"/)).toBeVisible();
  await expect(page).toHaveURL(/\/edit/);
});

test('a machine client with a secret that expires is added, linked to by name, and removed', async ({
  page,
}) => {
  await open(page, `${CONNECTION}/edit`);
  await page.getByRole('button', { name: 'Add a machine client' }).click();
  const block = page.getByRole('region', { name: 'worker' });
  await block.getByRole('textbox', { name: 'Client ID' }).fill('camunda-jobs');
  await block.getByRole('button', { name: /Client secret is in/ }).click();
  await page.getByRole('option', { name: 'an environment variable' }).click();
  await block
    .getByRole('textbox', { name: 'Environment variable' })
    .fill('JOBS_SECRET');
  await block.getByRole('spinbutton', { name: /month/ }).click();
  await page.keyboard.type('03312031');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(/\/overview$/);
  const { client } = await guestClient(backendUrl);
  const saved = await client.getConnectionByName('payments-prod');
  expect(saved.machineClients).toEqual([
    {
      name: 'worker',
      clientId: 'camunda-jobs',
      secret: {
        env: { name: 'JOBS_SECRET' },
        expiresAt: '2031-03-31T00:00:00.000Z',
      },
    },
  ]);
  await page.goto(
    `${url}${CONNECTION}/edit?field=machineClients.worker.clientId`,
  );
  await expect(
    page
      .getByRole('region', { name: 'worker' })
      .getByRole('textbox', { name: 'Client ID' }),
  ).toBeFocused();
  await page.getByRole('button', { name: 'Remove worker' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(/\/overview$/);
});

test('a record is handed over, with the keyboard alone', async ({ page }) => {
  await open(page, PAGES.card);
  const card = page.getByRole('region', { name: /Payments \(production\)/ });
  await card.getByRole('link', { name: 'Edit' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/edit$/);
  const owner = page.getByRole('button', { name: /Owner/ });
  await owner.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'Guest' })).toBeVisible();
  // What is typed finds its entry.
  await page.keyboard.type('Guest');
  await page.keyboard.press('Enter');
  await expect(owner).toContainText('Guest');
  await page.getByRole('textbox', { name: 'Title', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/overview$/);
  const { client } = await guestClient(backendUrl);
  const moved = await client.getConnectionByName('payments-prod');
  expect(moved.owner).toBe('user:default/guest');
  await client.updateConnection(moved.id, moved.etag, {
    owner: 'group:default/team-payments',
  });
});

test('secrets: stored, the next one beside it, promoted, deleted; never shown', async ({
  page,
}) => {
  await open(page, `${CONNECTION}/secrets`);
  const row = page.getByRole('row', { name: /^Optimize/ });
  const dialog = page.getByRole('dialog');
  const store = async (button: string, value: string) => {
    await row.getByRole('button', { name: button }).click();
    await dialog.getByLabel(/Client secret/).fill(value);
    await dialog.getByRole('button', { name: 'Store it' }).click();
    await expect(dialog).toHaveCount(0);
  };
  await store('Store: Optimize', 'hush-hush-one');
  await expect(row).toContainText('Current since');
  await store('Store the next one: Optimize', 'hush-hush-two');
  await expect(row).toContainText('Next one since');
  expect(await violations(page)).toEqual([]);
  await expect(page.locator('body')).not.toContainText('hush-hush');
  await row.getByRole('button', { name: /Make the next one current/ }).click();
  await expect(dialog).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
  await dialog
    .getByRole('button', { name: 'Make the next one current' })
    .click();
  await expect(row).not.toContainText('Next one since');
  await row.getByRole('button', { name: 'Delete: Optimize' }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(row.getByText('no', { exact: true })).toBeVisible();
});

test('upgrade: the list counts questions, the form asks them, saving answers them', async ({
  page,
}) => {
  const { client } = await guestClient(backendUrl);
  await client.createConnection({
    ...sampleConnection(issuer),
    name: 'to-upgrade',
    title: 'To be upgraded',
  });
  await open(page, '/camunda-identity?q=to-upgrade&upgrade=8.8');
  await page
    .getByRole('link', { name: /Upgrade To be upgraded to 8.8: 3 questions/ })
    .click();
  const questions = page.getByRole('region', {
    name: 'Upgrade to Camunda 8.8',
  });
  await questions
    .getByRole('textbox', { name: /First administrators/ })
    .fill('demo@example.com, second@example.com');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(/\/overview$/);
  const upgraded = await client.getConnectionByName('to-upgrade');
  expect(upgraded.camundaVersion).toBe('8.8');
  expect(upgraded.components.orchestration?.adminUsers).toEqual([
    'demo@example.com',
    'second@example.com',
  ]);
  expect(upgraded.components).not.toHaveProperty('zeebe');
  await client.deleteConnection(upgraded.id, upgraded.etag);
});

test('two people edit: both sides are shown, and both are kept', async ({
  page,
}) => {
  await open(page, `${CONNECTION}/edit`);
  const title = page.getByRole('textbox', { name: 'Title', exact: true });
  await title.fill('Mine');
  const { client } = await guestClient(backendUrl);
  const record = await client.getConnectionByName('payments-prod');
  await client.updateConnection(record.id, record.etag, {
    title: 'Theirs',
    description: 'Changed meanwhile',
  });
  await page.getByRole('button', { name: 'Save' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Mine: Mine')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByText('Theirs: Theirs').click();
  await dialog.getByRole('button', { name: 'Save both' }).click();
  await expect(page).toHaveURL(/\/overview$/);
  const merged = await client.getConnectionByName('payments-prod');
  expect(merged.title).toBe('Theirs');
  expect(merged.description).toBe('Changed meanwhile');
  await client.updateConnection(merged.id, merged.etag, {
    title: 'Payments (production)',
  });
});

test('the first administrator: edit, mark as applied, record a change, begin again', async ({
  page,
}) => {
  await open(page, PAGES.card);
  const section = page.getByRole('region', { name: 'First administrator' });
  await section.getByRole('button', { name: 'Edit claim' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: /Claim value/ })
    .fill('camunda-identity');
  // Linted while it is typed: that is an application, no person.
  await expect(dialog.getByRole('status').first()).not.toBeEmpty();
  await dialog
    .getByRole('textbox', { name: /Claim value/ })
    .fill('7f3c1d52-1111-4222-8333-944455557777');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(section).toContainText('944455557777');
  await section.getByRole('button', { name: 'Mark as applied' }).click();
  await dialog.getByRole('button', { name: 'Mark as applied' }).click();
  await expect(section.getByText(/Marked as applied/)).toBeVisible();
  await section.getByRole('button', { name: /Record a change/ }).click();
  await dialog.getByRole('textbox', { name: /Claim value/ }).fill('changed');
  await dialog.getByRole('textbox', { name: /Reason/ }).fill('new person');
  await dialog.getByText('It was changed in the database').click();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Record the change' }).click();
  await expect(section).toContainText('changed');
  await section.getByRole('button', { name: /Start again/ }).click();
  await dialog.getByRole('textbox', { name: /Reason/ }).fill('new database');
  await dialog.getByText('The database was created anew').click();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Start again' }).click();
  await expect(section.getByText('Not marked as applied yet:')).toBeVisible();
});

test('a file is compared and rewritten; its secrets are masked', async ({
  page,
}) => {
  await open(page, `${CONNECTION}/compare`);
  await page
    .getByRole('textbox', { name: /File/ })
    .fill(
      [
        'global:',
        '  identity:',
        '    auth:',
        '      issuer: https://other.example.com',
        '      identity:',
        '        existingSecret: hush-hush-hush',
        'zeebe:',
        '  image:',
        '    tag: 8.7.3',
      ].join('\n'),
    );
  await page.getByRole('button', { name: /Compare with this/ }).click();
  await expect(page.getByText(/\d+ differences?/)).toBeVisible();
  await expect(
    page.getByRole('cell', { name: 'https://other.example.com' }),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'File' })).not.toContainText(
    'hush-hush-hush',
  );
  await page.getByRole('button', { name: /Rewrite for/ }).click();
  await expect(page.getByText(/\d+ changes? from 8.7 to 8.8/)).toBeVisible();
  // What has no place in the new chart stays, and is said.
  await expect(page.getByText(/zeebe\.image\.tag \(line 9\)/)).toBeVisible();
  expect(await page.locator('body').innerText()).not.toContain('hush');
  expect(await violations(page)).toEqual([]);
  await page.screenshot({
    path: join(PICTURES, 'rewritten.png'),
    fullPage: true,
  });
});

test('ticks of the steps stay; each value has a copy button of its own', async ({
  page,
}) => {
  await open(page, `${CONNECTION}/setup`);
  await page.getByText('Create the application of Optimize').click();
  await expect(page.getByText(/1 of 11 done/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/1 of 11 done/)).toBeVisible();
  const names = await page
    .locator(OURS)
    .getByRole('button', { name: /^Copy/ })
    .evaluateAll(buttons =>
      buttons.map(button => button.getAttribute('aria-label')),
    );
  expect(names.length).toBeGreaterThan(20);
  expect(new Set(names).size).toBe(names.length);
});

test('the portal registers the applications, and hands their secrets out once', async ({
  page,
}) => {
  const { client } = await guestClient(backendUrl);
  const sample = sampleConnection(issuer);
  await client.createConnection({
    ...sample,
    name: 'to-register',
    components: {
      identity: { ...sample.components.identity!, clientId: '<awaited>' },
      console: { ...sample.components.console!, clientId: '<awaited>' },
    },
  });
  await open(page, '/camunda-identity/to-register/setup');
  const section = page.getByRole('region', {
    name: 'Let the portal register the applications',
  });
  const token = section.getByLabel('Initial access token');
  const register = section.getByRole('button', {
    name: 'Register 2 applications',
  });
  await token.fill('a-wrong-token');
  await register.click();
  await expect(section.getByText(/status 401/)).toBeVisible();
  await section.getByRole('button', { name: 'Done' }).click();
  // What is still open stays chosen.
  await token.fill(LOCAL_INITIAL_ACCESS_TOKEN);
  await register.click();
  await expect(section.getByText('2 applications are in order')).toBeVisible();
  await section.scrollIntoViewIfNeeded();
  await section.screenshot({ path: join(PICTURES, 'registration.png') });
  expect(await violations(page)).toEqual([]);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    section
      .getByRole('button', { name: 'Download the Kubernetes Secrets' })
      .click(),
  ]);
  const { items } = JSON.parse(await readFile((await saved.path())!, 'utf8'));
  expect(items[0].metadata.name).toBe('camunda-oidc');
  const [secret] = Object.values<string>(items[0].stringData);
  expect(await page.content()).not.toContain(secret);
  await section.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText(/Client IDs are still awaited/)).toHaveCount(0);
  const registered = await client.getConnectionByName('to-register');
  for (const { clientId } of registered.clients)
    expect(clientId).not.toContain('<');
  await client.deleteConnection(registered.id, registered.etag);
});

test('an issuer is checked without a connection', async ({ page }) => {
  await open(page, '/camunda-identity/_check');
  await page.getByRole('textbox', { name: /Issuer/ }).fill(issuer);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText(/Passed · \d+/)).toBeVisible();
  await expect(page).toHaveURL(/issuer=/);
});

test('many connections, long and foreign names: filters in the address, then deleted', async ({
  page,
}) => {
  const { client } = await guestClient(backendUrl);
  const sample = sampleConnection(issuer);
  for (let n = 0; n < 30; n += 1)
    await client.createConnection({
      ...sample,
      name: `many-${n}`,
      title: n === 0 ? LONG : `Many ${n}`,
    });
  await page.setViewportSize({ width: 390, height: 1000 });
  await open(page, '/camunda-identity?q=many-0');
  await settled(page);
  expect(await tooWide(page)).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await page.goto(`${url}/camunda-identity/many-0/overview`);
  await settled(page);
  expect(await tooWide(page)).toEqual([]);
  // Five or more on one entity: the card shows the worst, and leads to the page.
  await page.goto(url + PAGES.card);
  await page.getByRole('link', { name: /All 31 connections/ }).click();
  await expect(page.getByText('31 connections')).toBeVisible();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page).toHaveURL(/cursor=/);
  await page.goto(`${url}/camunda-identity/many-1/overview`);
  await page.getByRole('button', { name: /More actions/ }).click();
  await page.getByRole('menuitem', { name: /Delete/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('many-1');
  await dialog.getByRole('button', { name: 'Delete the connection' }).click();
  await expect(page).toHaveURL(/\/camunda-identity$/);
});

test('a real sign-in through the provider, and what its tokens hold', async ({
  page,
}) => {
  // Whatever was tried with the claim before: alice is to be the first administrator.
  const { client } = await guestClient(backendUrl);
  const { id, etag } = await client.getConnectionByName('payments-prod');
  await client.updateConnection(id, etag, {
    initialClaim: sampleConnection(issuer).initialClaim,
  });
  await open(page, PAGES.login);
  const begin = page.getByRole('button', { name: 'Sign in at the provider' });
  await expect(begin).toBeDisabled();
  await page
    .getByLabel('Client secret, for this test only')
    .fill('local-generic-identity-secret');
  await begin.click();
  await page.locator('input[name=login]').fill('alice');
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
  await expect(
    page.locator('input[name=prompt][value=consent]'),
  ).toBeAttached();
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/payments-prod\/login\//);
  // The app is loaded anew: a guest may have to enter again.
  const enter = page.getByRole('button', { name: 'Enter' });
  const result = page.getByText(/Signed in to Management Identity as/);
  await expect(enter.or(result).first()).toBeVisible();
  if (await enter.isVisible()) await enter.click();
  await expect(result).toBeVisible();
  await expect(page.getByText(/You are the first administrator/)).toBeVisible();
  await expect(
    page.getByText(/Verified by a sign-in to Management Identity/),
  ).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
