import { chromium, expect } from '@playwright/test';
import { CHROMIUM_ARGS } from '../browser/chromium';
import { fillComponents, fillInitialClaim } from '../browser/fillTemplate';

const ENTITY = '/catalog/default/system/examples';
const TIMEOUT_MS = 60_000;

/**
 * What somebody sees who has installed the suite: the card without a connection, the template's form with its
 * fields, a run of it, and the card with the connection.
 *
 * @param options - `screenshots`: folder for a picture of each stage
 */
export async function seeItWork(options: {
  url: string;
  issuer: string;
  browser: string;
  screenshots: string;
}): Promise<void> {
  const { url, issuer, screenshots } = options;
  const browser = await chromium.launch({
    executablePath: options.browser,
    args: CHROMIUM_ARGS,
  });
  const page = await browser.newPage({
    baseURL: url,
    viewport: { width: 1280, height: 900 },
  });
  page.setDefaultTimeout(TIMEOUT_MS);
  const see = expect.configure({ timeout: TIMEOUT_MS });
  const problems: string[] = [];
  page.on('pageerror', error => problems.push(error.message));
  const show = (name: string) =>
    page.screenshot({ path: `${screenshots}/${name}.png`, fullPage: true });
  const next = () => page.getByRole('button', { name: 'Next' }).click();
  try {
    await page.goto(ENTITY);
    // The old frontend system's stock app signs in by itself.
    const enter = page.getByRole('button', { name: 'Enter' });
    const empty = page.getByText('No connection to an OpenID provider yet');
    await see(enter.or(empty).first()).toBeVisible();
    if (await enter.isVisible()) await enter.click();
    await see(empty).toBeVisible();
    await show('card-without-a-connection');

    await page
      .getByRole('link', { name: 'Connect to an OIDC provider' })
      .click();
    await page
      .getByRole('textbox', { name: /Name of the connection/ })
      .fill('examples');
    await page.getByLabel('Title', { exact: true }).fill('Examples');
    await next();
    await page
      .getByText('Any OpenID Connect provider', { exact: true })
      .click();
    await page.getByRole('textbox', { name: /^Issuer(?! for)/ }).fill(issuer);
    await see(
      page.getByText('The provider answers as Camunda expects'),
    ).toBeVisible();
    await show('form');
    await next();
    await fillComponents(page, 'refunds');
    await next();
    await fillInitialClaim(page);
    await next();
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Create' }).click();
    const open = page.getByRole('link', { name: 'Open the system' });
    await see(open).toBeVisible();
    await show('run');

    await open.click();
    await see(
      page.getByText('Examples', { exact: true }).first(),
    ).toBeVisible();
    await see(
      page
        .getByText('https://identity.refunds.example.com/auth/login-callback')
        .first(),
    ).toBeVisible();
    await show('card-with-a-connection');
    expect(problems).toEqual([]);
  } catch (error) {
    await show('failure');
    throw error;
  } finally {
    await browser.close();
  }
}
