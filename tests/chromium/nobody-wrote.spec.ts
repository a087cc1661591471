import { expect } from '@playwright/test';
import { test } from '../harness/harness-test.ts';
import { untilRollHasFocus } from '../harness/open-screen.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;

test('before the roll is called nobody is said to be present; its confirmation says it', async ({ open }) => {
  const page = await open(
    { name: 'uncalled', search: 'scenario=calm', hash: '/day/2026-11-23/2026.LS.1A/2' },
    LOOK,
  );
  await untilRollHasFocus(page);
  const counts = page.getByRole('list', { name: 'Conteggi' });
  const second = page.getByRole('row').filter({ hasText: 'Bianchi' });
  await expect(counts).toContainText('23 da confermare');
  await expect(counts).not.toContainText('presenti');
  await expect(second.getByRole('gridcell')).toHaveAccessibleName(/presenza da confermare/);
  await expect(second.getByRole('button', { pressed: true })).toHaveCount(0);
  const sheet = page.locator('[data-print]');
  await expect(sheet).toContainText('Appello non confermato');
  await expect(sheet).not.toContainText(/\bpresente\b/);
  await page.keyboard.press('Control+Enter');
  await expect(counts).toContainText('23 presenti');
  await expect(second.getByRole('gridcell')).toHaveAccessibleName(/: presente/);
  await expect(second.getByRole('button', { pressed: true })).toHaveCount(1);
  await expect(sheet).not.toContainText('Appello non confermato');
});

test('no page of a day to come says that anybody is present', async ({ open }) => {
  for (const role of ['teacher', 'office', 'principal']) {
    const page = await open(
      { name: 'future', search: `scenario=calm&role=${role}`, hash: '/day/2026-11-24' },
      LOOK,
    );
    await page.getByText('1A').first().waitFor();
    await page.clock.runFor(500);
    const said = (await page.getByRole('main').textContent()) ?? '';
    expect(said.replaceAll('— presenti', ''), role).not.toMatch(/present[ei]/);
    expect(said, role).not.toMatch(/\b0 assent/);
  }
});

test('the office sees an hour that is running as such', async ({ open }) => {
  const page = await open({ name: 'office', search: 'scenario=calm&role=office' }, LOOK);
  const table = page.getByRole('table', { name: 'Classi del giorno' });
  const first = table.getByRole('row').filter({ hasText: '1A' });
  await expect(first).toContainText('1ª ora: senza firma');
  await expect(first).toContainText('2ª ora: in corso');
  await expect(first).toContainText('3ª ora: ancora da svolgere');
});
