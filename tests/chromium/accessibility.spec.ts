import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { boxFaults } from '../harness/box-faults.ts';
import { test } from '../harness/harness-test.ts';
import { SCREENS } from '../harness/screens.ts';
import { WINDOWS } from '../harness/windows.ts';

// A trace of every step costs more than the steps; a fault is told in full by its text.
test.use({ trace: 'off', screenshot: 'off' });

for (const screen of SCREENS.filter(({ paper }) => !paper)) {
  test(`${screen.name} has no accessibility fault in either theme, and lies whole in every window`, async ({
    show,
  }) => {
    const page = await show(screen);
    await test.step('is named in the title of the window, and something has the focus (WCAG 2.4.2, 2.4.3)', async () => {
      await expect(page).toHaveTitle(/^.+ — Campanella$/);
      await expect(page.locator('body')).not.toBeFocused();
    });
    await test.step('has no accessibility fault', async () => {
      expect.soft(await faults(page)).toEqual([]);
    });
    await test.step('has contrast in the dark too: what a theme can break, the rest is the same page', async () => {
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
      expect.soft(await faults(page, ['color-contrast'])).toEqual([]);
    });
    for (const { width, height } of WINDOWS) {
      await test.step(`lies whole in ${width}×${height}, nothing over anything else`, async () => {
        await page.setViewportSize({ width, height });
        expect.soft(await settledBoxFaults(page), `${width}×${height}`).toEqual([]);
      });
    }
  });
}

/** Looks again while something is wrong: what measures itself takes some frames, which the test's clock lets pass. */
async function settledBoxFaults(page: Page): Promise<readonly string[]> {
  let found: readonly string[] = [];
  for (let look = 0; look < 6; look += 1) {
    await page.clock.runFor(100);
    found = await page.evaluate(boxFaults);
    if (found.length === 0) break;
  }
  return found;
}

/** What axe finds in the page; it has no frames, so the page alone is looked at. */
async function faults(page: Page, rules?: string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    resultTypes: ['violations'],
    ...(rules ? { runOnly: { type: 'rule', values: rules } } : {}),
  });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary ?? ''}`),
  );
}
