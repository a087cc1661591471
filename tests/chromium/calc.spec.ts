import { expect, type Locator, type Page } from '@playwright/test';
import { openCalc, type Calc, type ClipboardForm } from '../fixtures/calc.ts';
import { test } from '../harness/harness-test.ts';

/** Thirty pupils, and one test that nobody has marked yet. */
const UNTOUCHED = {
  name: 'grades',
  search: 'scenario=grades',
  hash: '/class/2026.LS.3B/grades/2026-11-23/1',
};
const [FIRST_ROW, LAST_ROW, FIRST_COLUMN, LAST_COLUMN] = [2, 31, 2, 11];
/** What a spreadsheet makes dates, numbers or formulas of, where nothing tells it that they are texts. */
const MARKS = ['6+', '7-', '6½', '6,5', '10', '8-', '4', '', 'imp', '+', 'partecipazione negativa'];

let calc: Calc;
test.beforeAll(async () => {
  calc = await openCalc();
});
test.afterAll(async () => await calc.close());

const cellAt = (page: Page, row: number, column: number): Locator =>
  page.locator(`[data-work] tr[aria-rowindex="${row}"] > [aria-colindex="${column}"]`);

async function chooseBlock(page: Page): Promise<void> {
  await cellAt(page, FIRST_ROW, FIRST_COLUMN).click();
  await cellAt(page, LAST_ROW, LAST_COLUMN).click({ modifiers: ['Shift'] });
  await expect(page.locator('[data-work] td[aria-selected=true]')).toHaveCount(300);
}

/** As another program puts it there, in one form alone. */
async function paste(page: Page, form: ClipboardForm, content: string): Promise<void> {
  await page.evaluate(
    ([type, text]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData(type, text);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    },
    [form, content] as const,
  );
}

async function copied(page: Page, form: ClipboardForm): Promise<string> {
  await page.keyboard.press('Control+c');
  return await page.evaluate(async (type) => {
    const [item] = await navigator.clipboard.read();
    return (await (await item?.getType(type))?.text()) ?? '';
  }, form);
}

test('thirty pupils and ten tests go to LibreOffice Calc and come back equal, each way as markup and as text', async ({
  open,
}) => {
  const page = await open(UNTOUCHED, { theme: 'light', language: 'it', width: 1920, height: 1080 });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await cellAt(page, FIRST_ROW, FIRST_COLUMN).click();
  for (let column = FIRST_COLUMN + 1; column <= LAST_COLUMN; column += 1) {
    await page.keyboard.press('Control+Shift+N');
    await expect(page.getByRole('dialog').getByRole('combobox', { name: 'Argomento' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(cellAt(page, FIRST_ROW, column)).toBeFocused();
  }
  await chooseBlock(page);
  const lines = Array.from({ length: 30 }, (_row, row) =>
    Array.from({ length: 10 }, (_cell, at) => MARKS[(row + at) % MARKS.length] ?? ''),
  );
  await paste(page, 'text/plain', lines.map((cells) => cells.join('\t')).join('\r\n'));
  await expect(cellAt(page, LAST_ROW, LAST_COLUMN)).toHaveText('8-');
  // A dash by itself is nothing in tables: minus goes there as its word.
  await expect(cellAt(page, FIRST_ROW + 1, LAST_COLUMN)).toHaveText(/^-/);
  const before = await copied(page, 'text/plain');
  const given = lines.flat().filter((text) => text !== '');
  expect(before.split(/[\t\r\n]+/).filter((text) => text !== '')).toHaveLength(given.length);
  for (const form of ['text/html', 'text/plain'] as const) {
    const fromCalc = await calc.throughSheet(form, await copied(page, form));
    for (const back of ['text/plain', 'text/html'] as const)
      await test.step(`given as ${form}, back as ${back}`, async () => {
        await chooseBlock(page);
        await page.keyboard.press('Delete');
        await expect(cellAt(page, LAST_ROW, LAST_COLUMN)).toHaveText('');
        expect((await copied(page, 'text/plain')).trim()).toBe('');
        await paste(page, back, fromCalc[back]);
        await expect.poll(async () => await copied(page, 'text/plain')).toBe(before);
      });
  }
});
