import { expect, type Page } from '@playwright/test';
import { must } from '../../domain/base/assert.ts';
import { test } from '../harness/harness-test.ts';
import { typeNewPassword } from '../harness/new-password.ts';
import type { Screen } from '../harness/screen.ts';
import { SCREENS } from '../harness/screens.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;

function screenOf(name: string): Screen {
  return must(
    SCREENS.find((screen) => screen.name === name),
    name,
  );
}

/** Opens what a new password is chosen in, where the screen does not show it yet. */
async function openChange(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Cambia password' }).click();
  await page.getByLabel('Password attuale').fill('quella giusta');
}

for (const [where, screen, begin] of [
  ['at the first sign-in', 'step-new-password', undefined],
  ['for this computer', 'local-password-new', undefined],
  ['while an address is linked', 'profile-link-password', undefined],
  ['in the profile', 'profile', openChange],
] as const)
  test(`N6 a new password has one verdict at a time, ${where}`, async ({ open }) => {
    const page = await open(screenOf(screen), LOOK);
    await begin?.(page);
    const field = page.locator('input[autocomplete=new-password]').first();
    const strength = page.getByText('Robustezza');
    await typeNewPassword(page, 'di prima ancora tre gatti');
    await expect(strength).toBeVisible();
    await field.press('Enter');

    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(/È la password di prima/);
    await expect(field).toBeFocused();
    await expect(page.getByRole('alert')).toHaveText(/^È la password di prima/);
    await expect(strength).toHaveCount(0);
    await expect(page.getByText(/debole/i)).toHaveCount(0);

    await field.press('x');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(field).not.toHaveAttribute('aria-invalid', 'true');
    await expect(strength).toBeVisible();
  });

test('N6 a wrong password of now is said by its own field', async ({ open }) => {
  const page = await open(screenOf('profile'), LOOK);
  await openChange(page);
  const current = page.getByLabel('Password attuale');
  await current.fill('sbagliata');
  await typeNewPassword(page, 'tre gatti verdi');
  await page.keyboard.press('Enter');
  await expect(current).toHaveAccessibleDescription(/Non è la password attuale/);
  await expect(current).toHaveAttribute('aria-invalid', 'true');
  await expect(current).toBeFocused();
  await current.press('x');
  await expect(current).not.toHaveAttribute('aria-invalid', 'true');
});

test('B7 from the lock one press leads to the form for a forgotten password', async ({ open }) => {
  const page = await open(screenOf('lock'), LOOK);
  await page.getByLabel('Password', { exact: true }).fill('sbagliata');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).not.toContainText('pagina di accesso');
  await page.getByRole('button', { name: 'Password dimenticata?' }).click();
  await expect(page.getByRole('heading', { name: 'Password dimenticata' })).toBeVisible();
  await expect(page.getByLabel('Nome utente o School pass')).not.toHaveValue('');
});

test('a wrong password of a portfolio is told in its field, until another one is typed', async ({ open }) => {
  const page = await open(screenOf('profile-merge'), LOOK);
  const field = page.getByLabel('Password del portfolio');
  await field.fill('sbagliata');
  await field.press('Enter');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(/Non è la password del portfolio/);
  await expect(field).toBeFocused();
  await expect(page.getByRole('alert')).toHaveCount(1);
  await field.press('x');
  await expect(page.getByRole('alert')).toHaveCount(0);
});
