import { expect, type Page } from '@playwright/test';
import { axeFaults } from '../harness/axe-faults.ts';
import { boxFaults } from '../harness/box-faults.ts';
import { test } from '../harness/harness-test.ts';
import { SCREENS } from '../harness/screens.ts';
import { shareOfScreen } from '../harness/share-of-screen.ts';

const LOOK = { language: 'it', width: 1280, height: 720 } as const;

// A trace of every step costs more than the steps; a fault is told in full by its text.
test.use({ trace: 'off' });

for (const screen of SCREENS.filter(({ paper }) => !paper)) {
  test(`${screen.name} has no accessibility fault, and lies whole in the windows`, async ({ open }) => {
    const { themes, windows } = shareOfScreen(screen.name);
    const [first, ...others] = themes;
    const page = await open(screen, { ...LOOK, theme: first });
    await test.step('is named in the title of the window, and something has the focus (WCAG 2.4.2, 2.4.3)', async () => {
      await expect(page).toHaveTitle(/^.+ — Campanella$/);
      await expect(page.locator('body')).not.toBeFocused();
    });
    await test.step(`has no accessibility fault in the ${first} theme`, async () => {
      expect.soft(await axeFaults(page)).toEqual([]);
    });
    for (const theme of others) {
      await test.step(`has contrast in the ${theme} too: what a theme can break, the rest is the same page`, async () => {
        await page.emulateMedia({ colorScheme: theme });
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
        expect.soft(await axeFaults(page, { rules: ['color-contrast'] })).toEqual([]);
      });
    }
    for (const { width, height } of windows) {
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
