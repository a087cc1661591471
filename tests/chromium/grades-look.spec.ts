import { expect, type Page } from '@playwright/test';
import { test } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const GRADES = '/class/2026.LS.1A/grades/2026-11-23/2';

const MATRIX = '/class/2026.LS.1A/grades-of-all/2026-11-23/2';

/** The rows of pupils that stand whole between the head and the foot of the grid, and how high the highest of all is. */
async function rowsInSight(page: Page): Promise<{ readonly count: number; readonly highest: number }> {
  return await page.locator('[data-work] table').evaluate((table: HTMLTableElement) => {
    const box = (element: Element | null) => element?.getBoundingClientRect() ?? new DOMRect();
    const [top, bottom] = [box(table.tHead).bottom, box(table.tFoot).top];
    const rows = [...table.querySelectorAll('tbody tr[aria-rowindex]')].map(box);
    return {
      count: rows.filter((row) => row.top >= top - 1 && row.bottom <= bottom + 1).length,
      highest: Math.max(...rows.map(({ height }) => height)),
    };
  });
}

for (const scenario of ['grades', 'frozen', 'judgements'])
  test(`D45 ten pupils and more are in sight in a window of 1280 by 720, each on one low row: ${scenario}`, async ({
    open,
  }) => {
    const page = await open({ name: 'grades', search: `scenario=${scenario}`, hash: GRADES }, LOOK);
    // In mathematics the one with most to say of it: a conflict.
    await page.locator('[data-work] tr[aria-rowindex="6"] > [aria-colindex="4"] + td').click();
    const chosen = page.getByRole('complementary', { name: 'Cella scelta' });
    await expect(chosen).toContainText('Caputo');
    expect(await chosen.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeLessThanOrEqual(0);
    const { count, highest } = await rowsInSight(page);
    expect(count).toBeGreaterThanOrEqual(10);
    expect(highest).toBeLessThanOrEqual(32);
    expect(highest).toBeGreaterThanOrEqual(24);
  });

test('what is in a cell is whole in it: words, signs and how many grades are missing', async ({ open }) => {
  for (const scenario of ['grades', 'judgements']) {
    const page = await open({ name: 'grades', search: `scenario=${scenario}`, hash: GRADES }, LOOK);
    const boxes = page.locator('[data-work] tbody td > div:first-child');
    await expect(boxes.first()).toBeVisible();
    const cut = await boxes.evaluateAll((all) =>
      all.flatMap((box) => {
        const range = document.createRange();
        range.selectNodeContents(box);
        return range.getBoundingClientRect().width > box.clientWidth ? [box.textContent] : [];
      }),
    );
    expect(cut).toEqual([]);
  }
});

test('a name is whole in its row, however long, and no two pupils look the same', async ({ open }) => {
  const page = await open({ name: 'grades', search: 'scenario=grades', hash: GRADES }, LOOK);
  const names = page.locator('[data-work] tbody th button');
  await expect(names).toHaveCount(28);
  const cut = await names.evaluateAll((all) =>
    all.flatMap((name) =>
      [name, ...name.querySelectorAll('*'), name.parentElement ?? name].some(
        (part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX !== 'visible',
      )
        ? [name.textContent]
        : [],
    ),
  );
  expect(cut).toEqual([]);
  const texts = await names.allInnerTexts();
  expect(new Set(texts.map((text) => text.replace(/^\d+\s*/, ''))).size).toBe(28);
});

test('D64, D68 the legend is one line that opens, and shows what its scale has', async ({ open }) => {
  const page = await open({ name: 'grades', search: 'scenario=judgements', hash: GRADES }, LOOK);
  const legend = page.getByRole('group', { name: 'Legenda', exact: true });
  await expect(legend).toBeHidden();
  await page.getByText('Legenda di colori, segni e sigle').click();
  await expect(legend).toBeVisible();
  await expect(legend).toContainText('non sufficiente');
  await expect(legend).not.toContainText(/\d/);
  await expect(legend).not.toContainText('più sotto');
});

test('D24 a printed page says who is left out of it, and that the period is closed', async ({ open }) => {
  const matrix = { name: 'matrix', search: 'scenario=councilFrozen', hash: MATRIX };
  const page = await open(matrix, LOOK);
  const sheet = page.locator('[data-print]');
  await page.getByRole('grid', { name: /^Quadro dei voti/ }).waitFor();
  await expect(sheet).toContainText('· periodo chiuso per lo scrutinio');
  await expect(sheet).not.toContainText('Solo chi');
  await page.getByRole('checkbox', { name: /^Solo chi ha insufficienze/ }).check();
  await expect(sheet).toContainText(/Solo chi ha insufficienze o prove mancanti: \d+ su 28 della classe/);
  await page.getByRole('gridcell').getByRole('link').first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect(
    page.getByText('Il periodo è chiuso per lo scrutinio: i voti non si modificano più.'),
  ).toBeVisible();
  await expect(sheet).toContainText('· periodo chiuso per lo scrutinio');
});
