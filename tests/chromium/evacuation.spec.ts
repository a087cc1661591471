import { expect } from '@playwright/test';
import { test } from '../harness/harness-test.ts';
import { untilDialogHasFocus, untilRollHasFocus } from '../harness/open-screen.ts';

const LOOK = { theme: 'light', language: 'it', width: 1024, height: 700 } as const;
const CLASS = '/day/2026-11-23/2026.LS.1A/2';

test('D108 one key opens the list of the class of the hour, and the printer takes it with two lines to sign', async ({
  open,
}) => {
  const page = await open({ name: 'evacuation', search: 'scenario=offline', hash: CLASS }, LOOK);
  await untilRollHasFocus(page);
  await page.keyboard.press('Control+Shift+E');
  await expect(page.getByRole('heading', { name: 'Emergenza', level: 1 })).toBeFocused();
  const lists = page.getByRole('region', { name: /^Classe / });
  await expect(lists).toHaveCount(1);
  await expect(lists.getByRole('heading', { level: 3 })).toHaveCount(4);
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('[data-print]');
  await expect(
    sheet.getByRole('columnheader', { name: 'Presente al punto di raccolta' }).first(),
  ).toBeVisible();
  await expect(sheet.getByText(/^Firma /)).toHaveCount(2);
  // One table, whose head says on each of its sheets whose list it is.
  await expect(sheet.getByRole('table')).toHaveCount(1);
  await expect(
    sheet.getByRole('columnheader', { name: /^Classe 1A · Situazione di .*, alle 09:02$/ }),
  ).toBeVisible();
  await expect(page.locator('#content')).toBeHidden();
});

test('D108 the key works over whatever is open, which closes', async ({ open }) => {
  const page = await open({ name: 'evacuation', search: 'scenario=offline', hash: CLASS }, LOOK);
  const title = page.getByRole('heading', { name: 'Emergenza', level: 1 });
  for (const keys of ['Enter', 'Control+K', '?']) {
    await untilRollHasFocus(page);
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog')).toHaveCount(1);
    await page.keyboard.press('Control+Shift+E');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(title).toBeFocused();
    await page.goBack();
  }
});

test('D106, D108 a class that has been sent home has left the school', async ({ open }) => {
  const page = await open({ name: 'evacuation', search: 'scenario=offline', hash: CLASS }, LOOK);
  await untilRollHasFocus(page);
  await page.getByRole('button', { name: 'Entrata/uscita di classe' }).click();
  const dialog = page.getByRole('dialog');
  await untilDialogHasFocus(page);
  await dialog.getByRole('textbox', { name: 'La classe esce alle' }).fill('09:00');
  await dialog.getByRole('textbox', { name: 'Motivo' }).fill('Assemblea');
  await dialog.getByRole('button', { name: 'Registra' }).click();
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Control+Shift+E');
  const list = page.getByRole('region', { name: 'Classe 1A' });
  await expect(list.getByText('La scuola ha fatto uscire 1A alle 09:00')).toBeVisible();
  await expect(list.getByText(/da verificare/)).toHaveCount(0);
  await expect(list.getByText(/uscita alle 09:00/).first()).toBeVisible();
});

test('D108 the office has every class, and prints one of them or all', async ({ open }) => {
  const page = await open(
    { name: 'evacuation-office', search: 'role=office&scenario=calm', hash: '/evacuation' },
    LOOK,
  );
  const lists = page.getByRole('region', { name: /^Classe / });
  await expect(lists.nth(1)).toBeVisible();
  await page.getByRole('combobox', { name: 'Classe' }).click();
  await page.getByRole('option', { name: /^1A/ }).first().click();
  await expect(lists).toHaveCount(1);
  await expect(
    page.locator('[data-print]').getByRole('heading', { level: 1, includeHidden: true }),
  ).toHaveCount(1);
});

test('D108 a family has no such page', async ({ open }) => {
  const page = await open({ name: 'evacuation-family', search: 'role=parent', hash: '/evacuation' }, LOOK);
  await expect(page.getByRole('navigation', { name: 'Pagine' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Emergenza' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Emergenza' })).toHaveCount(0);
});
