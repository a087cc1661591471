import { expect, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';
import { untilRollHasFocus } from '../harness/open-screen.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
/** The second hour of a Monday: by the timetable of this scenario 1A and 2C have one lesson of mine. */
const HOUR = '/day/2026-11-23/2026.LS.1A/2';
const OTHER = '/day/2026-11-23/2026.LS.2C/2';
const JOINED = { name: 'joined', search: 'scenario=joined', hash: HOUR };

/** The rolls of both classes, whole: each is drawn when it has been read. */
async function openJoined(open: Harness['open']): Promise<Page> {
  const page = await open(JOINED, LOOK);
  await untilRollHasFocus(page);
  await expect(page.locator('[role=row][aria-rowindex]')).toHaveCount(52);
  return page;
}

/** What says which classes have the lesson together. */
const together = (page: Page) => page.getByRole('region', { name: 'Classi insieme' });

/** Presses keys one by one, and counts them. */
function keyboardOf(page: Page) {
  let pressed = 0;
  return {
    async press(...keys: readonly string[]) {
      for (const key of keys) {
        await page.keyboard.press(key);
        pressed += 1;
      }
    },
    count: () => pressed,
  };
}

test('D17, D205: two classes are signed and called in one act of two keys, and each has its own lesson', async ({
  open,
}) => {
  const page = await openJoined(open);
  const keys = keyboardOf(page);
  const absent = page.locator('[role=row][data-mark=absent]');
  const before = await absent.count();
  // Somebody of 2C is absent: over the edge of 1A, and the letter.
  await keys.press('ArrowRight', 'a');
  await expect(absent).toHaveCount(before + 1);
  await keys.press('Control+Shift+Enter');
  await expect(page.getByText(/^Firmata/).first()).toBeVisible();
  await expect(page.getByText(/Confermato/)).toHaveCount(2);
  expect(keys.count()).toBeLessThanOrEqual(3);
  // On Today it is one row, which says of both that they are done.
  const row = page.locator('a[aria-current=true]', { hasText: '1A + 2C' });
  await expect(row).toContainText('Firmata');
  await page.goto(page.url().replace(HOUR, OTHER));
  await expect(page.getByText(/^Firmata/).first()).toBeVisible();
  await expect(together(page).getByRole('link', { name: '1A' })).toBeVisible();
});

test('D17: a topic that is changed later is written in both classes', async ({ open }) => {
  const page = await openJoined(open);
  await page.getByRole('button', { name: 'Firma 1A e 2C' }).click();
  await expect(page.getByText(/^Firmata/).first()).toBeVisible();
  await page.getByLabel('Argomento').fill('Le proporzioni');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: '2C', exact: true }).click();
  await expect(page.getByLabel('Argomento')).toHaveValue('Le proporzioni');
});

test('D17: a class that was not joined after all is left out, before the signature and after it', async ({
  open,
}) => {
  const page = await openJoined(open);
  await page.getByRole('button', { name: 'Lascia fuori 2C' }).click();
  await expect(page.locator('[role=row][aria-rowindex]')).toHaveCount(28);
  await page.getByRole('button', { name: 'Riunisci 2C' }).click();
  await expect(page.locator('[role=row][aria-rowindex]')).toHaveCount(52);
  await page.getByRole('button', { name: 'Firma 1A e 2C' }).click();
  await expect(page.getByText(/^Firmata/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Lascia fuori 2C' }).click();
  await expect(page.locator('[role=row][aria-rowindex]')).toHaveCount(28);
  await expect(page.getByText(/^Firmata/).first()).toBeVisible();
});

test('D17: the signature of joined classes is withdrawn in all of them', async ({ open }) => {
  const page = await openJoined(open);
  await page.getByRole('button', { name: 'Firma 1A e 2C' }).click();
  await page.getByRole('button', { name: 'Ritira la mia firma' }).click();
  await page.getByRole('menuitem', { name: 'Ritira la mia firma' }).click();
  await expect(page.getByRole('dialog')).toContainText('La firma si ritira in 1A e 2C.');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Ritira/ })
    .click();
  await expect(page.getByRole('button', { name: 'Firma 1A e 2C' })).toBeVisible();
});

test('D8, D17: an undo takes back what was marked last, in whichever of the two classes', async ({
  open,
}) => {
  const page = await openJoined(open);
  const out = page.locator('[role=row][data-mark=outOfClass]');
  const before = await out.count();
  await page.keyboard.press('f');
  await expect(out).toHaveCount(before + 1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('f');
  await expect(out).toHaveCount(before + 2);
  const ofOther = page.getByRole('grid').nth(1).locator('[role=row][data-mark=outOfClass]');
  const marked = await ofOther.count();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+Z');
  await expect(ofOther).toHaveCount(marked - 1);
  await page.keyboard.press('Control+Z');
  await expect(out).toHaveCount(before);
});

test('D17, D106: pupils of both classes are late by one act, which one undo takes back', async ({ open }) => {
  const page = await openJoined(open);
  const late = page.locator('[role=row][data-mark=late]');
  const before = await late.count();
  await page.getByRole('button', { name: 'Più alunni' }).click();
  await page.getByRole('menuitem', { name: 'Ritardo o uscita di più alunni' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Nessuno', exact: true }).click();
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByRole('checkbox').last().check();
  await dialog.getByRole('textbox', { name: 'Alle' }).fill('09:01');
  await dialog.getByRole('button', { name: 'Segna 2' }).click();
  await dialog.getByRole('button', { name: 'Sì, segna tutti e 2' }).click();
  await expect(late).toHaveCount(before + 2);
  await expect(page.getByRole('grid').nth(1).locator('[role=row][data-mark=late]')).not.toHaveCount(0);
  await page.keyboard.press('Control+Z');
  await expect(late).toHaveCount(before);
});

test('D17: whoever signs a second class at the same time answers with one key that they are together', async ({
  open,
}) => {
  // In the first hour 3B is signed already.
  const page = await open({ ...JOINED, hash: HOUR.replace(/2$/, '1') }, LOOK);
  await untilRollHasFocus(page);
  await page.getByRole('button', { name: 'Firma', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Due classi alla stessa ora' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sono insieme: una lezione sola' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText(/^Firmata/).first()).toBeVisible();
  await expect(together(page).getByRole('link', { name: '3B' })).toBeVisible();
});

test('D17: which classes are together is said once, and on each button that signs them', async ({ open }) => {
  const page = await openJoined(open);
  await expect(together(page).getByRole('link', { name: '2C' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Firma 1A e 2C' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Firma e conferma 1A e 2C' })).toBeVisible();
  await expect(page.getByText(/^(Con 2C|Argomento e attività valgono)/)).toHaveCount(0);
});

test('D8, D17: the palette takes back what was marked last in the joined rolls', async ({ open }) => {
  const page = await openJoined(open);
  const out = page.locator('[role=row][data-mark=outOfClass]');
  const before = await out.count();
  await page.keyboard.press('f');
  await expect(out).toHaveCount(before + 1);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('annulla');
  await page
    .getByRole('option', { name: /Annulla/ })
    .first()
    .click();
  await expect(out).toHaveCount(before);
});

test('D17: roll and topic that were signed with a class go with it when it is left out, and the page says so', async ({
  open,
}) => {
  const page = await openJoined(open);
  await page.getByRole('button', { name: 'Firma e conferma 1A e 2C' }).click();
  await expect(page.getByText(/Confermato/)).toHaveCount(2);
  await page.getByRole('button', { name: 'Lascia fuori 2C' }).click();
  await expect(together(page)).toContainText('2C resta fuori. Ritirato in quest’ora: la firma');
  await expect(together(page)).toContainText('la conferma dell’appello');
  await page.goto(page.url().replace(HOUR, OTHER));
  await untilRollHasFocus(page);
  await expect(page.getByRole('button', { name: /^Firma/ }).first()).toBeVisible();
  await expect(page.getByText(/Confermato/)).toHaveCount(0);
});

test('D17: a roll that was called before the signature goes with the class that is left out, and comes back with it', async ({
  open,
}) => {
  const page = await openJoined(open);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Confermato/)).toHaveCount(2);
  await page.getByRole('button', { name: 'Lascia fuori 2C' }).click();
  await expect(together(page)).toContainText(
    '2C resta fuori. Ritirato in quest’ora: la conferma dell’appello.',
  );
  await page.getByRole('button', { name: 'Riunisci 2C' }).click();
  await expect(page.getByText(/Confermato/)).toHaveCount(2);
  await expect(together(page)).not.toContainText('resta fuori');
});

test('D17, D98: pupils of both classes are out of class by one act, which one undo takes back', async ({
  open,
}) => {
  const page = await openJoined(open);
  const outOf = (grid: number) =>
    page.getByRole('grid').nth(grid).locator('[role=row][data-mark=outOfClass]');
  const before = [await outOf(0).count(), await outOf(1).count()] as const;
  await page.getByRole('button', { name: 'Più alunni' }).click();
  await page.getByRole('menuitem', { name: 'Fuori classe con orario' }).click();
  const dialog = page.getByRole('dialog', { name: 'Fuori classe · 1A + 2C' });
  await dialog.getByRole('combobox', { name: 'Chi' }).click();
  const options = page.getByRole('option');
  await options.first().click();
  await options.last().click();
  await page.keyboard.press('Escape');
  await dialog.getByRole('textbox', { name: 'Dove' }).fill('Aula magna');
  await dialog.getByRole('button', { name: /^Registra/ }).click();
  await expect(dialog).toBeHidden();
  await expect(outOf(0)).toHaveCount(before[0] + 1);
  await expect(outOf(1)).toHaveCount(before[1] + 1);
  await page.keyboard.press('Control+Z');
  await expect(outOf(0)).toHaveCount(before[0]);
  await expect(outOf(1)).toHaveCount(before[1]);
});

test('D17, D98: whoever is out of class by a key has the pupils of the other class to choose beside', async ({
  open,
}) => {
  const page = await openJoined(open);
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Fuori classe · 1A + 2C' });
  await dialog.getByRole('combobox', { name: 'Chi' }).click();
  // All of both but the one that is chosen.
  await expect(page.getByRole('option')).toHaveCount(51);
});
