import { expect, type Locator, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';
import { untilRollHasFocus } from '../harness/open-screen.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const CLASS = '/day/2026-11-23/2026.LS.1A/2';

async function openToday(open: Harness['open'], hash = CLASS): Promise<Page> {
  const page = await open({ name: 'navigation', search: 'scenario=calm', hash }, LOOK);
  await untilRollHasFocus(page);
  return page;
}

test('C3 walking through the days keeps the focus on the button, and a card gives it to the roll', async ({
  open,
}) => {
  const page = await openToday(open);
  const previous = page.getByRole('button', { name: 'Giorno precedente' });
  await previous.focus();
  for (const day of ['2026-11-22', '2026-11-21', '2026-11-20', '2026-11-19']) {
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/day/${day}$`));
    await page.clock.runFor(300);
    await expect(previous).toBeFocused();
  }
  await page.getByRole('grid').waitFor();
  await expect(previous).toBeFocused();
  await page
    .getByRole('complementary')
    .getByRole('link', { name: /Scienze/ })
    .first()
    .click();
  await untilRollHasFocus(page);
});

test('C3 a day chosen in the calendar gives the focus back to its button', async ({ open }) => {
  const page = await openToday(open);
  const button = page.getByRole('button', { name: /Scegli il giorno/ });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^giovedì 19 novembre 2026/ }).click();
  await expect(page).toHaveURL(/day\/2026-11-19$/);
  await page.clock.runFor(500);
  await expect(button).toBeFocused();
});

test('C3 Alt with arrows, Home, digits and page keys moves through days and hours', async ({ open }) => {
  const page = await openToday(open);
  const steps: readonly (readonly [keys: string, address: RegExp])[] = [
    ['Alt+PageDown', /2026\.LS\.1A\/3$/],
    ['Alt+PageUp', /2026\.LS\.1A\/2$/],
    ['Alt+5', /\/day\/2026-11-23\/2026\.LS\.1A\/5$/],
    ['Alt+1', /\/day\/2026-11-23\/2026\.LS\.3B\/1$/],
    ['Alt+ArrowLeft', /\/day\/2026-11-22$/],
    ['Alt+ArrowLeft', /\/day\/2026-11-21$/],
    ['Alt+ArrowRight', /\/day\/2026-11-22$/],
    ['Alt+Home', /#\/$/],
  ];
  for (const [keys, address] of steps) {
    await page.keyboard.press(keys);
    await expect(page, keys).toHaveURL(address);
    await page.clock.runFor(300);
  }
  await untilRollHasFocus(page);
});

test('C3 the key of an hour that is pressed while the day is being read opens it, and says of no hour that there is none', async ({
  open,
}) => {
  const page = await openToday(open);
  for (const [hour, address] of [
    [1, /2026\.LS\.3B\/1$/],
    [5, /2026\.LS\.1A\/5$/],
  ] as const) {
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(page).toHaveURL(/\/day\/2026-11-22$/);
    // One after the other with Alt held: of two presses beside each other one could let the other's Alt go.
    await page.keyboard.down('Alt');
    await page.keyboard.press('Home');
    await page.keyboard.press(String(hour));
    await page.keyboard.up('Alt');
    await expect(page).toHaveURL(address);
    await untilRollHasFocus(page);
    await page.goto(`${page.url().split('#')[0]}#/day/2026-11-23`);
  }
});

test('C3 the key of an hour is one of the day that the key before it asked for, also in the same moment', async ({
  open,
}) => {
  const page = await openToday(open);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page).toHaveURL(/\/day\/2026-11-22$/);
  await page.evaluate(() => {
    for (const [key, code] of [
      ['Home', 'Home'],
      ['5', 'Digit5'],
    ] as const)
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, altKey: true, bubbles: true }));
  });
  await expect(page).toHaveURL(/2026\.LS\.1A\/5$/);
  await untilRollHasFocus(page);
});

test('A2 outside lessons the day opens with what waits, and with no class that has not begun', async ({
  open,
}) => {
  const over = { name: 'over', search: 'scenario=busy', now: '2026-11-23T13:30:00Z' };
  const page = await open({ ...over, hash: '/' }, LOOK);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Le tue lezioni di oggi sono finite');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page
    .getByRole('region', { name: /Ancora da firmare/ })
    .getByRole('link')
    .last()
    .click();
  await untilRollHasFocus(page);
  const early = await open({ ...over, hash: '/', now: '2026-11-23T06:20:00Z' }, LOOK);
  const next = early.getByRole('link', { name: /^Prossima lezione/ });
  await expect(early.getByRole('heading', { level: 1 })).toHaveText(/^La prossima lezione comincia alle /);
  await next.click();
  await untilRollHasFocus(early);
});

test('C2 cards and buttons say the keys that they have, to the eye and to assistive technology', async ({
  open,
}) => {
  const page = await openToday(open);
  const cards = page.getByRole('list').filter({ has: page.getByText('Matematica') });
  const expected: readonly (readonly [control: Locator, title: RegExp, keys: string])[] = [
    [cards.getByRole('link', { name: /1A/ }).first(), /^Alt 2$/, 'Alt+2'],
    [page.getByRole('button', { name: 'Firma', exact: true }), /^Ctrl Invio$/, 'Control+Enter'],
    [page.getByRole('button', { name: 'Conferma appello' }), /^Ctrl Invio$/, 'Control+Enter'],
    [page.getByRole('button', { name: 'Giorno precedente' }), /\(Alt ←\)$/, 'Alt+ArrowLeft'],
    [page.getByRole('link', { name: 'Ora successiva della classe' }), /\(Alt PagGiù\)$/, 'Alt+PageDown'],
  ];
  for (const [control, title, keys] of expected) {
    await expect(control).toHaveAttribute('title', title);
    await expect(control).toHaveAttribute('aria-keyshortcuts', keys);
  }
});

test('a family finds the state of synchronisation at its chip, not as one of two pages', async ({ open }) => {
  const page = await open({ name: 'family', search: 'role=parent' }, LOOK);
  await expect(page.getByRole('navigation', { name: 'Pagine' }).getByRole('link')).toHaveCount(1);
  await page.getByRole('link', { name: /^Stato della sincronizzazione/ }).click();
  await expect(page.getByRole('heading', { name: 'Sincronizzazione' })).toBeVisible();
});

test('C11 Ctrl+F searches in the class wherever the focus is, and is shown', async ({ open }) => {
  const page = await openToday(open);
  await page.getByRole('button', { name: 'Giorno precedente' }).focus();
  await page.keyboard.press('Control+f');
  const search = page.getByRole('textbox', { name: 'Cerca nella classe' });
  await expect(search).toBeFocused();
  await expect(search).toHaveAttribute('title', /^Ctrl F · \//);
});

test('C7 the title of the window names the page, and a page that replaces another has the focus on its heading', async ({
  open,
}) => {
  const page = await openToday(open);
  await expect(page).toHaveTitle('1A · 2ª ora · lun 23 nov — Campanella');
  await page.evaluate(() => {
    location.hash = '/sync';
  });
  await expect(page).toHaveTitle('Sincronizzazione — Campanella');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.getByRole('link', { name: 'Oggi' }).click();
  await untilRollHasFocus(page);
  await page.evaluate(() => {
    location.hash = '/profile';
  });
  await expect(page).toHaveTitle('Profilo — Campanella');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('C8 the roll has a column header for each column, and every cell is reached by the arrows', async ({
  open,
}) => {
  const page = await openToday(open);
  const grid = page.getByRole('grid');
  const headers = await grid.getByRole('columnheader').count();
  await expect(grid).toHaveAttribute('aria-colcount', String(headers));
  const cells = grid.getByRole('gridcell');
  await expect(cells).toHaveCount((await grid.getByRole('row').count()) - 1);
  await page.keyboard.press('Home');
  for (let at = 0; at < (await cells.count()); at += 1) {
    await expect(cells.nth(at)).toBeFocused();
    await page.keyboard.press('ArrowDown');
  }
});

test('C12 fields show the focus as strongly as buttons, in light and in dark', async ({ open }) => {
  const page = await openToday(open);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const rings: string[] = [];
    for (const element of [
      page.getByLabel('Argomento'),
      page.getByRole('textbox', { name: 'Cerca nella classe' }),
      page.getByRole('button', { name: /^Conferma appello/ }),
    ]) {
      await page.keyboard.press('Tab');
      await element.focus();
      rings.push(
        await element.evaluate((each) => {
          const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
          return [outlineStyle, outlineWidth, outlineColor].join(' ');
        }),
      );
    }
    expect(new Set(rings).size, rings.join(' | ')).toBe(1);
    expect(rings[0]).toContain('solid 2px');
  }
});

test('D the calendar has the school’s today, says why a day has no lessons, and marks hours to sign', async ({
  open,
}) => {
  const page = await openToday(open);
  await page.getByRole('button', { name: /Scegli il giorno/ }).click();
  await expect(page.locator('[data-school-today]')).toHaveAttribute('aria-label', 'lunedì 23 novembre 2026');
  await expect(
    page.getByRole('button', { name: /^sabato 21 novembre 2026: La scuola è chiusa/ }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: /^domenica 22 novembre 2026: È domenica/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'venerdì 20 novembre 2026: ore da firmare' })).toBeVisible();
});

test('D the dialog offers the hours that the class has on the day, the present one first', async ({
  open,
}) => {
  const page = await openToday(open);
  await page.getByRole('button', { name: 'Altra classe o sostituzione' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Classe' }).fill('1A');
  await page.getByRole('option', { name: '1A' }).click();
  const hour = dialog.getByRole('combobox', { name: 'Ora', exact: true });
  await expect(hour).toHaveValue('2ª ora · 08:55–09:50');
  await hour.click();
  await expect(page.getByRole('option')).toHaveCount(6);
});

test('D209 a class whose name was typed opens with one key, in its roll', async ({ open }) => {
  const page = await openToday(open);
  await page.getByRole('button', { name: 'Altra classe o sostituzione' }).click();
  await expect(page.getByRole('dialog').getByRole('combobox', { name: 'Classe' })).toBeFocused();
  await page.keyboard.type('2c');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Classe 2C');
  await expect(page.getByRole('dialog')).toBeHidden();
});
