import { expect, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';
import { must } from '../../domain/base/assert.ts';
import { untilRollHasFocus } from '../harness/open-screen.ts';
import { WINDOWS } from '../harness/windows.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const SECOND = '/day/2026-11-23/2026.LS.1A/2';

/** It is two minutes past nine, in the second hour, 8:55–9:50; the roll of the first was called by a colleague. */
async function openAt(open: Harness['open'], hash: string): Promise<Page> {
  const page = await open({ name: 'class', search: 'scenario=calm', hash }, LOOK);
  await untilRollHasFocus(page);
  return page;
}

const row = (page: Page, number: number) => page.locator(`[role=row][aria-rowindex="${number}"]`);
const press = async (page: Page, keys: string) => {
  for (const key of keys.split(' ')) await page.keyboard.press(key);
};

test('A1 whoever was here in a roll called earlier and is absent now has gone: one key each for when, and for never', async ({
  open,
}) => {
  const page = await openAt(open, SECOND);
  await press(page, '1 a');
  await expect(row(page, 1).getByRole('alert')).toContainText('cambia 1ª ora, appello di');
  await press(page, 'Enter');
  await expect(row(page, 1)).toHaveAttribute('data-mark', 'exited');
  await expect(row(page, 1)).toContainText('08:55');
  await press(page, '2 a a');
  await expect(row(page, 2)).toHaveAttribute('data-mark', 'absent');
  await press(page, '4 a 1 a');
  // Digits on the way to another pupil are no answer.
  await expect(row(page, 4).getByRole('textbox')).toBeVisible();
  await press(page, 'Escape');
  await expect(row(page, 4)).toHaveAttribute('data-mark', 'present');
  await page.getByRole('link', { name: 'Ora precedente della classe' }).click();
  await expect(row(page, 1)).toHaveAttribute('data-mark', 'present');
  await expect(row(page, 2)).toHaveAttribute('data-mark', 'absent');
  await expect(row(page, 2)).toHaveAttribute('data-changed', 'true');
  await expect(page.getByText(/^Confermato/)).toContainText('1 cambiamento dopo');
});

test('A3 C4 a time is refused, or asked once more, with the reason in words', async ({ open }) => {
  const page = await openAt(open, SECOND);
  const alert = row(page, 4).getByRole('alert');
  await press(page, '4 r 5 2 Enter');
  await expect(alert).toContainText('Il minuto 52 non è in quest’ora (08:55–09:50)');
  await expect(row(page, 4).getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
  await press(page, '4 7 Enter');
  await expect(alert).toContainText('Le 09:47 devono ancora venire: adesso sono le 09:02');
  await press(page, '0 8 1 0 Enter');
  await expect(alert).toContainText('08:10 è nella 1ª ora: confermi?');
  await press(page, 'Enter');
  await expect(row(page, 4)).toContainText('entrata 08:10');
});

test('A2 an hour that has not begun says when it does, and is neither signed nor confirmed', async ({
  open,
}) => {
  const page = await openAt(open, '/day/2026-11-23/2026.LS.1A/5');
  await expect(page.getByText('La tua lezione comincia tra 2 ore e 53 minuti, alle 11:55.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Firma dalle 11:55' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Conferma dalle 11:55' })).toBeDisabled();
  await press(page, '4 f Control+Enter');
  await expect(row(page, 4)).toHaveAttribute('data-mark', 'outOfClass');
  await expect(page.getByText(/^Confermato/)).toHaveCount(0);
});

test('A2 nobody leaves an hour to come, and an absence prepared for it says nothing of the hours before', async ({
  open,
}) => {
  const page = await openAt(open, '/day/2026-11-23/2026.LS.1A/5');
  await press(page, '4 u');
  await expect(page.getByText('L’ora comincia alle 11:55: prima nessuno ne esce.').first()).toBeAttached();
  await expect(row(page, 4).getByRole('textbox')).toHaveCount(0);
  await press(page, '4 a');
  await expect(row(page, 4)).toHaveAttribute('data-mark', 'absent');
  for (let hour = 4; hour >= 2; hour -= 1) {
    await page.getByRole('link', { name: 'Ora precedente della classe' }).click();
    await expect(row(page, 4)).toHaveAttribute('data-mark', 'present');
    await expect(row(page, 4)).not.toContainText('esce');
  }
});

test('D8 D9 whoever has gone and is back in one minute did both, is present, and is said to be back', async ({
  open,
}) => {
  const page = await openAt(open, SECOND);
  await press(page, '4 u Enter');
  await expect(row(page, 4)).toHaveAttribute('data-mark', 'exited');
  await press(page, 'r Enter');
  await expect(row(page, 4)).toHaveAttribute('data-mark', 'present');
  const name = row(page, 4).getByRole('gridcell').first();
  await expect(name).toHaveAccessibleName(/: rientro alle 09:02; uscita 09:02/);
  await expect(name).not.toHaveAccessibleName(/massimo/);
  await expect(page.locator('[aria-live=polite]').filter({ hasText: 'rientro alle 09:02' })).toHaveCount(1);
  await expect(row(page, 4)).toContainText('uscita 09:02,rientro 09:02');
  // What an undo takes back has the same name, before it and after.
  await expect(page.getByText(/: rientro alle 09:02, 2ª ora$/)).toBeVisible();
  await press(page, 'Control+z');
  await expect(page.getByText(/^Annullato: .*: rientro alle 09:02, 2ª ora/)).toBeAttached();
});

test('C5 C6 marks are told with their time, and can be taken back after leaving the class', async ({
  open,
}) => {
  const page = await openAt(open, SECOND);
  await press(page, '4 r 0 8 5 9 Enter');
  await expect(
    page.locator('[aria-live=polite]').filter({ hasText: 'in ritardo, entrata alle 08:59' }),
  ).toHaveCount(1);
  await page.getByRole('link', { name: /3B/ }).first().click();
  await expect(page.getByRole('heading', { name: 'Classe 3B' })).toBeVisible();
  await page.getByRole('link', { name: /1A/ }).first().click();
  await untilRollHasFocus(page);
  await expect(row(page, 4)).toHaveAttribute('data-mark', 'late');
  await press(page, 'Control+z');
  await expect(row(page, 4)).toHaveAttribute('data-mark', 'present');
  await press(page, 'Control+z');
  await expect(page.getByText('Niente da annullare').first()).toBeVisible();
});

test('A6 two classes at one hour are asked at the click, and the signature is told', async ({ open }) => {
  const page = await openAt(open, SECOND);
  await page.getByRole('button', { name: 'Firma', exact: true }).click();
  await expect(
    page.locator('[aria-live=polite]').filter({ hasText: 'Lezione firmata alle 09:02' }),
  ).toHaveCount(1);
  await page.evaluate("location.hash = '/day/2026-11-23/2026.LS.2C/2'");
  await page.getByRole('button', { name: 'Firma', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Alle 08:55 hai già firmato 1A: firmi anche qui?');
  await dialog.getByRole('button', { name: 'Annulla' }).click();
  await expect(page.getByRole('button', { name: 'Firma', exact: true })).toBeVisible();
});

test('A5 a past day is always named, with the way back to today', async ({ open }) => {
  const page = await openAt(open, '/day/2026-11-20/2026.LS.1A/2');
  await expect(page.getByText('Stai scrivendo su venerdì 20 novembre.')).toBeVisible();
  await expect(page.getByText('ven 20 nov').first()).toBeVisible();
  await page.getByRole('article').getByRole('link', { name: 'Torna a oggi' }).click();
  await expect(page.getByText('Stai scrivendo su')).toHaveCount(0);
});

test('A5 the day that is written on is in sight in every window, and takes little of the roll', async ({
  open,
}) => {
  const page = await openAt(open, '/day/2026-11-20/2026.LS.1A/2');
  const said = page.getByText('Stai scrivendo su venerdì 20 novembre.');
  for (const { width, height } of WINDOWS) {
    await page.setViewportSize({ width, height });
    const where = `${width}×${height}`;
    for (const key of ['End', 'Home', 'PageDown', 'PageUp']) {
      await press(page, key);
      await expect(said, where).toBeInViewport({ ratio: 1 });
      const bar = must(await said.locator('xpath=../..').boundingBox(), 'the bar');
      const cell = must(await page.locator('[role=gridcell]:focus').boundingBox(), 'the pupil');
      expect(bar.height, where).toBeLessThanOrEqual(40);
      expect(cell.y, where).toBeGreaterThanOrEqual(bar.y + bar.height - 1);
    }
  }
});

test('C9 a day to come knows no counts and speaks of no keys', async ({ open }) => {
  const page = await openAt(open, '/day/2026-11-24/2026.LS.1A/2');
  await expect(page.getByRole('list', { name: 'Conteggi' })).toContainText('— presenti');
  await expect(page.getByText('Da confermare')).toHaveCount(0);
  await expect(row(page, 1).getByRole('gridcell')).toHaveAccessibleName(/: presenza non rilevata$/);
  await expect(page.getByRole('button', { pressed: true })).toHaveCount(0);
  await press(page, 'a');
  await expect(page.locator('[aria-live=polite]').filter({ hasText: 'Lezione futura' })).toHaveCount(1);
});

test('A4 the evacuation list says who is in class at its minute, tells namesakes apart, and is signed', async ({
  open,
}) => {
  const page = await openAt(open, SECOND);
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('[data-print]');
  const [inClass, elsewhere] = [sheet.getByRole('table').first(), sheet.getByRole('table').nth(1)];
  await expect(sheet).toContainText('Situazione di lunedì 23 novembre 2026');
  // Coming at 9:05, and it is 9:02.
  await expect(elsewhere).toContainText('non ancora in classe, entrata alle 09:05');
  await expect(inClass).toContainText('in classe, uscita alle 09:30');
  await expect(sheet.getByText(/^Rossi Maria \(\d\d\/\d\d\/2014\)$/)).toHaveCount(2);
  const widths = await sheet
    .locator('tr:first-child th')
    .evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().width)));
  expect(widths.slice(0, 4)).toEqual(widths.slice(4));
  await expect(sheet).toContainText('Firma di Marchetti');
  await expect(sheet.getByRole('columnheader', { name: 'Cognome e nome', exact: true })).toHaveCount(2);
  // From the page of another hour too: an evacuation is now.
  await page.goto(page.url().replace(/\d+$/, '4'));
  await expect(sheet).toContainText('2ª ora');
  await expect(elsewhere).toContainText('non ancora in classe, entrata alle 09:05');
});

test('a notice of two classes names them and offers to withdraw either; one on a mark offers to put it back', async ({
  open,
}) => {
  const page = await open({ name: 'sync', search: 'scenario=busy', hash: '/sync' }, LOOK);
  const conflicts = page.getByRole('region', { name: /Conflitti/ });
  await expect(conflicts).toContainText('Hai firmato 3B e 1A alla 2ª ora');
  for (const name of ['Ritira 3B', 'Ritira 1A', 'È giusto così', 'Rimetti la mia'])
    await expect(conflicts.getByRole('button', { name })).toBeVisible();
  await conflicts.getByRole('button', { name: 'Rimetti la mia' }).click();
  await expect(conflicts.getByRole('listitem')).toHaveCount(2);
});
