import type { Page } from 'playwright';
import type { Screen } from '../../../tests/harness/screen.ts';

/** Chooses a teacher who is away. */
const choose = async (page: Page) => {
  await page.getByRole('combobox', { name: /^(Docenti assenti|Teachers away)$/ }).click();
  await page.getByRole('option', { name: 'Marchetti Elena' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('table').or(page.getByRole('grid')).getByText('1A').first().waitFor();
};

/** Chooses two of the hours, to give them together. */
const chooseHours = async (page: Page) => {
  await choose(page);
  for (const box of [4, 5]) await page.getByRole('grid').getByRole('checkbox').nth(box).check();
};

/** The page on who stands in for whom. */
export const screens: readonly Screen[] = [
  { name: 'substitutions', search: 'role=office', hash: '/substitutions', act: choose },
  { name: 'substitutions-chosen', search: 'role=office', hash: '/substitutions', act: chooseHours },
  { name: 'substitutions-none', search: 'role=principal', hash: '/substitutions' },
];
