import { expect, type Page } from '@playwright/test';
import { must } from '../../domain/base/assert.ts';
import { screens } from '../../renderer/testing/grid/screens.ts';
import { test } from '../harness/harness-test.ts';

type Open = (screen: (typeof screens)[number], look: typeof LOOK) => Promise<Page>;
const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const openGrid = async (open: Open) => await open(must(screens[0], 'a grid of a class'), LOOK);

const cellAt = (page: Page, row: number, column: number) =>
  page.locator(`[aria-rowindex="${row}"] > [aria-colindex="${column}"]`);
const textsOf = async (page: Page, column: string) =>
  await page.locator(`tbody [data-column=${column}]`).allInnerTexts();
const statusOf = (page: Page) => page.getByRole('main').getByRole('status').first();

/** As another program puts a table there, in both forms. */
async function paste(page: Page, text: string, html = ''): Promise<void> {
  await page.evaluate(
    ([plain, markup]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', plain);
      clipboardData.setData('text/html', markup);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    },
    [text, html] as const,
  );
}

/** As LibreOffice Calc writes a copied range as markup: with what is empty at its edges, which its text is without. */
const calcMarkup = (rows: readonly (readonly string[])[]) => {
  const cell = (text: string) =>
    text === ''
      ? '<td height="17" align="left"><br></td>'
      : `<td height="17" align="right" sdval="${text}" sdnum="1040;">${text}</td>`;
  const lines = rows.map((cells) => `\t<tr>\n\t\t${cells.map(cell).join('\n\t\t')}\n\t</tr>\n`);
  return `<!DOCTYPE html>\n\n<html>\n<body>\n<table cellspacing="0" border="0">\n\t<colgroup width="85"></colgroup>\n${lines.join('')}</table>\n</body>\n\n</html>\n`;
};
const DOWN = calcMarkup([[''], [''], ['7'], ['8'], ['']]);

test('a column copied in LibreOffice Calc stands beside the same pupils though its first cells are empty', async ({
  openTesting,
}) => {
  const page = await openGrid(openTesting);
  const before = await textsOf(page, 't1');
  const expected = ['', '', '7', '8', '', ...before.slice(5)];
  await cellAt(page, 2, 2).click();
  await paste(page, '7\n8\n', DOWN);
  // One of the five was empty before.
  await expect(statusOf(page)).toHaveText('3 celle scritte. 2 celle svuotate.');
  expect(await textsOf(page, 't1')).toEqual(expected);
  await page.keyboard.press('Control+z');
  expect(await textsOf(page, 't1')).toEqual(before);
  await test.step('and is not repeated where twice as many cells are chosen as its text has', async () => {
    await cellAt(page, 2, 2).click();
    await cellAt(page, 5, 2).click({ modifiers: ['Shift'] });
    await expect(page.locator('[aria-selected=true]')).toHaveCount(4);
    await paste(page, '7\n8\n', DOWN);
    await expect.poll(async () => await textsOf(page, 't1')).toEqual(expected);
    await page.keyboard.press('Control+z');
  });
  await test.step('nor moved to the left where its first column is empty', async () => {
    const [first, second] = [await textsOf(page, 't1'), await textsOf(page, 't2')];
    await cellAt(page, 2, 2).click();
    await paste(
      page,
      '7\n8\n',
      calcMarkup([
        ['', '7'],
        ['', '8'],
      ]),
    );
    await expect.poll(async () => await textsOf(page, 't2')).toEqual(['7', '8', ...second.slice(2)]);
    expect(await textsOf(page, 't1')).toEqual(['', '', ...first.slice(2)]);
  });
});

test('what is too long for any grid is not pasted, and says so; what is longer than this one is cut and counted', async ({
  openTesting,
}) => {
  const page = await openGrid(openTesting);
  const before = await textsOf(page, 't1');
  await cellAt(page, 2, 2).click();
  await paste(page, '7\n'.repeat(300_000));
  await expect(statusOf(page)).toHaveText(
    'Non è stato incollato niente: è troppo per questa griglia. Copia solo le celle che servono.',
  );
  expect(await textsOf(page, 't1')).toEqual(before);
  await paste(page, '7\n'.repeat(200_000));
  await expect(statusOf(page)).toContainText('199970 valori sono rimasti fuori: la griglia finisce prima.');
  expect(await textsOf(page, 't1')).toEqual(before.map(() => '7'));
});

test('a text whose markup says something else is pasted as it stands', async ({ openTesting }) => {
  const page = await openGrid(openTesting);
  const before = await textsOf(page, 't1');
  await cellAt(page, 2, 2).click();
  await paste(page, '7\n8\n', calcMarkup([[''], ['####'], ['8']]));
  await expect(statusOf(page)).toContainText('2 celle scritte.');
  expect(await textsOf(page, 't1')).toEqual(['7', '8', ...before.slice(2)]);
});
