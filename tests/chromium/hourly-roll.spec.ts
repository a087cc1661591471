import { expect, type Page } from '@playwright/test';
import { test } from '../harness/harness-test.ts';
import { untilRollHasFocus } from '../harness/open-screen.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const HOUR = { name: 'hourly', search: 'scenario=hourly', hash: '/day/2026-11-23/2026.LS.1A/2' };

const row = (page: Page, number: number) => page.locator(`[role=row][aria-rowindex="${number}"]`);

test('D102 who was absent in the hour before is proposed, taken out with P, and marked by the confirmation', async ({
  open,
}) => {
  const page = await open(HOUR, LOOK);
  await untilRollHasFocus(page);
  await expect(page.getByText(/^2 assenze proposte dall’ora prima/)).toBeVisible();
  await expect(row(page, 3)).toContainText('assenza da confermare');
  await expect(row(page, 22)).toContainText('assenza da confermare');
  for (const key of ['ArrowDown', 'ArrowDown', 'p']) await page.keyboard.press(key);
  await expect(page.getByText(/^1 assenza proposta dall’ora prima/)).toBeVisible();
  await expect(row(page, 3)).toContainText('presenza da confermare');
  await page.keyboard.press('Control+Enter');
  await expect(row(page, 22)).toHaveAttribute('data-mark', 'absent');
  await expect(row(page, 3)).toHaveAttribute('data-mark', 'present');
  await expect(page.getByText(/^Confermato/)).toBeVisible();
  await expect(page.getByText(/proposte? dall’ora prima/)).toHaveCount(0);
});
