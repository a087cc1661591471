import { expect } from '@playwright/test';
import { test } from '../harness/harness-test.ts';
import { untilRollHasFocus } from '../harness/open-screen.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
/** An hour of 1A, of whom twelve learn French or Spanish in two groups. */
const HOUR = '/day/2026-11-23/2026.LS.1A/2';

test('D204: an hour is signed for one group of the class, whose pupils alone are on its roll', async ({
  open,
}) => {
  const page = await open({ name: 'class', search: 'scenario=standingIn', hash: HOUR }, LOOK);
  await untilRollHasFocus(page);
  const rows = page.locator('[role=row][aria-rowindex]');
  const all = await rows.count();
  await page.getByRole('combobox', { name: 'Per chi è la lezione' }).click();
  await page.getByRole('option', { name: 'Gruppo Francese' }).click();
  await expect(rows).toHaveCount(6);
  expect(all).toBeGreaterThan(6);
  await page.getByRole('button', { name: 'Firma', exact: true }).click();
  await expect(page.getByText(/^Firmata/).first()).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Per chi è la lezione' })).toHaveCount(0);
  await expect(page.getByText('Gruppo Francese', { exact: true })).toBeVisible();
  // The hour is found again as it was signed.
  await page.getByRole('link', { name: 'Ora precedente della classe' }).click();
  await page.getByRole('link', { name: 'Ora successiva della classe' }).click();
  await expect(rows).toHaveCount(6);
});
