import { expect, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';
import { holdStore, letGoOfStore, lockAndUnlock } from '../harness/held-store.ts';
import { untilRollHasFocus } from '../harness/open-screen.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;

/** A register with a roll that has not been sent, whose data another program holds when it is opened again. */
async function openHeld(open: Harness['open']): Promise<Page> {
  const page = await open({ name: 'page', search: 'scenario=offline&waiting=0', hash: '/' }, LOOK);
  await untilRollHasFocus(page);
  await page.keyboard.press('f');
  await expect(page.getByText('1 in attesa')).toBeVisible();
  await holdStore(page);
  await lockAndUnlock(page);
  await expect(page.getByRole('heading', { name: /sono occupati$/ })).toBeVisible();
  return page;
}

test('a register whose data are held says so, and opens with all of it when they are let go', async ({
  open,
}) => {
  const page = await openHeld(open);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toContainText('Ancora occupati, alle');
  await expect(page.getByRole('button', { name: 'Riprova' })).toBeFocused();
  await letGoOfStore(page);
  await page.clock.fastForward(10_000);
  await expect(page.getByText('1 in attesa')).toBeVisible();
  await expect(page.getByRole('row')).not.toHaveCount(0);
});

test('whoever begins anew is told what it costs, and keeps what was written', async ({ open }) => {
  const page = await openHeld(open);
  await page.getByRole('button', { name: /^Ricomincia/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Annulla' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: /^Ricomincia/ }).click();
  await dialog.getByRole('button', { name: 'Cancella e ricomincia' }).click();
  await expect(page.getByText('1 in attesa')).toBeVisible();
});
