import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1366, height: 768 } as const;
const THOUSANDS = { name: 'thousands', search: 'role=office&many=thousands', hash: '/accounts' };

test('a table of thousands is one tab stop, and arrows, Home, End and page keys reach every cell of it', async ({
  open,
}) => {
  const page = await open(THOUSANDS, LOOK);
  const grid = page.getByRole('grid', { name: 'Account della scuola' });
  const issue = page.getByRole('button', { name: 'Crea account' });
  await issue.focus();
  await page.keyboard.press('Tab');
  await expect(grid.getByRole('checkbox', { name: 'Scegli tutti quelli mostrati' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(issue).toBeFocused();
  await page.keyboard.press('Tab');

  await press(page, 'ArrowDown', 'ArrowRight');
  const first = rowAt(grid, 2);
  await expect(first.getByRole('rowheader')).toBeFocused();
  // On the name the space bar chooses, as on the box.
  await page.keyboard.press('Space');
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await expect(first.getByRole('checkbox')).toBeChecked();
  await press(page, 'Home');
  await expect(first.getByRole('checkbox')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(first).toHaveAttribute('aria-selected', 'false');

  const count = Number(await grid.getAttribute('aria-rowcount'));
  expect(count).toBeGreaterThan(2000);
  await press(page, 'Control+End');
  const last = rowAt(grid, count);
  await expect(last.getByRole('button')).toBeFocused();
  await expectInSight(grid, last);
  await press(page, 'PageUp', 'ArrowUp');
  await expect(rowAt(grid, count - 11).getByRole('button')).toBeFocused();
  await expectInSight(grid, rowAt(grid, count - 11));
  await press(page, 'Control+Home');
  await expect(grid.getByRole('checkbox', { name: 'Scegli tutti quelli mostrati' })).toBeFocused();
  await press(page, 'PageDown', 'PageDown');
  await expect(rowAt(grid, 21).getByRole('checkbox')).toBeFocused();
  await expectInSight(grid, rowAt(grid, 21));
  // No trap: one Tab leads out, and back to the same cell.
  await page.keyboard.press('Shift+Tab');
  await expect(issue).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(rowAt(grid, 21).getByRole('checkbox')).toBeFocused();
});

test('the menu of a row has its keys for itself, and gives the focus back to the row', async ({ open }) => {
  const page = await open(THOUSANDS, LOOK);
  const grid = page.getByRole('grid');
  await rowAt(grid, 3).getByRole('checkbox').focus();
  await press(page, 'End', 'Enter');
  const menu = page.getByRole('menu');
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await press(page, 'ArrowDown');
  await expect(menu.getByRole('menuitem').nth(1)).toBeFocused();
  await press(page, 'Escape');
  await expect(rowAt(grid, 3).getByRole('button')).toBeFocused();
});

test('a key that comes while a menu still opens is not taken back', async ({ open }) => {
  const page = await open(THOUSANDS, LOOK);
  const grid = page.getByRole('grid');
  await rowAt(grid, 3).getByRole('checkbox').focus();
  // In the moment in which the first item has the focus, before anything else that was put off.
  await page.evaluate(() => {
    const heard = new AbortController();
    const pressDown = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || target.getAttribute('role') !== 'menuitem') return;
      heard.abort();
      target.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    };
    document.addEventListener('focusin', pressDown, { signal: heard.signal });
  });
  await press(page, 'End', 'Enter');
  const items = page.getByRole('menu').getByRole('menuitem');
  await expect(items.nth(1)).toBeFocused();
  // As long as the library may still give the focus.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  await expect(items.nth(1)).toBeFocused();
});

test('headings stay in sight, and put the rows in order from the keyboard', async ({ open }) => {
  const page = await open(THOUSANDS, LOOK);
  const grid = page.getByRole('grid');
  const headings = grid.locator('thead th').first();
  const heading = (name: string) => grid.getByRole('columnheader', { name });
  await expect(heading('Nome').first()).toHaveAttribute('aria-sort', 'ascending');
  const before = await headings.boundingBox();
  await grid.hover();
  await page.mouse.wheel(0, 20_000);
  await expect(rowAt(grid, 2)).toHaveCount(0);
  expect((await headings.boundingBox())?.y).toBe(before?.y);
  await page.mouse.wheel(0, -20_000);

  const username = heading('Nome utente').getByRole('button');
  await username.focus();
  await press(page, 'Enter');
  await expect(heading('Nome utente')).toHaveAttribute('aria-sort', 'ascending');
  await expect(username).toBeFocused();
  const least = await rowAt(grid, 2).getByRole('gridcell').nth(1).textContent();
  await press(page, 'Enter');
  await expect(heading('Nome utente')).toHaveAttribute('aria-sort', 'descending');
  await expect(rowAt(grid, 2).getByRole('gridcell').nth(1)).not.toHaveText(least ?? '');
});

for (const column of ['Classe', 'Stato'])
  test(`accounts alike by «${column}» are by name, whichever way they are ordered`, async ({ open }) => {
    const page = await open(THOUSANDS, LOOK);
    const grid = page.getByRole('grid');
    await page.getByPlaceholder(/^Cerca per nome/).fill('Samira');
    await expect(async () => expect(await rowCount(grid)).toBeLessThan(900)).toPass();
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const names = new Intl.Collator('it', { sensitivity: 'base', ignorePunctuation: true });
    const heading = grid.getByRole('columnheader', { name: column });
    for (const way of ['ascending', 'descending']) {
      await heading.getByRole('button').click();
      await expect(heading).toHaveAttribute('aria-sort', way);
      const rows = await grid.locator('tbody tr').evaluateAll(
        (all, index) =>
          all.map((row) => {
            const { cells } = row as HTMLTableRowElement;
            return [cells[index]?.textContent, cells[1]?.querySelector('span')?.textContent ?? ''] as const;
          }),
        column === 'Classe' ? 4 : 5,
      );
      const pairs = rows.slice(1).map(([key, name], index) => [rows[index], key, name] as const);
      const alike = pairs.filter(([above, key]) => above?.[0] === key);
      expect(alike.length).toBeGreaterThan(100);
      expect(alike.filter(([above, , name]) => names.compare(above?.[1] ?? '', name) > 0)).toEqual([]);
    }
  });

test('whoever scrolls away by the mouse goes on from where the focus is', async ({ open }) => {
  const page = await open(THOUSANDS, LOOK);
  const grid = page.getByRole('grid');
  await rowAt(grid, 4).getByRole('checkbox').focus();
  await grid.hover();
  await page.mouse.wheel(0, 30_000);
  await expect(rowAt(grid, 2)).toHaveCount(0);
  await expect(rowAt(grid, 4).getByRole('checkbox')).toBeFocused();
  await press(page, 'ArrowDown');
  await expect(rowAt(grid, 5).getByRole('checkbox')).toBeFocused();
  await expectInSight(grid, rowAt(grid, 5));
});

test('with Shift the boxes between two are chosen as well', async ({ open }) => {
  const page = await open(THOUSANDS, LOOK);
  const grid = page.getByRole('grid');
  await rowAt(grid, 2).getByRole('checkbox').click();
  await rowAt(grid, 6)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await expect(page.getByText('5 account scelti')).toBeVisible();
});

test('with Shift the space bar chooses all rows between two, on a name as on a box', async ({ open }) => {
  const page = await open(THOUSANDS, LOOK);
  const grid = page.getByRole('grid');
  await rowAt(grid, 2).getByRole('checkbox').focus();
  await press(page, 'ArrowRight', 'Space', 'ArrowDown', 'ArrowDown', 'Shift+Space');
  await expect(page.getByText('3 account scelti')).toBeVisible();
  await press(page, 'ArrowDown', 'Home', 'ArrowDown', 'Shift+Space');
  await expect(page.getByText('5 account scelti')).toBeVisible();
});

test('the list of keys names those of the tables, for those who have tables', async ({ open }) => {
  for (const [search, count] of [
    ['role=office', 1],
    ['scenario=calm', 0],
  ] as const) {
    const page = await open({ name: 'keys', search, hash: '/profile' }, LOOK);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await press(page, '?');
    const sheet = page.getByRole('dialog');
    await expect(sheet.getByRole('heading', { name: 'Ovunque' })).toBeVisible();
    await expect(sheet.getByRole('heading', { name: 'Negli elenchi' })).toHaveCount(count);
    await expect(sheet.getByText('Scegli tutte le righe fra due')).toHaveCount(count);
  }
});

test('what is chosen and then filtered away stays chosen, and is counted apart', async ({ open }) => {
  const page = await open({ name: 'accounts', search: 'role=office', hash: '/accounts' }, LOOK);
  const grid = page.getByRole('grid');
  const search = page.getByRole('searchbox');
  const all = grid.getByRole('checkbox', { name: 'Scegli tutti quelli mostrati' });
  await rowOf(grid, 1).getByRole('checkbox').check();
  await rowOf(grid, 2).getByRole('checkbox').check();
  const third = await rowOf(grid, 3).getByRole('gridcell').nth(1).textContent();
  await search.fill(third ?? '');
  await expect(page.getByText('2 account scelti, di cui 2 non mostrati')).toBeVisible();
  await expect(all).not.toBeChecked();
  await all.check();
  await expect(page.getByText('3 account scelti, di cui 2 non mostrati')).toBeVisible();
  await all.uncheck();
  await search.fill('');
  await expect(page.getByText('2 account scelti', { exact: true })).toBeVisible();
});

test('why an account is blocked stands below its state, for those who have no mouse', async ({ open }) => {
  const page = await open({ name: 'accounts', search: 'role=office', hash: '/accounts' }, LOOK);
  const cell = page.getByRole('gridcell', { name: 'Bloccato' });
  await expect(cell.first()).toHaveText('BloccatoHa lasciato la scuola');
});

test('in a low window the page scrolls with the table, and draws what comes into sight', async ({ open }) => {
  const page = await open(THOUSANDS, { ...LOOK, width: 683, height: 384 });
  const grid = page.getByRole('grid');
  await rowAt(grid, 2).getByRole('checkbox').focus();
  await press(page, 'Control+End');
  const last = rowAt(grid, Number(await grid.getAttribute('aria-rowcount')));
  await expect(last.getByRole('button')).toBeInViewport();
  expect(await grid.getByRole('row').count()).toBeLessThan(100);
});

test('in the smallest window the list of accounts has every column in sight', async ({ open }) => {
  const page = await open(
    { name: 'accounts', search: 'role=office', hash: '/accounts' },
    { ...LOOK, width: 1024, height: 700 },
  );
  const grid = page.getByRole('grid');
  await expect(rowOf(grid, 1).getByRole('button')).toBeInViewport({ ratio: 1 });
  const [shown, whole] = await grid.evaluate((table) => [
    table.parentElement?.clientWidth ?? 0,
    table.parentElement?.scrollWidth ?? 0,
  ]);
  expect(whole).toBeLessThanOrEqual(shown ?? 0);
});

for (const [name, search, hash] of [
  ['accounts', 'role=office', '/accounts'],
  ['messages', 'role=office', '/accounts/mails'],
  ['hand-overs', 'role=office', '/accounts/handOvers'],
  ['a week', 'role=parent', '/'],
] as const)
  test(`a table of ${name} wider than its place keeps the names of its rows in sight`, async ({ open }) => {
    const page = await open({ name, search, hash }, { ...LOOK, width: 640, height: 360 });
    const region = page.getByRole('region').filter({ has: page.locator(':scope > table') });
    const header = region.getByRole('rowheader').first();
    await header.scrollIntoViewIfNeeded();
    const isMoved = await region.evaluate((element) => {
      element.scrollLeft = element.scrollWidth;
      return element.scrollLeft > 0;
    });
    expect(isMoved).toBe(true);
    await expect(header).toBeInViewport({ ratio: 1 });
    // Nothing that is moved past it shows through.
    const isOnTop = await header.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const found = document.elementFromPoint(left + width / 2, top + height / 2);
      return element.contains(found) && getComputedStyle(element).backgroundColor !== 'rgba(0, 0, 0, 0)';
    });
    expect(isOnTop).toBe(true);
  });

test('on paper every row is drawn, however many are in sight', async ({ open }) => {
  const page = await open(THOUSANDS, LOOK);
  await page.getByPlaceholder(/^Cerca per nome/).fill('Samira');
  const grid = page.getByRole('grid');
  await expect(async () => {
    expect(await rowCount(grid)).toBeLessThan(900);
    expect(await rowCount(grid)).toBeGreaterThan(200);
  }).toPass();
  const count = await rowCount(grid);
  expect(await grid.getByRole('row').count()).toBeLessThan(100);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await grid.getByRole('row').count()).toBe(count);
  // Nothing around the table cuts it off.
  await page.emulateMedia({ media: 'print' });
  const [whole, paper] = await grid.evaluate((table) => [
    table.getBoundingClientRect().bottom,
    document.documentElement.scrollHeight,
  ]);
  expect(whole).toBeGreaterThan(200 * 20);
  expect(paper).toBeGreaterThanOrEqual(Math.floor(whole ?? 0));
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await grid.getByRole('row').count()).toBeLessThan(100);
});

for (const [name, hash] of [
  ['accounts', '/accounts'],
  ['mails', '/accounts/mails'],
  ['hand-overs', '/accounts/handOvers'],
] as const)
  test(`the table of ${name} has one tab stop, wherever it stands`, async ({ open }) => {
    const page = await open({ name, search: 'role=office', hash }, LOOK);
    const grid = page.getByRole('grid');
    const stops = grid.locator('button, input, a[href], [tabindex]');
    const reached = async () =>
      await stops.evaluateAll((all) => all.filter((each) => (each as HTMLElement).tabIndex === 0).length);
    expect(await reached()).toBe(1);
    await grid.locator('[tabindex="0"]').focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'End', 'ArrowDown', 'Home']) {
      await press(page, key);
      expect(await reached()).toBe(1);
      await expect(grid.locator('[tabindex="0"]')).toBeFocused();
    }
  });

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** A row by its number in the whole table, the headings being the first. */
function rowAt(grid: Locator, number: number): Locator {
  return grid.locator(`tr[aria-rowindex="${number}"]`);
}

/** A row by its number below the headings, in a table that is drawn whole. */
function rowOf(grid: Locator, number: number): Locator {
  return grid.locator('tbody tr').nth(number - 1);
}

async function rowCount(grid: Locator): Promise<number> {
  return Number(await grid.getAttribute('aria-rowcount'));
}

/** In its region, and not behind the headings. */
async function expectInSight(grid: Locator, row: Locator): Promise<void> {
  await expect(row).toBeInViewport();
  const head = await grid.locator('thead th').first().boundingBox();
  const box = await row.boundingBox();
  expect(box?.y ?? 0).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0) - 1);
}
