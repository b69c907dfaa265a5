import { expect, type Page } from '@playwright/test';

/**
 * Fills in the step "Components" of the template: Management Identity and Console.
 *
 * @param installation - part of the components' addresses, such as `refunds`
 */
export async function fillComponents(
  page: Page,
  installation: string,
): Promise<void> {
  const address = (component: string) =>
    `https://${component}.${installation}.example.com`;
  const identity = page.getByRole('region', { name: 'Management Identity' });
  await identity
    .getByRole('textbox', { name: /URL/ })
    .fill(address('identity'));
  await identity
    .getByRole('textbox', { name: 'Client ID' })
    .fill('camunda-identity');
  await identity
    .getByRole('textbox', { name: 'Audience' })
    .fill('identity-api');
  await expect(
    identity.getByText(`${address('identity')}/auth/login-callback`),
  ).toBeVisible();
  await page.getByText('Console', { exact: true }).click();
  const console = page.getByRole('region', { name: 'Console' });
  await console.getByRole('textbox', { name: /URL/ }).fill(address('console'));
  await console
    .getByRole('textbox', { name: 'Client ID' })
    .fill('camunda-console');
  await console.getByRole('textbox', { name: 'Audience' }).fill('console-api');
}

/** Fills in the step "Initial claim". */
export async function fillInitialClaim(page: Page): Promise<void> {
  await expect(
    page.getByText(/can be changed only in the database/),
  ).toBeVisible();
  await page
    .getByRole('textbox', { name: 'Claim value' })
    .fill('7f3c1d52-1111-4222-8333-944455556666');
}
