import { expect, type Locator, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';
import { untilRollHasFocus } from '../harness/open-screen.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;

async function openRegister(open: Harness['open'], search = 'scenario=calm', hash?: string): Promise<Page> {
  const page = await open({ name: 'palette', search, ...(hash === undefined ? {} : { hash }) }, LOOK);
  if (!search.includes('role=')) await untilRollHasFocus(page);
  return page;
}

const field = (page: Page) => page.getByRole('combobox', { name: 'Cerca e vai' });

async function type(page: Page, text: string): Promise<void> {
  if (!(await field(page).isVisible())) await page.keyboard.press('Control+k');
  await field(page).fill(text);
}

/** The line that Enter would take, as assistive technology is told of it. */
async function chosen(page: Page): Promise<string> {
  const id = await field(page).getAttribute('aria-activedescendant');
  return id === null ? '' : (await page.locator(`[id="${id}"]`).innerText()).replaceAll(/\s+/g, ' ');
}

test('14 the palette is a combobox whose chosen line and number of lines are told', async ({ open }) => {
  const page = await openRegister(open);
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
  const list = page.getByRole('listbox', { name: 'Risultati' });
  await expect(field(page)).toHaveAttribute('aria-controls', (await list.getAttribute('id')) ?? '');
  const first = await chosen(page);
  await page.keyboard.press('ArrowDown');
  expect(await chosen(page)).not.toBe(first);
  await expect(page.getByRole('option', { selected: true })).toHaveCount(1);
  await field(page).fill('firma');
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/^\d+ risultat/);
  await field(page).fill('xyzzy');
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/^Nessun risultato/);
  await page.keyboard.press('Escape');
  await expect(page.locator('[role=gridcell]:focus')).toBeVisible();
});

test('14 it finds actions of the page, days, classes, hours and people by name', async ({ open }) => {
  const page = await openRegister(open);
  const wanted: readonly (readonly [typed: string, line: RegExp])[] = [
    ['firma', /^Firma Ctrl Invio$/],
    ['conferma', /^Conferma appello Ctrl Invio$/],
    ['stampa', /^Stampa presenze$/],
    ['evacuazione', /^Emergenza Ctrl Maiusc E$/],
    ['scuro', /^Tema: Scuro$/],
    ['chiaro', /^Tema: Chiaro$/],
    ['sostituzione', /^Altra classe o sostituzione$/],
    ['supplenza', /^Altra classe o sostituzione$/],
    ['sincronizza', /^Sincronizza ora Ctrl S$/],
    ['blocca', /^Blocca il registro Ctrl L$/],
    ['esci', /^Esci$/],
    ['20 novembre', /^Vai a venerdì 20 novembre 2026$/],
    ['ieri', /^Vai a domenica 22 novembre 2026$/],
    ['ven 20', /^Vai a venerdì 20 novembre 2026$/],
    ['1a', /^Apri la classe 1A 2ª ora, adesso$/],
    ['3b 1', /^Apri la classe 3B 1ª ora · 08:00–08:55$/],
    ['alvarez mar', /^Àlvarez Gutiérrez María Fernanda /],
    ['dangelo', /^D'Angelo Aurora /],
    ['garofalo', /^Vai a oggi/],
    ['precedente', /Alt ←$|Alt PagSu$/],
  ];
  for (const [typed, line] of wanted) {
    await type(page, typed);
    await expect.poll(async () => await chosen(page), { message: typed }).toMatch(line);
  }
  // Hours that the class does not have are not offered.
  await type(page, '1a 9');
  await expect(page.getByRole('option')).toHaveCount(0);
});

test('14 a class opens at its present hour, a pupil’s card over what is on the screen', async ({ open }) => {
  const page = await openRegister(open, 'scenario=calm', '/day/2026-11-20');
  await type(page, '1a');
  await expect.poll(async () => await chosen(page)).toMatch(/adesso/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/day\/2026-11-23\/2026\.LS\.1A\/2$/);
  await untilRollHasFocus(page);
  await type(page, 'pellegrini');
  await expect.poll(async () => await chosen(page)).toMatch(/^Pellegrini/);
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog', { name: 'Scheda alunno' });
  await expect(card.getByRole('heading', { name: /^Pellegrini/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await untilRollHasFocus(page);
  await page.keyboard.press('Control+7');
  await expect(page).toHaveTitle(/^1A · Alunni/);
  await type(page, 'pellegrini');
  await expect.poll(async () => await chosen(page)).toMatch(/^Pellegrini/);
  await page.keyboard.press('Enter');
  await card.getByRole('link', { name: 'Nell’appello della 2ª ora' }).click();
  await expect(page.getByRole('gridcell', { name: /Pellegrini/ })).toBeFocused();
  // An action of the page runs from here too.
  await type(page, 'conferma');
  await expect.poll(async () => await chosen(page)).toMatch(/^Conferma/);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Confermato/)).toBeVisible();
});

test('14 the office finds people by name among the accounts, a family only what it can do', async ({
  open,
}) => {
  const office = await openRegister(open, 'scenario=calm&role=office');
  await office.getByRole('heading', { level: 1 }).waitFor();
  await type(office, 'bruni');
  await expect.poll(async () => await chosen(office)).toMatch(/^Bruni Giancarlo/);
  await office.keyboard.press('Enter');
  await expect(office).toHaveURL(/#\/accounts\/find\//);
  await expect(office.getByRole('searchbox')).toHaveValue('Bruni Giancarlo');
  const family = await openRegister(open, 'role=parent');
  await family.getByRole('heading', { level: 1 }).waitFor();
  await family.keyboard.press('Control+k');
  await expect(field(family)).toHaveAttribute('placeholder', /^Che cosa vuoi fare/);
  await type(family, 'rossi');
  await expect(family.getByRole('option')).toHaveCount(0);
});

test('14 it leads to the sections of a page: to their address, or with the focus on their heading', async ({
  open,
}) => {
  const office = await openRegister(open, 'scenario=calm&role=office');
  await office.getByRole('heading', { level: 1 }).waitFor();
  await type(office, 'messaggi');
  await expect.poll(async () => await chosen(office)).toBe('Messaggi Gestione degli accessi');
  await office.keyboard.press('Enter');
  await expect(office).toHaveURL(/#\/accounts\/mails$/);
  await type(office, 'storico');
  await expect.poll(async () => await chosen(office)).toMatch(/^Operazioni /);
  await office.keyboard.press('Escape');

  for (const [typed, line] of [
    ['dispositivi', 'Dispositivi Profilo'],
    // From the page itself too.
    ['due passaggi', 'Verifica in due passaggi Profilo'],
  ] as const) {
    await type(office, typed);
    await expect.poll(async () => await chosen(office)).toBe(line);
    await office.keyboard.press('Enter');
    await expect(office.getByRole('heading', { name: line.replace(' Profilo', '') })).toBeFocused();
  }
});

test('14 nobody is led to a section that they have not, and each is found in English too', async ({
  open,
}) => {
  const student = await openRegister(open, 'role=student');
  await student.getByRole('heading', { level: 1 }).waitFor();
  await type(student, 'portfolio');
  await expect(student.getByRole('option')).toHaveCount(0);
  const family = await open({ name: 'palette', search: 'role=parent' }, { ...LOOK, language: 'en' });
  await family.getByRole('heading', { level: 1 }).waitFor();
  await family.keyboard.press('Control+k');
  const search = family.getByRole('combobox');
  for (const [typed, heading] of [
    ['devices', 'Devices'],
    ['the school', 'The school'],
  ] as const) {
    if (!(await search.isVisible())) await family.keyboard.press('Control+k');
    await search.fill(typed);
    await expect(family.getByRole('option', { selected: true })).toContainText(heading);
    await family.keyboard.press('Enter');
    await expect(family.getByRole('heading', { name: heading })).toBeFocused();
  }
});

/** Presses keys as an input method does while it shows its candidates; answers which of them somebody took away from it. */
async function takenFrom(input: Locator, keys: readonly string[]): Promise<readonly string[]> {
  return await input.evaluate(
    (element, pressed) =>
      pressed.filter((key) => {
        const press = { key, bubbles: true, cancelable: true, isComposing: true };
        return !element.dispatchEvent(new KeyboardEvent('keydown', press));
      }),
    keys,
  );
}

test('14 while a word is composed its keys are left to the input method', async ({ open }) => {
  const page = await openRegister(open);
  const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Enter', 'Escape'];
  await page.keyboard.press('Control+f');
  const search = page.getByRole('textbox', { name: 'Cerca nella classe' });
  await search.fill('pelle');
  expect(await takenFrom(search, keys)).toEqual([]);
  await expect(search).toHaveValue('pelle');
  const topic = page.getByRole('textbox', { name: 'Argomento' });
  await topic.focus();
  expect(await takenFrom(topic, keys)).toEqual([]);
  await expect(topic).toBeFocused();
  await page.keyboard.press('Control+k');
  // The hours of the day come to the top of the list when they have been read.
  await expect.poll(async () => await chosen(page)).toMatch(/^3B · Matematica/);
  const first = await chosen(page);
  expect(await takenFrom(field(page), keys)).toEqual([]);
  expect(await chosen(page)).toBe(first);
});
