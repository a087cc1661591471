import { expect, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';
import { untilRollHasFocus } from '../harness/open-screen.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const CLASS = '/day/2026-11-23/2026.LS.1A/2';

async function openAt(
  open: Harness['open'],
  hash: string,
  search = 'scenario=calm',
  now?: string,
): Promise<Page> {
  return await open({ name: 'work', search, hash, ...(now === undefined ? {} : { now }) }, LOOK);
}

const row = (page: Page, number: number) => page.locator(`[role=row][aria-rowindex="${number}"]`);
const said = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

/** Digits and letters go on in the roll, where they were. */
async function expectWorkInRoll(page: Page, number: number): Promise<void> {
  await page.clock.runFor(300);
  await expect(row(page, number).getByRole('gridcell')).toBeFocused();
}

test('N10 signing and withdrawing give the focus back to the roll, and say what they did', async ({
  open,
}) => {
  const page = await openAt(open, CLASS);
  await untilRollHasFocus(page);
  await page.keyboard.press('4');
  await page.getByRole('button', { name: 'Firma', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(said(page, 'Lezione firmata alle 09:02')).toHaveCount(1);
  await expectWorkInRoll(page, 4);
  await page.keyboard.press('f');
  await expect(row(page, 4)).toHaveAttribute('data-mark', 'outOfClass');

  await page.getByRole('button', { name: 'Ritira la mia firma' }).click();
  await page.getByRole('menuitem', { name: 'Ritira la mia firma' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Ritira la firma' }).click();
  await expect(said(page, 'Firma ritirata')).toHaveCount(1);
  await expectWorkInRoll(page, 4);
});

test('N10 the palette withdraws a signature, and says why an hour cannot be signed or confirmed', async ({
  open,
}) => {
  const page = await openAt(open, '/day/2026-11-23/2026.LS.1A/5');
  await untilRollHasFocus(page);
  const chosen = page.getByRole('option', { selected: true });
  for (const [typed, line] of [
    ['firma', /^Firma ?Quest’ora si firma dalle 11:55/],
    ['conferma', /^Conferma appello ?L’appello di quest’ora si conferma dalle 11:55/],
  ] as const) {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(typed);
    await expect(chosen).toHaveText(line);
    await page.keyboard.press('Enter');
    await expect(page.getByText(/dalle 11:55, quando comincia/).last()).toBeVisible();
    await untilRollHasFocus(page);
  }
  await page.keyboard.press('Control+k');
  await page.keyboard.type('cerca e vai');
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.keyboard.press('Escape');

  const signed = await openAt(open, CLASS);
  await untilRollHasFocus(signed);
  // At once, while the signature is still on its way to the disk.
  await signed.getByRole('button', { name: 'Firma', exact: true }).click();
  await signed.keyboard.press('Control+k');
  await signed.keyboard.type('ritira');
  await expect(signed.getByRole('option', { selected: true })).toHaveText('Ritira la mia firma');
});

test('N10 letters typed right after Ctrl+K are for the palette, and mark nobody', async ({ open }) => {
  const page = await openAt(open, CLASS);
  await untilRollHasFocus(page);
  await page.keyboard.press('4');
  // As one who types faster than a slow computer draws: no timer has run between the keys.
  const focused = await page.evaluate(async () => {
    const cell = document.activeElement;
    const press = (key: string, ctrlKey = false) =>
      cell?.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }));
    press('k', true);
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    press('a');
    return document.activeElement?.getAttribute('role');
  });
  expect(focused).toBe('combobox');
  await page.keyboard.press('Escape');
  await expectWorkInRoll(page, 4);
  await expect(row(page, 4)).toHaveAttribute('data-mark', 'present');
});

test('N10 what is settled on the page of conflicts is said, and the focus goes to what is left', async ({
  open,
}) => {
  const page = await openAt(open, '/sync', 'scenario=busy');
  await page.getByRole('button', { name: 'Rimetti la mia' }).first().click();
  await expect(said(page, 'Rimesso quello che avevi scritto')).toHaveCount(1);
  await page.clock.runFor(300);
  await expect(page.getByRole('heading').and(page.locator(':focus'))).toHaveCount(1);
});

test('N10 "Apri l’ora" goes to the pupil of the conflict', async ({ open }) => {
  const page = await openAt(open, '/sync', 'scenario=busy');
  const conflict = page
    .getByRole('region', { name: /Conflitti/ })
    .getByRole('listitem')
    .filter({ hasText: 'Presenza' });
  const name = /Presenza · (\S+)/.exec((await conflict.first().innerText()).replaceAll('\n', ' '))?.[1] ?? '';
  expect(name).not.toBe('');
  await conflict.first().getByRole('link', { name: 'Apri l’ora' }).click();
  await expect(page.locator('[role=gridcell]:focus')).toHaveAccessibleName(new RegExp(name));
});

test('N10 the keys of now and of the hours work on the other pages too', async ({ open }) => {
  const page = await openAt(open, '/sync');
  await page.keyboard.press('Alt+3');
  await expect(page).toHaveURL(/2026\.LS\.2C\/3$/);
  await untilRollHasFocus(page);
  await page.evaluate(() => {
    location.hash = '/profile';
  });
  await page.clock.runFor(300);
  await page.keyboard.press('Alt+Home');
  await untilRollHasFocus(page);
  await expect(page).toHaveURL(/#\/$/);
});

test('C3 an hour asked for by its key takes the focus into the roll, from wherever it was', async ({
  open,
}) => {
  const page = await openAt(open, CLASS);
  await untilRollHasFocus(page);
  for (const keys of ['Alt+3', 'Alt+2', 'Alt+2', 'Alt+Home', 'Alt+PageDown']) {
    await page.getByRole('button', { name: 'Giorno precedente' }).focus();
    await page.keyboard.press(keys);
    await untilRollHasFocus(page);
  }
});

test('C3 the card of the hour that is open already gives the focus back to its roll', async ({ open }) => {
  const page = await openAt(open, CLASS);
  await untilRollHasFocus(page);
  await page.keyboard.press('4');
  await page.locator('a[aria-current=true]').click();
  await expectWorkInRoll(page, 4);
});

test('C7 a day without lessons has a name of its own, and the focus on it', async ({ open }) => {
  const page = await openAt(open, CLASS);
  await untilRollHasFocus(page);
  await page.keyboard.press('Alt+ArrowLeft');
  await page.clock.runFor(300);
  await expect(page).toHaveTitle('Nessuna lezione · dom 22 nov — Campanella');
  await expect(page.getByRole('heading', { level: 1, name: 'Nessuna lezione' })).toBeFocused();
  const sunday = await openAt(open, '/', 'scenario=calm', '2026-11-22T09:00:00Z');
  await sunday.clock.runFor(300);
  await expect(sunday).toHaveTitle('Nessuna lezione · dom 22 nov — Campanella');
  await expect(sunday.getByRole('heading', { level: 1 })).toBeFocused();
});

test('N5 an undo names pupil, mark and hour, and takes back nothing of another hour', async ({ open }) => {
  const page = await openAt(open, CLASS);
  await untilRollHasFocus(page);
  const before = await row(page, 3).getAttribute('data-mark');
  for (const key of ['3', 'f']) await page.keyboard.press(key);
  await expect(page.getByTitle(/: fuori classe, 2ª ora$/)).toBeVisible();
  await page.keyboard.press('Alt+PageUp');
  await untilRollHasFocus(page);
  await page.keyboard.press('Control+z');
  await expect(said(page, /^In quest’ora niente da annullare.*: fuori classe, 2ª ora\.$/)).toHaveCount(1);
  await page.keyboard.press('Alt+PageDown');
  await untilRollHasFocus(page);
  await expect(row(page, 3)).toHaveAttribute('data-mark', 'outOfClass');
  await page.keyboard.press('Control+z');
  await expect(said(page, /^Annullato: .*: fuori classe, 2ª ora/)).toHaveCount(1);
  await expect(row(page, 3)).toHaveAttribute('data-mark', before ?? '');
});

test('N5 marks taken back to what was confirmed are no change after the confirmation', async ({ open }) => {
  const page = await openAt(open, CLASS);
  await untilRollHasFocus(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Confermato/)).toHaveText(/da te$/);
  await page.clock.runFor(1_000);
  for (const key of ['3', 'f', 'p']) await page.keyboard.press(key);
  await page.clock.runFor(1_000);
  for (const key of ['Control+z', 'Control+z']) await page.keyboard.press(key);
  await page.clock.runFor(1_000);
  await expect(page.getByText(/^Confermato/)).toHaveText(/da te$/);
  await expect(page.getByRole('button', { name: 'Appello confermato' })).toBeVisible();
});

test('N13 typing is told once for a pause, and the search moves nothing', async ({ open }) => {
  const page = await openAt(open, CLASS);
  await untilRollHasFocus(page);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest('[role=status]');
        if (region) heard.push(region.textContent);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await page.keyboard.press('t');
  for (const words of ['Le frazioni', ', esercizi', ' in classe']) {
    await page.keyboard.type(words);
    await page.clock.runFor(1_500);
  }
  await expect(page.getByLabel('Argomento')).toHaveValue('Le frazioni, esercizi in classe');
  expect(await page.evaluate(() => Reflect.get(globalThis, 'heard') as string[])).toEqual([
    'Salvato alle 09:02',
  ]);
  const top = async () => (await row(page, 1).boundingBox())?.y;
  const before = await top();
  await page.keyboard.press('Control+f');
  await page.clock.runFor(500);
  expect(await top()).toBe(before);
});

test('N13 a past day leads back to today once, and says once that it is past', async ({ open }) => {
  const page = await openAt(open, '/day/2026-11-20');
  await expect(page.getByText(/^Stai scrivendo su/)).toBeVisible();
  const ways = page
    .getByRole('link', { name: 'Torna a oggi' })
    .or(page.getByRole('button', { name: 'Torna a oggi' }));
  await expect(ways.filter({ visible: true })).toHaveCount(1);
});

test('N13 the line above an hour to come stays where it is when the hour begins', async ({ open }) => {
  const page = await openAt(open, '/day/2026-11-23/2026.LS.2C/3', 'scenario=calm', '2026-11-23T08:49:30Z');
  await untilRollHasFocus(page);
  const top = async () => (await row(page, 1).boundingBox())?.y;
  const before = await top();
  await page.clock.runFor(40_000);
  // What the register knows of the hour is renewed with each minute; here with the next mark.
  await page.keyboard.press('f');
  await expect(page.getByText('L’ora è cominciata alle 09:50: ora si firma e si conferma.')).toBeVisible();
  expect(await top()).toBe(before);
});

test('N10 whoever has read the line above the page goes on in the roll, where the focus was', async ({
  open,
}) => {
  const page = await openAt(open, CLASS, 'scenario=calm&remembered=no');
  await untilRollHasFocus(page);
  await page.keyboard.press('4');
  await page.getByRole('button', { name: 'Ho capito' }).click();
  await expectWorkInRoll(page, 4);
  await page.keyboard.press('f');
  await expect(row(page, 4)).toHaveAttribute('data-mark', 'outOfClass');
});

test('C7 a button that stays disabled when its work is done leaves the focus in its part of the page', async ({
  open,
}) => {
  const page = await openAt(open, '/accounts/handOvers', 'role=office');
  await page.getByRole('checkbox').nth(1).check();
  await page.getByRole('button', { name: 'Accogli nel registro' }).click();
  await page.clock.runFor(3000);
  await expect(page.getByRole('button', { name: 'Accogli nel registro' })).toBeDisabled();
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
});

/** Holds back what the school answers to its rules, until it is let come. */
async function holdAnswers(page: Page): Promise<void> {
  await page.evaluate(() => {
    const answer = window.fetch.bind(window);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const held = { asked: 0, letCome: () => resolve(undefined) };
    Object.assign(globalThis, { held });
    window.fetch = async (input, init) => {
      if (init?.method !== 'POST' || !String(input instanceof Request ? input.url : input).endsWith('/rules'))
        return await answer(input, init);
      held.asked += 1;
      await promise;
      return await answer(input, init);
    };
  });
}

interface Held {
  readonly held: { readonly asked: number; letCome(): void };
}

const asked = async (page: Page) => await page.evaluate(() => (globalThis as unknown as Held).held.asked);

async function letAnswersCome(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as Held).held.letCome());
  await page.clock.runFor(1000);
}

test('C7 a button keeps the focus while it works, says that it is busy, and takes no second press', async ({
  open,
}) => {
  const page = await openAt(open, '/accounts/rules', 'role=office');
  const save = page.getByRole('button', { name: 'Salva le regole' });
  await save.focus();
  await holdAnswers(page);
  await page.keyboard.press('Enter');
  await expect(save).toHaveAttribute('aria-busy', 'true');
  await page.clock.runFor(1000);
  await expect(save).toBeFocused();
  await expect(save).toBeDisabled();

  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await save.click({ force: true });
  expect(await asked(page)).toBe(1);
  await page.keyboard.press('Shift+Tab');
  await expect(save).not.toBeFocused();
  await page.keyboard.press('Tab');
  await expect(save).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(save).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(save).toBeFocused();

  await letAnswersCome(page);
  await expect(page.getByText('Le regole sono salvate')).toBeVisible();
  await expect(save).toBeFocused();
  await expect(save).toBeEnabled();
  await expect(save).not.toHaveAttribute('aria-busy');
  expect(await asked(page)).toBe(1);
  await page.keyboard.press('Enter');
  await expect.poll(async () => await asked(page)).toBe(2);
});

test('C7 Enter in a field sends nothing again while the form is being sent', async ({ open }) => {
  const page = await openAt(open, '/accounts/rules', 'role=office');
  const field = page.getByRole('main').locator('input[inputmode]').first();
  await field.focus();
  await holdAnswers(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Salva le regole' })).toHaveAttribute('aria-busy', 'true');
  await page.keyboard.press('Enter');
  await page.clock.runFor(1000);
  expect(await asked(page)).toBe(1);
  await expect(field).toBeFocused();
  await letAnswersCome(page);
  await expect(page.getByText('Le regole sono salvate')).toBeVisible();
  expect(await asked(page)).toBe(1);
});

test('C7 a dialog that opens when the focus has just been lost gives it to its own field', async ({
  open,
}) => {
  const page = await openAt(open, CLASS);
  await untilRollHasFocus(page);
  await page.getByRole('button', { name: 'Più alunni' }).click();
  const item = page.getByRole('menuitem', { name: 'Ritardo o uscita di più alunni' });
  await item.evaluate((entry: HTMLElement) => {
    const gone = document.createElement('button');
    document.querySelector('main')?.append(gone);
    gone.focus();
    gone.remove();
    // The dialog is there when the focus is looked after, and has not given it to anything yet.
    setTimeout(() => entry.click(), 60);
  });
  const dialog = page.getByRole('dialog', { name: 'Ritardo o uscita di più alunni' });
  await page.clock.runFor(300);
  await expect(dialog.locator('[name=time]')).toBeFocused();
});
