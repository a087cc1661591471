import { expect, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';
import { untilRollHasFocus } from '../harness/open-screen.ts';

async function openClass(open: Harness['open'], language: 'it' | 'en' = 'it'): Promise<Page> {
  const page = await open(
    {
      name: 'class',
      search: 'scenario=calm',
      hash: '/day/2026-11-24/2026.LS.1A/5',
      // In the fifth hour of a day on which nobody has called a roll yet.
      now: '2026-11-24T11:20:00Z',
    },
    { theme: 'light', language, width: 1280, height: 720 },
  );
  await untilRollHasFocus(page);
  // Digits belong together by the time between them, which a busy machine must not stretch.
  await page.clock.pauseAt(new Date('2026-11-24T11:30:00Z'));
  return page;
}

const row = (page: Page, number: number) => page.locator(`[role=row][aria-rowindex="${number}"]`);

test('three exceptions, one late with its time, and the confirmation take 14 keystrokes', async ({
  open,
}) => {
  const page = await openClass(open);
  const keys = ['7', 'a', '1', '2', 'a', '1', '5', 'r', '1', '2', '1', '5', 'Enter', 'Control+Enter'];
  for (const key of keys) await page.keyboard.press(key);
  expect(keys).toHaveLength(14);
  await expect(row(page, 7)).toHaveAttribute('data-mark', 'absent');
  await expect(row(page, 12)).toHaveAttribute('data-mark', 'absent');
  await expect(row(page, 15)).toHaveAttribute('data-mark', 'late');
  await expect(row(page, 15)).toContainText('12:15');
  await expect(page.getByText(/^Confermato/)).toBeVisible();
});

test('with minutes alone the same roll takes 12 keystrokes', async ({ open }) => {
  const page = await openClass(open);
  const keys = ['7', 'a', '1', '2', 'a', '1', '5', 'r', '1', '5', 'Enter', 'Control+Enter'];
  for (const key of keys) await page.keyboard.press(key);
  expect(keys).toHaveLength(12);
  await expect(row(page, 12)).toHaveAttribute('data-mark', 'absent');
  await expect(row(page, 15)).toContainText('12:15');
  await expect(page.getByText(/^Confermato/)).toBeVisible();
});

test('Ctrl+Z takes back mark after mark and goes to the pupil', async ({ open }) => {
  const page = await openClass(open);
  for (const key of ['1', 'a', 'ArrowDown', 'f']) await page.keyboard.press(key);
  await expect(row(page, 2)).toHaveAttribute('data-mark', 'outOfClass');
  await page.keyboard.press('Control+z');
  await expect(row(page, 2)).toHaveAttribute('data-mark', 'present');
  await expect(row(page, 2).getByRole('gridcell').first()).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(row(page, 1)).toHaveAttribute('data-mark', 'present');
});

test('Ctrl+Z takes back the mark that is still being written, not the one before', async ({ open }) => {
  const page = await openClass(open);
  for (const key of ['1', 'a']) await page.keyboard.press(key);
  await expect(row(page, 1)).toHaveAttribute('data-mark', 'absent');
  await page.keyboard.press('ArrowDown');
  // In the same moment: nothing is written between the two keys.
  await page.evaluate(() => {
    const press = (init: KeyboardEventInit) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }),
      );
    press({ key: 'f', code: 'KeyF' });
    press({ key: 'z', code: 'KeyZ', ctrlKey: true });
  });
  await expect(page.getByText(/^Annullato: .*: fuori classe/)).toBeAttached();
  await expect(row(page, 2)).toHaveAttribute('data-mark', 'present');
  await expect(row(page, 1)).toHaveAttribute('data-mark', 'absent');
});

test('an undo after the confirmation says so beside it, and the roll can be confirmed again', async ({
  open,
}) => {
  const page = await openClass(open);
  for (const key of ['1', 'a', 'Control+Enter']) await page.keyboard.press(key);
  await expect(page.getByText(/^Confermato/)).toHaveText(/da te$/);
  await page.clock.runFor(1_000);
  await page.keyboard.press('Control+z');
  await expect(row(page, 1)).toHaveAttribute('data-mark', 'present');
  await expect(page.getByText(/^Confermato/)).toHaveText(/1 cambiamento dopo$/);
  await expect(page.getByRole('button', { name: 'Conferma di nuovo' })).toBeVisible();
  await page.clock.runFor(1_000);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Confermato/)).toHaveText(/da te$/);
  await expect(page.getByRole('button', { name: 'Appello confermato' })).toBeVisible();
});

test('Esc leaves the time and the mark as they were', async ({ open }) => {
  const page = await openClass(open);
  for (const key of ['4', 'r', '9', '9', 'Escape']) await page.keyboard.press(key);
  await expect(row(page, 4)).toHaveAttribute('data-mark', 'present');
  await expect(row(page, 4).getByRole('gridcell').first()).toBeFocused();
});

test('arrows move down the first column and across to the second', async ({ open }) => {
  const page = await openClass(open);
  for (const key of ['ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
  await expect(row(page, 16).getByRole('gridcell').first()).toBeFocused();
  for (const key of ['Home', 'End']) await page.keyboard.press(key);
  await expect(row(page, 28).getByRole('gridcell').first()).toBeFocused();
});

test('a slash searches by surname and Enter goes there', async ({ open }) => {
  const page = await openClass(open);
  await page.keyboard.press('/');
  await page.keyboard.type('pelle');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('gridcell', { name: /Pellegrini/ }).first()).toBeFocused();
});

test('letters of the other language work too, and letters typed in a text mark nobody', async ({ open }) => {
  const page = await openClass(open, 'en');
  await page.keyboard.press('4');
  await page.keyboard.press('o');
  await expect(row(page, 4)).toHaveAttribute('data-mark', 'outOfClass');
  await page.keyboard.press('t');
  await page.keyboard.type('area 7');
  await expect(page.getByLabel('Topic', { exact: true })).toHaveValue('area 7');
  await expect(row(page, 7)).toHaveAttribute('data-mark', 'present');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Signed/).last()).toBeVisible();
});
