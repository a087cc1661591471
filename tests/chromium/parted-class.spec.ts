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

test('D204: the group that was chosen is in the address: it stays over a reload, another section and going back', async ({
  open,
}) => {
  const page = await open({ name: 'class', search: 'scenario=standingIn', hash: HOUR }, LOOK);
  await untilRollHasFocus(page);
  const part = page.getByRole('combobox', { name: 'Per chi è la lezione' });
  await part.focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: 'Gruppo Francese' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const rows = page.locator('[role=row][aria-rowindex]');
  await expect(rows).toHaveCount(6);
  await expect(page).toHaveURL(/\/2026\.LS\.1A\/2\/group\/[^/]+$/);
  await page.keyboard.press('Control+7');
  await page.getByRole('heading', { name: 'Elenco della classe' }).waitFor();
  await page.keyboard.press('Control+1');
  await expect(rows).toHaveCount(6);
  // Another hour has its own; going back to this one finds the group again.
  await page.keyboard.press('Alt+PageUp');
  await expect(page).toHaveURL(/\/2026\.LS\.1A\/1$/);
  await page.goBack();
  await expect(rows).toHaveCount(6);
  await page.reload();
  await expect(rows).toHaveCount(6);
  await part.click();
  await page.getByRole('option', { name: 'Tutta la classe' }).click();
  await expect(page).toHaveURL(/\/2026\.LS\.1A\/2\/whole$/);
  await expect.poll(async () => await rows.count()).toBeGreaterThan(6);
});

test('D204: the topics of a class name the group of each lesson, can be looked at for one, and are printed so', async ({
  open,
}) => {
  const page = await open({ name: 'class', search: 'scenario=standingIn', hash: HOUR }, LOOK);
  await untilRollHasFocus(page);
  await page.getByRole('combobox', { name: 'Per chi è la lezione' }).click();
  await page.getByRole('option', { name: 'Gruppo Francese' }).click();
  await page.getByLabel('Argomento').fill('Les nombres');
  await page.getByRole('button', { name: 'Firma', exact: true }).click();
  await expect(page.getByText(/^Firmata/).first()).toBeVisible();
  await page.keyboard.press('Control+6');
  const line = page.getByRole('row').filter({ hasText: 'Les nombres' });
  await expect(line).toContainText('Gruppo Francese');
  const whole = page.getByRole('row').filter({ hasText: 'Tutta la classe' });
  await expect(whole.first()).toBeVisible();
  const filter = page.getByRole('combobox', { name: 'Gruppo', exact: true });
  await filter.click();
  await page.getByRole('option', { name: 'Gruppo Spagnolo' }).click();
  await expect(line).toHaveCount(0);
  await expect(whole.first()).toBeVisible();
  await filter.click();
  await page.getByRole('option', { name: 'Gruppo Francese' }).click();
  await expect(line).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('[data-print]');
  await expect(sheet.getByRole('heading', { name: /Gruppo Francese$/ })).toBeVisible();
  await expect(sheet.getByRole('row').filter({ hasText: 'Les nombres' })).toContainText('Gruppo Francese');
});
