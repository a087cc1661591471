import { expect } from '@playwright/test';
import { RECOVERY_CODES } from '../harness/device/bridge.ts';
import { test } from '../harness/harness-test.ts';
import { SCREENS } from '../harness/screens.ts';

const LOOK = { theme: 'dark', language: 'it', width: 1280, height: 720 } as const;

for (const name of ['profile-recovery-codes', 'step-recovery-codes'])
  test(`the codes of ${name} are on the sheet that is printed, and nothing else is`, async ({ open }) => {
    const screen = SCREENS.find((each) => each.name === name);
    const page = await open(screen ?? { name, search: '' }, LOOK);
    const sheet = page.locator('[data-print]');
    await expect(sheet).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    await expect(sheet.getByRole('heading', { name: /^Codici di recupero di / })).toBeVisible();
    await expect(sheet.getByRole('listitem')).toHaveText(RECOVERY_CODES);
    await expect(sheet).toHaveCSS('color', 'rgb(0, 0, 0)');
    await expect(page.getByRole('checkbox', { includeHidden: true })).toBeHidden();
  });

test('a class prints its sheet alone, and a page without one what stands on it', async ({ open }) => {
  const lesson = await open(
    { name: 'class', search: 'scenario=calm', hash: '/day/2026-11-23/2026.LS.1A/2' },
    LOOK,
  );
  await lesson.emulateMedia({ media: 'print' });
  await expect(lesson.locator('[data-print]').getByRole('table').first()).toBeVisible();
  await expect(lesson.locator('#content')).toBeHidden();

  const accounts = await open({ name: 'accounts', search: 'role=office', hash: '/accounts' }, LOOK);
  await accounts.emulateMedia({ media: 'print' });
  await expect(accounts.getByRole('grid')).toBeVisible();
  await expect(accounts.getByRole('navigation', { name: 'Pagine', includeHidden: true })).toBeHidden();
});
