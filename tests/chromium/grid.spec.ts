import { expect, type Locator, type Page } from '@playwright/test';
import { screens } from '../../renderer/testing/grid/screens.ts';
import { axeFaults } from '../harness/axe-faults.ts';
import { test as base } from '../harness/harness-test.ts';
import type { Look } from '../harness/open-screen.ts';
import type { Screen } from '../harness/screen.ts';

const LOOK: Look = { theme: 'light', language: 'it', width: 1280, height: 720 };
const [CLASS, LARGE] = screens as readonly [Screen, Screen];

/** Opens the grid of the tests, with the clipboard of the browser. */
const test = base.extend<{ readonly openGrid: (screen?: Screen, look?: Look) => Promise<Page> }>({
  async openGrid({ openTesting }, provide) {
    await provide(async (screen = CLASS, look = LOOK) => {
      const page = await openTesting(screen, look);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      return page;
    });
  },
});

test('a grid is one tab stop, and the keys of spreadsheets reach every cell of it', async ({ openGrid }) => {
  const page = await openGrid();
  const grid = page.getByRole('grid', { name: 'Voti di prova' });
  await expect(grid).toHaveAttribute('aria-rowcount', '32');
  await expect(grid).toHaveAttribute('aria-colcount', '14');
  await page.getByRole('button', { name: 'Si ritira la prima prova' }).focus();
  await page.keyboard.press('Tab');
  await expectAt(page, 2, 2);
  await expect(cellAt(page, 2, 2)).toHaveRole('gridcell');
  await expect(cellAt(page, 2, 1)).toHaveRole('rowheader');
  await expect(cellAt(page, 1, 2)).toHaveAccessibleName('Prova 1 del 1 ottobre');
  await press(page, 'ArrowDown', 'ArrowRight');
  await expectAt(page, 3, 3);
  await expect(cellAt(page, 3, 3)).toHaveAccessibleDescription('Assente quel giorno');
  await press(page, 'Control+End');
  await expectAt(page, 31, 14);
  await press(page, 'ArrowDown');
  await expectAt(page, 32, 14);
  await press(page, 'Control+Home');
  await expectAt(page, 2, 1);
  // On a name, letters look for a pupil.
  await press(page, 'h');
  await expectAt(page, 9, 1);
  await press(page, 'ArrowUp', 'End', 'PageUp', 'ArrowUp');
  await expectAt(page, 1, 14);
  await press(page, 'PageDown', 'Home', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown');
  await expectAt(page, 11, 2);
  await expect(page.locator('[aria-selected=true]')).toHaveCount(4);
  await expect(statusOf(page)).toHaveText('Celle scelte: 2 × 2.');
  await press(page, 'Escape');
  await expect(page.locator('[aria-selected=true]')).toHaveCount(1);
  await press(page, 'Control+a');
  await expect(page.locator('[aria-selected=true]')).toHaveCount(30 * 14);
  await press(page, 'Escape', 'Tab');
  await expect(grid.locator(':focus')).toHaveCount(0);
  await press(page, 'Shift+Tab');
  await expectAt(page, 2, 1);
  // What the grid does not take is the page's.
  await press(page, 'Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('a cell that gets the focus otherwise, as a screen reader gives it, is the one that is written in', async ({
  openGrid,
}) => {
  const page = await openGrid();
  await cellAt(page, 2, 2).click();
  await cellAt(page, 9, 5).focus();
  await page.keyboard.type('7.5');
  await press(page, 'Enter');
  await expectText(cellAt(page, 9, 5), '7,5');
  await expectAt(page, 10, 5);
});

test('typing replaces, F2 corrects, Enter goes down, Tab to the next cell, and Escape gives up', async ({
  openGrid,
}) => {
  const page = await openGrid();
  await cellAt(page, 2, 2).click();
  await page.keyboard.type('7.5');
  const field = page.getByRole('textbox', {
    name: 'Ardizzone Anna Maria Giuseppina, Prova 1 del 1 ottobre',
  });
  await expect(field).toHaveValue('7.5');
  await press(page, 'Enter');
  await expectText(cellAt(page, 2, 2), '7,5');
  await expectAt(page, 3, 2);
  await expectText(cellAt(page, 2, 14), '7,45');
  await page.keyboard.type('8');
  await press(page, 'ArrowRight');
  await expectAt(page, 3, 3);
  // Who is marked after all is no longer absent.
  await page.keyboard.type('6');
  await press(page, 'Tab');
  await expectAt(page, 3, 4);
  await expectText(cellAt(page, 3, 3), '6');
  await press(page, 'F2', 'ArrowLeft');
  await page.keyboard.type('0,');
  await press(page, 'Escape');
  await expectAt(page, 3, 4);
  await expectText(cellAt(page, 3, 4), '4');
  await press(page, 'Delete');
  await expectText(cellAt(page, 3, 4), '');
  await press(page, 'Control+z', 'Control+z');
  await expectText(cellAt(page, 3, 3), 'ass.');
  await expectAt(page, 3, 3);
  await press(page, 'Control+y');
  await expectText(cellAt(page, 3, 3), '6');
  await page.keyboard.type('9');
  await page.getByRole('button', { name: 'Un collega scrive' }).focus();
  await expectText(cellAt(page, 3, 3), '9');
});

test('what is not taken stays at its cell with the reason, and is neither lost nor changed', async ({
  openGrid,
}) => {
  const page = await openGrid();
  const status = statusOf(page);
  await cellAt(page, 4, 4).click();
  await page.keyboard.type('11');
  await press(page, 'Enter');
  const field = page.getByRole('textbox', { name: /^Caruso Giulia, Prova 3/ });
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription('11 non sta fra 0 e 10.');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(status).toHaveText('11 non sta fra 0 e 10.');
  // Asked for again, it is left where it is: nobody is kept at a cell.
  await press(page, 'Enter');
  await expectAt(page, 5, 4);
  await expectText(cellAt(page, 4, 4), /11/);
  await expect(cellAt(page, 4, 4)).toHaveAttribute('aria-invalid', 'true');
  await expect(cellAt(page, 4, 4)).toHaveAccessibleDescription('11 non sta fra 0 e 10.');
  await press(page, 'ArrowUp');
  await expect(cellAt(page, 4, 4).getByText('11 non sta fra 0 e 10.').last()).toBeInViewport({ ratio: 1 });
  await press(page, 'F2');
  await expect(field).toHaveValue('11');
  await press(page, 'Escape', 'Escape');
  await expectText(cellAt(page, 4, 4), '7,5');
  await expect(cellAt(page, 4, 4)).not.toHaveAttribute('aria-invalid');
  await test.step('what the server refuses as well', async () => {
    await page.keyboard.type('3');
    await press(page, 'Enter');
    await expect(status).toContainText('Il server non accetta il 3.');
    await expect(cellAt(page, 4, 4)).toHaveAccessibleDescription('Il server non accetta il 3.');
    await press(page, 'Control+z');
    await expectText(cellAt(page, 4, 4), '7,5');
  });
  await test.step('what cannot be written says why', async () => {
    await cellAt(page, 4, 3).click();
    await page.keyboard.type('6');
    await expect(status).toHaveText('In quel periodo non era in questa classe.');
    await expectAt(page, 4, 3);
    await expect(cellAt(page, 4, 3)).toHaveAttribute('aria-readonly', 'true');
    await cellAt(page, 4, 14).click();
    await press(page, 'F2');
    await expect(status).toHaveText('La media si calcola dai voti.');
    await expect(page.getByRole('grid').getByRole('textbox')).toHaveCount(0);
  });
});

test('of thirty pasted marks two mean nothing: 28 are in, two marked, and one undo takes all back', async ({
  openGrid,
}) => {
  const page = await openGrid();
  const status = statusOf(page);
  const column = () => page.locator('tbody [data-column=t1]').allInnerTexts();
  await page.evaluate(async () => {
    const marks = Array.from({ length: 30 }, (_, index) =>
      index === 4 ? 'boh' : index === 20 ? '12' : index % 2 === 0 ? '6,5' : '7.5',
    );
    await navigator.clipboard.writeText(`${marks.join('\r\n')}\r\n`);
  });
  const before = await column();
  await cellAt(page, 2, 2).click();
  await press(page, 'Control+v');
  await expect(status).toHaveText(
    '28 celle scritte. 2 celle non accettate: i testi restano lì, segnati. «boh» non è un voto. 12 non sta fra 0 e 10.',
  );
  const after = await column();
  expect(after.filter((text) => text === '6,5' || text === '7,5')).toHaveLength(28);
  await expect(page.locator('[aria-invalid]')).toHaveText([/boh/, /12/]);
  await press(page, 'Control+z');
  expect(await column()).toEqual(before);
  await expect(page.locator('[aria-invalid]')).toHaveCount(0);
  await expect(status).toHaveText('Annullato: 28 celle sono com’erano prima.');
  await press(page, 'Control+y');
  expect(await column()).toEqual(after);
  await test.step('what is larger than the grid says how much was left over', async () => {
    await cellAt(page, 30, 2).click();
    await press(page, 'Control+v');
    await expect(status).toContainText('28 valori sono rimasti fuori: la griglia finisce prima.');
  });
});

test('what is copied is a table in both forms, and comes back equal', async ({ openGrid }) => {
  const page = await openGrid();
  const cells = () => page.locator('tbody td').allInnerTexts();
  await cellAt(page, 2, 4).click();
  await cellAt(page, 31, 13).click({ modifiers: ['Shift'] });
  await press(page, 'Control+c');
  const forms = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => await (await item?.getType(type))?.text();
    return { plain: await read('text/plain'), html: await read('text/html') };
  });
  const lines = forms.plain?.split(/\r?\n/).slice(0, -1) ?? [];
  expect(lines.map((line) => line.split('\t').length)).toEqual(Array(30).fill(10));
  expect(forms.html?.match(/<tr/g)).toHaveLength(30);
  const before = await cells();
  await press(page, 'Control+x');
  await expectText(cellAt(page, 2, 4), '');
  await press(page, 'Control+v');
  expect(await cells()).toEqual(before);
  await test.step('and from what gives markup alone', async () => {
    const pasteMarkup = async (rows: string, row: number) => {
      await page.evaluate(async (html) => {
        await navigator.clipboard.write([
          new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }) }),
        ]);
      }, `<table>${rows}</table>`);
      await cellAt(page, row, 4).click();
      await press(page, 'Control+v');
    };
    await pasteMarkup('<tr><td style="color:red">4</td><td>5</td></tr>', 5);
    await expectText(cellAt(page, 5, 5), '5');
    await pasteMarkup('<tr><td colspan="2">7</td><td>8</td></tr><tr><td>7<br>8</td></tr>', 9);
    await expectText(cellAt(page, 9, 4), '7');
    await expectText(cellAt(page, 9, 5), '');
    await expectText(cellAt(page, 9, 6), '8');
    await expect(cellAt(page, 10, 4)).toHaveAttribute('aria-invalid', 'true');
  });
  await test.step('one cell fills what is chosen, and so does Ctrl and D', async () => {
    await cellAt(page, 5, 4).click();
    await press(page, 'Control+c', 'ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+v');
    await expectText(cellAt(page, 7, 5), '4');
    await press(page, 'ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    const first = await cellAt(page, 5, 6).innerText();
    await expectText(cellAt(page, 7, 6), first);
  });
});

test('the focus and what is chosen follow their pupil when others arrive, and undo leaves alone what a colleague wrote', async ({
  openGrid,
}) => {
  const page = await openGrid();
  await cellAt(page, 2, 3).click();
  await page.keyboard.type('9');
  await press(page, 'Enter', 'Shift+ArrowRight');
  await page
    .getByRole('button', { name: 'Arriva un alunno' })
    .evaluate((button: HTMLElement) => button.click());
  await expectAt(page, 4, 3);
  await expect(page.locator('[aria-selected=true]')).toHaveCount(2);
  await page
    .getByRole('button', { name: 'Un collega scrive' })
    .evaluate((button: HTMLElement) => button.click());
  await press(page, 'Control+z');
  await expect(statusOf(page)).toHaveText('1 cella è rimasta com’è: nel frattempo è stata cambiata.');
  await expectText(cellAt(page, 3, 3), '2');
});

test('an opened cell gives nothing that nobody typed, and nothing over what a colleague has written meanwhile', async ({
  openGrid,
}) => {
  const page = await openGrid();
  const colleagueWrites = async () =>
    await page
      .getByRole('button', { name: 'Un collega scrive' })
      .evaluate((button: HTMLElement) => button.click());
  const before = await cellAt(page, 4, 4).innerText();
  await cellAt(page, 4, 4).click();
  await press(page, 'Space');
  await cellAt(page, 2, 3).click();
  await expectText(cellAt(page, 4, 4), before);
  await page.keyboard.type('8');
  await colleagueWrites();
  await cellAt(page, 5, 5).click();
  await expect(statusOf(page)).toContainText('ora: 2 (di Rossi). Non scritto, resta lì, segnato: 8.');
  await cellAt(page, 2, 3).click();
  await press(page, 'Escape', 'F2', 'Enter');
  await expectText(cellAt(page, 2, 3), '2');
});

test('what was typed in a column that goes is said, and an opened cell of it goes without a word', async ({
  openGrid,
}) => {
  const page = await openGrid();
  const withdraw = async () =>
    await page
      .getByRole('button', { name: 'Si ritira la prima prova' })
      .evaluate((button: HTMLElement) => button.click());
  const said = '«8½» non è stato scritto: la sua riga o la sua colonna non c’è più.';
  await cellAt(page, 2, 2).click();
  await press(page, 'F2');
  await withdraw();
  await expect(page.locator('[data-writing]')).toHaveCount(0);
  await expect(statusOf(page)).not.toHaveText(/non è stato scritto/);
  await cellAt(page, 2, 2).click();
  await page.keyboard.type('8½');
  await withdraw();
  await expect(statusOf(page)).toHaveText(said);
});

test('what is pasted beside another name is left out, and a dash by itself is no mark', async ({
  openGrid,
}) => {
  const page = await openGrid();
  const before = [await cellAt(page, 4, 2).innerText(), await cellAt(page, 4, 3).innerText()];
  await page.evaluate(async () => await navigator.clipboard.writeText('Qualcun Altro\t5\t6\r\n'));
  await cellAt(page, 4, 1).click();
  await press(page, 'Control+v');
  await expect(statusOf(page)).toContainText('1 riga è rimasta fuori');
  await expectText(cellAt(page, 4, 2), before[0] ?? '');
  await page.evaluate(async () => await navigator.clipboard.writeText('5\t-\r\n'));
  await cellAt(page, 4, 2).click();
  await press(page, 'Control+v');
  await expectText(cellAt(page, 4, 2), '5');
  await expectText(cellAt(page, 4, 3), before[1] ?? '');
});

test('the mouse chooses, and writes where it is pressed twice', async ({ openGrid }) => {
  const page = await openGrid();
  const box = async (row: number, column: number) => await cellAt(page, row, column).boundingBox();
  const [from, to] = [await box(3, 4), await box(5, 6)];
  await page.mouse.move((from?.x ?? 0) + 9, (from?.y ?? 0) + 9);
  await page.mouse.down();
  await page.mouse.move((to?.x ?? 0) + 9, (to?.y ?? 0) + 9, { steps: 6 });
  await page.mouse.up();
  await expect(page.locator('[aria-selected=true]')).toHaveCount(9);
  await expect(page.locator('[data-active="p1 t3"]')).toBeVisible();
  await cellAt(page, 6, 4).dblclick();
  await page.keyboard.type('9');
  await cellAt(page, 7, 4).click();
  await expectAt(page, 7, 4);
  // At the end of what stood there: that is no number from 0 to 10.
  await expect(cellAt(page, 6, 4)).toHaveAttribute('aria-invalid', 'true');
});

test('of two hundred pupils those in sight are drawn, and the one with the focus, however far away', async ({
  openGrid,
}) => {
  const page = await openGrid(LARGE);
  expect(await page.locator('tbody tr[data-row]').count()).toBeLessThan(60);
  await cellAt(page, 2, 2).click();
  await press(page, 'Control+End');
  await expectAt(page, 201, 62);
  await press(page, 'ArrowLeft');
  await expectAt(page, 201, 61);
  await expect(cellAt(page, 201, 61)).toBeInViewport({ ratio: 1 });
  await page.getByRole('region', { name: 'Voti di prova' }).evaluate((region) => region.scrollTo({ top: 0 }));
  await expect(cellAt(page, 2, 61)).toBeInViewport();
  await page.keyboard.type('10');
  await press(page, 'Enter');
  await expectText(cellAt(page, 201, 61), '10');
  await press(page, 'Control+Shift+Home');
  await expect(cellAt(page, 2, 1)).toBeInViewport({ ratio: 1 });
  await expect(cellAt(page, 2, 61)).toHaveAttribute('aria-selected', 'true');
});

for (const look of [
  LOOK,
  { ...LOOK, theme: 'dark', width: 1024 },
  { ...LOOK, zoom: 2 },
] satisfies readonly Look[])
  test(`a grid has no accessibility fault: ${look.theme}, ${look.width}, ${'zoom' in look ? 'twice as large' : 'as it is'}`, async ({
    openGrid,
  }) => {
    const page = await openGrid(CLASS, look);
    await cellAt(page, 3, 3).click();
    await page.keyboard.type('boh');
    await press(page, 'Enter', 'Enter', 'ArrowUp', 'Shift+ArrowRight');
    await page.emulateMedia({ colorScheme: look.theme });
    expect(await axeFaults(page)).toEqual([]);
    await press(page, 'F2');
    expect(await axeFaults(page)).toEqual([]);
  });

/** The cell of a row and a column as they are counted for those who listen, from 1. */
function cellAt(page: Page, row: number, column: number): Locator {
  return page.locator(`[aria-rowindex="${row}"] > [aria-colindex="${column}"]`);
}

/** What is read in a cell: reasons and notes for those who listen are beside it. */
async function expectText(cell: Locator, text: string | RegExp): Promise<void> {
  await expect(cell).toHaveText(text, { useInnerText: true });
}

function statusOf(page: Page): Locator {
  return page.getByRole('main').getByRole('status').first();
}

async function expectAt(page: Page, row: number, column: number): Promise<void> {
  await expect(cellAt(page, row, column)).toBeFocused();
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}
