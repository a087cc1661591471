import { expect, test } from '../fixtures/world.ts';
import { RegisterApp } from '../pages/register-app.ts';

const BANNER = 'Anno 2025/26, sola lettura';

test('W17: a teacher opens last year, reads an hour of its last day, can write nothing there, and goes back to today', async ({
  world,
}) => {
  const { page } = await world.device('past-year');
  const register = new RegisterApp(page);
  await register.signIn(world.teacherOfThreeClasses());
  await expect(register.hours().first()).toBeVisible({ timeout: 60_000 });
  await register.expectAllSent();
  const rail = page.getByRole('navigation', { name: 'Pagine' });

  await page.keyboard.press('Control+k');
  await page.keyboard.type('anno scorso');
  await page.getByRole('option', { name: 'Apri l’anno 2025/26 (sola lettura)' }).waitFor();
  await page.keyboard.press('Enter');
  const banner = page.getByRole('region', { name: 'Anno scolastico passato' });
  await expect(banner).toContainText(BANNER);
  await expect(rail.getByRole('link', { name: 'Ultimo giorno' })).toHaveAttribute('aria-current', 'page');
  await expect(rail.getByRole('link', { name: /Da fare/ })).toHaveCount(0);

  await register.openHour(0);
  await expect(page).toHaveURL(/2026-06-/);
  await expect(banner).toContainText(BANNER);
  await expect(page.getByRole('article').getByText(/^Firmata/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Firma/ })).toHaveCount(0);
  const present = register.roll().locator('[role=row][data-mark=present]');
  const inClass = await present.count();
  expect(inClass).toBeGreaterThan(0);
  await present.first().getByRole('gridcell').first().focus();
  await page.keyboard.press('a');
  await expect(page.getByText('Di questo anno scolastico si può solo leggere').first()).toBeVisible();
  await expect(present).toHaveCount(inClass);

  await banner.getByRole('button', { name: 'Torna all’anno in corso' }).click();
  await expect(banner).toHaveCount(0);
  await expect(rail.getByRole('link', { name: /Da fare/ })).toBeVisible();
  await register.openHour(0);
  await expect(page).toHaveURL(/2026-11-/);
  await expect(page.getByRole('button', { name: 'Firma', exact: true })).toBeVisible();
  await register.expectAllSent();
});
