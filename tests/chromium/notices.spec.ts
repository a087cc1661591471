import { expect } from '@playwright/test';
import { test } from '../harness/harness-test.ts';
import { untilRollHasFocus } from '../harness/open-screen.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;

test('every refusal and conflict names class, day and hour, the pupil where there is one, and opens the hour', async ({
  open,
}) => {
  const page = await open({ name: 'sync', search: 'scenario=busy', hash: '/sync' }, LOOK);
  for (const [name, count] of [
    ['Non accettate', 3],
    ['Conflitti', 3],
  ] as const) {
    const notices = page.getByRole('region', { name: new RegExp(name) }).getByRole('listitem');
    await expect(notices).toHaveCount(count);
    for (const notice of await notices.all()) {
      await expect(notice).toContainText(/[13][AB]\b/);
      await expect(notice).toContainText(/lun(?:edì)? 23 nov/);
      await expect(notice).toContainText(/\dª ora/);
      await expect(notice.getByRole('link', { name: /^Apri/ }).first()).toBeVisible();
    }
  }
  const refused = page.getByRole('region', { name: /Non accettate/ }).getByRole('listitem');
  await expect(refused.first()).toContainText("Assenza di D'Angelo Aurora");
  await expect(refused.nth(1)).toContainText('di una persona che non è più fra i dati di questo computer');
  await expect(refused.nth(1)).toContainText('1A, lun 23 nov, 2ª ora');
  await refused.first().getByRole('button', { name: 'Scarta' }).click();
  await expect(page.getByRole('dialog')).toContainText("Assenza di D'Angelo Aurora · 1A, lun 23 nov, 1ª ora");
  await page.keyboard.press('Escape');
  await refused.first().getByRole('link', { name: 'Apri l’ora' }).click();
  await expect(page).toHaveURL(/\/day\/2026-11-23\/2026\.LS\.1A\/1$/);
});

test('data that cannot be read are named by pupil, class, day and hour', async ({ open }) => {
  const page = await open({ name: 'sync', search: 'scenario=trouble', hash: '/sync' }, LOOK);
  await expect(page.getByText('3 dati ricevuti non si leggono')).toBeVisible();
  await expect(page.getByText('Presenze di El Amrani Zineb · lun 23 nov')).toBeVisible();
  await expect(page.getByText('Lezione · 1A, lun 23 nov, 2ª ora')).toBeVisible();
  await page.getByRole('link', { name: 'Apri l’ora' }).click();
  await expect(page.getByRole('heading', { name: 'Classe 1A' })).toBeVisible();
});

test('a backdated mark is told with the pupil whose it is', async ({ open }) => {
  const page = await open(
    { name: 'backdated', search: 'scenario=restored', hash: '/day/2026-11-23/2026.LS.1A/2' },
    LOOK,
  );
  await untilRollHasFocus(page);
  await expect(page.getByRole('gridcell', { name: /Ben Abdallah Yasmine.*retrodatata/ })).toHaveCount(1);
  await expect(page.getByRole('img', { name: /^Ben Abdallah Yasmine: .*retrodatata/ })).toHaveCount(1);
});

test('D the row of a pupil of whom one’s own mark has lost says so, until the conflict was seen', async ({
  open,
}) => {
  const page = await open(
    { name: 'conflict', search: 'scenario=busy', hash: '/day/2026-11-23/2026.LS.1A/1' },
    LOOK,
  );
  await untilRollHasFocus(page);
  const told = page.getByRole('gridcell', { name: /un’altra persona ha scritto altro/ });
  await expect(told).toHaveCount(1);
  // Of this hour alone.
  await page.evaluate(() => {
    location.hash = '/day/2026-11-23/2026.LS.1A/2';
  });
  await untilRollHasFocus(page);
  await expect(told).toHaveCount(0);
  await page.evaluate(() => {
    location.hash = '/sync';
  });
  const conflict = page
    .getByRole('region', { name: /Conflitti/ })
    .getByRole('listitem')
    .first();
  await conflict.getByRole('button', { name: 'Ho visto' }).click();
  await page.evaluate(() => {
    location.hash = '/day/2026-11-23/2026.LS.1A/1';
  });
  await untilRollHasFocus(page);
  await expect(told).toHaveCount(0);
});
