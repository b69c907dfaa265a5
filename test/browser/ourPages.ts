import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { join } from 'node:path';

/** Where the pictures of the pages are kept. */
export const PICTURES = join(__dirname, '../../test-results/pictures');
/** What is ours on a page. */
export const OURS = '[data-plugin="camunda-identity"]';

/** How a page is looked at. */
export interface Look {
  theme?: 'light' | 'dark';
  language?: 'en' | 'de';
}

/** Signs in as the guest, at an address. */
export async function openPage(page: Page, address: string, look: Look = {}) {
  const { theme = 'light', language = 'en' } = look;
  await page.addInitScript(
    ([chosen, spoken]) => {
      localStorage.setItem('theme', chosen);
      localStorage.setItem('language', spoken);
    },
    [theme, language],
  );
  await page.goto(address);
  await page.getByRole('button', { name: 'Enter' }).click();
}

/** Waits until nothing of ours is loading any more. */
export async function settled(page: Page) {
  await expect(page.locator(OURS).first()).toBeVisible();
  await expect(page.locator('[class*="bui-Skeleton"]')).toHaveCount(0);
  await page.waitForLoadState('networkidle', { timeout: 2000 }).catch(() => {});
}

/** Waits until a dialog has faded in: until then neither its picture nor its contrast is what people see. */
export async function stillness(page: Page) {
  await page
    .waitForFunction(
      () =>
        document.getAnimations().every(({ effect, playState }) => {
          const { target } = effect as KeyframeEffect;
          const dialog = '[role=dialog]';
          return (
            playState !== 'running' ||
            !(target?.closest(dialog) ?? target?.querySelector(dialog))
          );
        }),
      undefined,
      { timeout: 2000 },
    )
    .catch(() => {});
}

/** What axe has against what is ours on a page; contrast included. */
export async function violations(page: Page) {
  await stillness(page);
  const builder = new AxeBuilder({ page }).include(OURS);
  // The frame of a dialog is Backstage's; title and buttons in it are ours.
  const dialog = '[role=dialog]';
  if (await page.locator(dialog).count()) builder.include(dialog);
  const { violations: found } = await builder.analyze();
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) =>
          `${html.slice(0, 160)} ${failureSummary ?? ''}`.replace(/\s+/g, ' '),
        )
        .join(' | ')}`,
  );
}

/** What of ours reaches beyond the window. */
export async function tooWide(page: Page) {
  return page.evaluate(ours => {
    const wide = document.documentElement.scrollWidth > window.innerWidth;
    const buttons = [...document.querySelectorAll('[role=dialog] button')];
    const cut = buttons.filter(
      button =>
        button.getBoundingClientRect().left <
        button.closest('[role=dialog]')!.getBoundingClientRect().left,
    );
    const out = [...document.querySelectorAll(ours)]
      .flatMap(root => [...root.querySelectorAll('*')])
      .filter(element => {
        const { right, width } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        return (
          width > 1 &&
          right > window.innerWidth + 1 &&
          style.clipPath === 'none'
        );
      })
      .slice(0, 3)
      .map(element => element.outerHTML.slice(0, 160));
    return [
      ...(wide ? ['the page scrolls sideways'] : []),
      ...cut.map(button => `cut: ${button.textContent}`),
      ...out,
    ];
  }, OURS);
}
