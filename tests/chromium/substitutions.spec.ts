import { expect } from '@playwright/test';
import { test } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1024, height: 700 } as const;

test('D209: an uncovered lesson is given to somebody who is free, and taken back', async ({ open }) => {
  const page = await open({ name: 'substitutions', search: 'role=office', hash: '/substitutions' }, LOOK);
  await page.getByRole('combobox', { name: 'Docenti assenti' }).click();
  await page.getByRole('option', { name: 'Marchetti Elena' }).click();
  await page.keyboard.press('Escape');
  const fifth = page.getByRole('row', { name: /5ª ora.*1A.*Marchetti Elena/ });
  await expect(fifth).toContainText('Scoperta');
  await fifth.getByRole('combobox', { name: /Chi sostituisce Marchetti Elena in 1A, 5ª ora/ }).click();
  await page.getByRole('option', { name: 'Bruni Giancarlo' }).click();
  await expect(page.getByRole('alert')).toHaveText(
    'Bruni Giancarlo sostituisce Marchetti Elena in 1A, 5ª ora.',
  );
  await expect(fifth).toContainText('Assegnata');
  await fifth.getByRole('button', { name: 'Togli la supplenza di Bruni Giancarlo, 5ª ora' }).click();
  await expect(fifth).toContainText('Scoperta');
});

test('D208: several hours of whoever is away are given to one person in one act', async ({ open }) => {
  const page = await open({ name: 'substitutions', search: 'role=office', hash: '/substitutions' }, LOOK);
  await page.getByRole('combobox', { name: 'Docenti assenti' }).click();
  await page.getByRole('option', { name: 'Marchetti Elena' }).click();
  await page.keyboard.press('Escape');
  const grid = page.getByRole('grid', { name: 'Ore di chi è assente' });
  for (const hour of ['5ª ora', '6ª ora'])
    await grid.getByRole('checkbox', { name: `Scegli ${hour}, Marchetti Elena` }).check();
  const chosen = page.getByRole('group', { name: 'Ore scelte' });
  await expect(chosen).toContainText('2 ore scelte');
  await chosen.getByRole('combobox', { name: 'Chi sostituisce in tutte le 2 ore scelte' }).click();
  await page.getByRole('option', { name: 'Bruni Giancarlo' }).click();
  await expect(page.getByRole('alert')).toHaveText('Bruni Giancarlo sostituisce in 2 ore: 5ª ora, 6ª ora.');
  for (const hour of [/5ª ora/, /6ª ora/])
    await expect(grid.getByRole('row', { name: hour })).toContainText('Assegnata');
  await expect(chosen).toHaveCount(0);
});

test('the day is typed whole before the page follows, and who is away stays until then', async ({ open }) => {
  const page = await open({ name: 'substitutions', search: 'role=office', hash: '/substitutions' }, LOOK);
  const day = page.getByRole('textbox', { name: 'Giorno' });
  await day.fill('');
  await day.pressSequentially('8/12/2026');
  await expect(day).toBeFocused();
  await expect(page.getByText(/Immacolata/)).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Immacolata/)).toBeVisible();
  await expect(day).toBeFocused();
  // Nothing of a day that the field does not name any more.
  await day.fill('31/02/2026');
  await page.keyboard.press('Enter');
  await expect(day).toHaveAccessibleDescription(/./);
  await expect(page.getByText(/Immacolata/)).toHaveCount(0);
});

test('a lesson of a day that is over is given to whoever stood in and was forgotten, while it can be signed', async ({
  open,
}) => {
  const page = await open({ name: 'substitutions', search: 'role=office', hash: '/substitutions' }, LOOK);
  const day = page.getByRole('textbox', { name: 'Giorno' });
  await day.fill('20/11/2026');
  await day.press('Enter');
  await expect(page.getByText(/^Il giorno è passato: puoi ancora dire chi ha sostituito/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Docenti assenti' }).click();
  await page.getByRole('option', { name: 'Marchetti Elena' }).click();
  await page.keyboard.press('Escape');
  const forgotten = page.getByRole('row', { name: /5ª ora.*1A.*Marchetti Elena/ });
  await expect(forgotten).toContainText('Scoperta');
  await forgotten.getByRole('combobox', { name: /^Chi sostituisce Marchetti Elena in 1A, 5ª ora/ }).click();
  await page.getByRole('option', { name: 'Bruni Giancarlo' }).click();
  await expect(page.getByRole('alert')).toHaveText(
    'Bruni Giancarlo sostituisce Marchetti Elena in 1A, 5ª ora.',
  );
  await expect(forgotten).toContainText('Assegnata');
});
