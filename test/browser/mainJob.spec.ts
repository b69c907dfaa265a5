import { expect, test, type Locator, type Page } from '@playwright/test';
import { LOCAL_TENANT_ID, localClients } from 'camunda-identity-test-provider';
import { startPortal, type Portal } from '../../scripts/portal';
import { namedPorts } from '../../scripts/ports';
import { seed } from '../../scripts/seed';
import { fillComponents, fillInitialClaim } from './fillTemplate';

/*
 * The main job, as a team does it: sign in, run the template, see the entity page, check; then the
 * provider goes away.
 */
test.describe.configure({ mode: 'serial' });

const PORTS = namedPorts();
const ISSUER = `http://localhost:${PORTS.provider}`;

let portal: Portal;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  portal = await startPortal({
    config: ['app-config.yaml', 'test/browser/app-config.browser.yaml'],
    ports: PORTS,
    database: '.data/test-database',
    fresh: true,
    name: 'test',
  });
  await seed(portal.backendUrl, ISSUER);
});

test.afterAll(async () => {
  await portal?.stop();
});

async function open(page: Page, path: string) {
  await page.goto(path);
  await page.getByRole('button', { name: 'Enter' }).click();
}

function card(page: Page) {
  return page.getByRole('region', { name: 'Refunds (production)' });
}

test('the form refuses what the API refuses, in place', async ({ page }) => {
  await open(page, '/create/templates/default/connect-oidc-provider');
  // Nothing was chosen: told in words, the first such field has the focus, and once it is mended the form goes on.
  const system = page.getByRole('button', { name: /System that runs Camunda/ });
  await expect(system).toBeEnabled();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(
    page.getByText('Choose the system that runs Camunda', { exact: true }),
  ).toBeVisible();
  await expect(page.getByText('must have required property')).toHaveCount(0);
  await expect(system).toBeFocused();
  await system.click();
  await page.getByRole('option', { name: 'Refunds Camunda' }).click();
  await page
    .getByRole('textbox', { name: /Name of the connection/ })
    .fill('refunds-prod');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('Any OpenID Connect provider', { exact: true }).click();
  const issuer = page.getByRole('textbox', { name: /^Issuer(?! for)/ });
  await issuer.fill(`${ISSUER}/.well-known/openid-configuration`);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(
    page.getByText(/this is the address of the discovery document/).first(),
  ).toBeVisible();
  // A provider that is not there is told while one types.
  await issuer.fill('http://localhost:9');
  await expect(
    page.getByText('The provider cannot be used as it is'),
  ).toBeVisible();
});

test('the template registers, checks and writes', async ({ page }) => {
  const formData = JSON.stringify({
    entityRef: 'system:default/refunds-camunda',
  });
  await open(
    page,
    `/create/templates/default/connect-oidc-provider?formData=${encodeURIComponent(
      formData,
    )}`,
  );
  const next = () => page.getByRole('button', { name: 'Next' }).click();
  await page
    .getByRole('textbox', { name: /Name of the connection/ })
    .fill('refunds-prod');
  await page.getByLabel('Title', { exact: true }).fill('Refunds (production)');
  await next();

  // One of the company's own providers, from the configuration.
  await page.getByRole('button', { name: /Provider$/ }).click();
  await page.getByRole('option', { name: 'Local OpenID provider' }).click();
  await expect(
    page.getByRole('textbox', { name: /^Issuer(?! for)/ }),
  ).toHaveValue(ISSUER);
  await expect(
    page.getByText('The provider answers as Camunda expects'),
  ).toBeVisible();
  await next();

  await fillComponents(page, 'refunds');
  await next();

  await fillInitialClaim(page);
  await next();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();

  await expect(
    page.getByText('https://identity.refunds.example.com').first(),
  ).toBeVisible();
  await expect(page.getByText('identityKeycloak').first()).toBeVisible();
  await page.getByRole('link', { name: 'Open the system' }).click();
  await expect(card(page)).toBeVisible();
});

test('the entity page shows what to register, and a check passes', async ({
  page,
}) => {
  await open(page, '/catalog/default/system/refunds-camunda');
  const section = card(page);
  await expect(section.getByText('Healthy', { exact: true })).toBeVisible();
  const row = section.getByRole('row', { name: /Management Identity/ });
  await expect(row).toContainText(
    'https://identity.refunds.example.com/auth/login-callback',
  );
  await expect(row).toContainText('authorization_code');
  await expect(row).toContainText('refresh_token');
  await expect(row).toContainText('confidential');
  await expect(section.getByRole('row', { name: /Console/ })).toContainText(
    'public',
  );
  await expect(
    section.getByText(/can be changed only in the database/),
  ).toBeVisible();
  await section.getByRole('button', { name: 'Run checks' }).click();
  await expect(section.getByText(/The check has ended/)).toHaveCount(1);
  await expect(section.getByText('Healthy', { exact: true })).toBeVisible();
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth <= window.innerWidth,
  );
  expect(wide).toBe(true);
});

test('a provider that is gone is told with the reason', async ({ page }) => {
  await open(page, '/catalog/default/system/refunds-camunda');
  const section = card(page);
  await expect(section.getByText('Healthy', { exact: true })).toBeVisible();
  await portal.provider.stop();
  await section.getByRole('button', { name: 'Run checks' }).click();
  await expect(section.getByText('Failing', { exact: true })).toBeVisible();
  await expect(
    section.getByText(/the connection was refused/).first(),
  ).toBeVisible();
  // And again once the page is loaded anew.
  await page.reload();
  await expect(section.getByText('Failing', { exact: true })).toBeVisible();
  await expect(
    section.getByText(/the connection was refused/).first(),
  ).toBeVisible();
  await portal.startProvider();
  await section.getByRole('button', { name: 'Run checks' }).click();
  await expect(section.getByText('Healthy', { exact: true })).toBeVisible();
});

test('the same template connects to Microsoft Entra ID', async ({ page }) => {
  const entra = localClients('entra');
  const identityApp = entra.find(({ key }) => key === 'identity')!;
  const formData = JSON.stringify({
    entityRef: 'system:default/refunds-camunda',
    name: 'refunds-entra',
    title: 'Refunds (Entra)',
    format: 'env',
  });
  await open(
    page,
    `/create/templates/default/connect-oidc-provider?formData=${encodeURIComponent(
      formData,
    )}`,
  );
  const next = () => page.getByRole('button', { name: 'Next' }).click();
  await next();
  await page.getByText('Microsoft Entra ID', { exact: true }).click();
  await page.getByRole('textbox', { name: /tenant/ }).fill(LOCAL_TENANT_ID);
  // The development portal's own cloud, from its configuration.
  await page.getByRole('button', { name: /Cloud/ }).click();
  await page
    .getByRole('option', { name: 'Local stand-in for Microsoft Entra ID' })
    .click();
  await expect(
    page.getByText('The provider answers as Camunda expects'),
  ).toBeVisible();
  await next();
  const identity = page.getByRole('region', { name: 'Management Identity' });
  await identity
    .getByRole('textbox', { name: /URL/ })
    .fill('https://identity.refunds.example.com');
  await identity
    .getByRole('textbox', { name: 'Client ID' })
    .fill(identityApp.clientId);
  await next();
  await page
    .getByRole('textbox', { name: 'Claim value' })
    .fill('7f3c1d52-1111-4222-8333-944455556666');
  await next();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(
    page.getByText(`CAMUNDA_IDENTITY_AUDIENCE=${identityApp.clientId}`).first(),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Open the system' }).click();
  const section = page.getByRole('region', { name: 'Refunds (Entra)' });
  await expect(section.getByText('Healthy', { exact: true })).toBeVisible();
  await expect(section).toContainText(`/${LOCAL_TENANT_ID}/v2.0`);
});

test('a domain and a provider of the company are enough for all components', async ({
  page,
}) => {
  await open(page, '/create/templates/default/connect-oidc-provider');
  let clicks = 0;
  let fields = 0;
  const click = async (target: Locator) => {
    clicks += 1;
    await target.click();
  };
  const fill = async (target: Locator, text: string) => {
    fields += 1;
    await target.fill(text);
  };
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const field = (name: string | RegExp) => page.getByRole('textbox', { name });
  await click(button(/System that runs Camunda/));
  await click(page.getByRole('option', { name: 'Refunds Camunda' }));
  await fill(field(/Name of the connection/), 'refunds-all');
  await click(button('Next'));
  await click(button(/Provider$/));
  await click(page.getByRole('option', { name: 'Local OpenID provider' }));
  await expect(
    page.getByText('The provider answers as Camunda expects'),
  ).toBeVisible();
  await click(button('Next'));
  await click(button(/All components of Camunda/));
  await fill(field(/Domain of the installation/), 'camunda.example.com');
  await click(button('Next'));
  await fill(field('Claim value'), 'a-person');
  await click(button('Next'));
  const applications = page.getByRole('list', {
    name: 'Applications at the provider',
  });
  await expect(applications).toContainText(
    'https://optimize.camunda.example.com/api/authentication/callback',
  );
  await expect(applications).toContainText('refunds-all-web-modeler-ui');
  await click(button('Review'));
  await click(button('Create'));
  await expect(page.getByRole('link', { name: 'Open the system' })).toBeVisible(
    { timeout: 60_000 },
  );
  expect(clicks).toBeLessThanOrEqual(12);
  expect(fields).toBeLessThanOrEqual(10);
});

test('a system without a connection offers the template', async ({ page }) => {
  await open(page, '/catalog/default/system/orders-camunda');
  await expect(
    page.getByText('No connection to an OpenID provider yet'),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Connect to an OIDC provider' }).click();
  await expect(
    page.getByText('Connect Camunda to an OIDC provider').first(),
  ).toBeVisible();
});

test('somebody else’s system is refused', async ({ page }) => {
  await open(page, '/catalog/default/system/payments-camunda');
  await expect(
    page.getByRole('region', { name: 'Payments (production)' }),
  ).toBeVisible();
  const { status, message } = await page.evaluate(async backend => {
    const guest = await fetch(`${backend}/api/auth/guest/refresh`, {
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
      credentials: 'include',
    });
    const { backstageIdentity } = await guest.json();
    const answer = await fetch(
      `${backend}/api/camunda-identity/v1/connections`,
      {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${backstageIdentity.token}`,
        },
        body: JSON.stringify({
          name: 'orders-prod',
          entityRef: 'system:default/orders-camunda',
          owner: 'group:default/team-payments',
          camundaVersion: '8.7',
          provider: { type: 'GENERIC', issuer: 'https://idp.example.com' },
          components: {
            identity: { url: 'https://i.example.com', clientId: 'i' },
          },
          initialClaim: { value: 'x' },
        }),
      },
    );
    const { error } = await answer.json();
    return { status: answer.status, message: error.message };
  }, portal.backendUrl);
  expect(status).toBe(403);
  expect(message).toContain('its owner is group:default/team-orders');
});
