import { expect, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';
import { untilRollHasFocus } from '../harness/open-screen.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const CLASS = '/day/2026-11-23/2026.LS.1A/2';

async function openRoll(open: Harness['open']): Promise<Page> {
  const page = await open({ name: 'several', search: 'scenario=calm', hash: CLASS }, LOOK);
  await untilRollHasFocus(page);
  return page;
}

test('D98 out of class by keys: type, times and place stand in the row, and the undo takes them back', async ({
  open,
}) => {
  const page = await openRoll(open);
  await page.keyboard.type('5c');
  const dialog = page.getByRole('dialog', { name: /^Fuori classe/ });
  await dialog.getByRole('radio', { name: 'Dalle, alle' }).check();
  await dialog.getByRole('button', { name: 'Registra' }).click();
  await expect(dialog.getByText(/^Scrivi un orario/).first()).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Dalle' }).fill('1020');
  await dialog.getByRole('textbox', { name: 'Alle', exact: true }).fill('1220');
  await dialog.getByRole('textbox', { name: 'Dove' }).fill('Aula magna');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const row = page.locator('[role=row][aria-rowindex="5"]');
  await expect(row).toContainText('S 10:20–12:20');
  await expect(row.getByRole('gridcell')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(row).not.toContainText('S 10:20–12:20');
});

test('D98 whoever is marked absent is named, and nothing typed is lost', async ({ open }) => {
  const page = await openRoll(open);
  await page.keyboard.type('3c');
  const dialog = page.getByRole('dialog', { name: /^Fuori classe/ });
  const place = dialog.getByRole('textbox', { name: 'Dove' });
  await place.fill('Aula magna');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('Benedetti Ginevra');
  await expect(place).toHaveValue('Aula magna');
});

test('D106 several late at one time: the number is said before, and one undo takes all of it back', async ({
  open,
}) => {
  const page = await openRoll(open);
  const late = page.locator('[role=row][data-mark=late]');
  const before = await late.count();
  await page.getByRole('button', { name: 'Più alunni' }).click();
  await page.getByRole('menuitem', { name: 'Ritardo o uscita di più alunni' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ritardo o uscita di più alunni' });
  await dialog.getByRole('button', { name: 'Nessuno' }).click();
  for (const index of [0, 1, 2]) await dialog.getByRole('checkbox').nth(index).check();
  await dialog.getByRole('button', { name: 'Segna 3' }).click();
  await expect(dialog.getByRole('alert')).toContainText('3 ritardi');
  await dialog.getByRole('button', { name: 'Sì, segna tutti e 3' }).click();
  await expect(dialog).toBeHidden();
  await expect(late).toHaveCount(before + 3);
  await page.keyboard.press('Control+z');
  await expect(late).toHaveCount(before);
});

test('D98 the section Assenze lists who is out of class, and takes it back and puts it back', async ({
  open,
}) => {
  const page = await openRoll(open);
  await page.keyboard.press('Control+5');
  await page.getByRole('radiogroup', { name: 'Che cosa vedere' }).getByText('Fuori classe').click();
  await page.getByRole('button', { name: 'Nuovo fuori classe' }).click();
  const dialog = page.getByRole('dialog', { name: /^Fuori classe/ });
  await dialog.getByRole('combobox', { name: 'Chi' }).click();
  await page.getByRole('option').first().click();
  await page.keyboard.press('Escape');
  await dialog.getByRole('radio', { name: 'Tutto il giorno' }).check();
  await dialog.getByRole('textbox', { name: 'Dove' }).fill('Officina Ferri');
  await dialog.getByRole('button', { name: 'Registra' }).click();
  const line = page.getByRole('row').filter({ hasText: 'Officina Ferri' });
  await expect(line).toHaveCount(1);
  await line.getByRole('button', { name: /^Ritira/ }).click();
  await expect(line).toHaveCount(0);
  await page.getByRole('button', { name: 'Annulla l’ultimo', exact: true }).click();
  await expect(line).toHaveCount(1);
});

test('D98 what would be without effect is named at its field, and for nobody there is nothing to press', async ({
  open,
}) => {
  const page = await openRoll(open);
  await page.keyboard.press('Control+5');
  await page.getByRole('radiogroup', { name: 'Che cosa vedere' }).getByText('Fuori classe').click();
  await page.getByRole('button', { name: 'Nuovo fuori classe' }).click();
  const dialog = page.getByRole('dialog', { name: /^Fuori classe/ });
  const save = dialog.getByRole('button', { name: 'Registra', exact: true });
  await expect(save).toBeDisabled();
  await expect(save).toHaveAccessibleDescription('lun 23 nov · Scegli almeno un nome.');
  await dialog.getByRole('combobox', { name: 'Chi' }).click();
  await page.getByRole('option').first().click();
  await page.keyboard.press('Escape');
  await dialog.getByRole('textbox', { name: 'Dove' }).fill('Officina Ferri');
  const day = dialog.getByRole('textbox', { name: 'Giorno', exact: true });
  // A Sunday.
  await day.fill('29/11/2026');
  await save.click();
  const noLessons = dialog.getByText(/^In questi giorni la classe non ha lezione/);
  await expect(noLessons).toBeVisible();
  await dialog.getByRole('radio', { name: 'Tutto il giorno' }).check();
  await expect(noLessons).toHaveCount(0);
  await day.fill('24/11/2026');
  await dialog.getByRole('radio', { name: 'Dalle, alle' }).check();
  const [from, to] = [
    dialog.getByRole('textbox', { name: 'Dalle' }),
    dialog.getByRole('textbox', { name: 'Alle', exact: true }),
  ];
  await from.fill('2312');
  await to.fill('2340');
  await expect(from).toHaveAccessibleDescription(/^A quest’ora la classe non è a scuola/);
  await expect(save).toHaveAccessibleDescription('mar 24 nov');
  await from.fill('1020');
  await to.fill('1220');
  await save.click();
  await expect(page.getByRole('row').filter({ hasText: 'Officina Ferri' })).toContainText('mar 24 nov');
});
