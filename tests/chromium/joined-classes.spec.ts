import { expect, type Page } from '@playwright/test';
import { test } from '../harness/harness-test.ts';
import { untilRollHasFocus } from '../harness/open-screen.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
/** The second hour of a Monday: by the timetable of this scenario 1A and 2C have one lesson of mine. */
const HOUR = '/day/2026-11-23/2026.LS.1A/2';
const OTHER = '/day/2026-11-23/2026.LS.2C/2';
const JOINED = { name: 'joined', search: 'scenario=joined', hash: HOUR };

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
  const page = await open(JOINED, LOOK);
  await untilRollHasFocus(page);
  const keys = keyboardOf(page);
  await expect(page.locator('[role=row][aria-rowindex]')).toHaveCount(52);
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
  await expect(page.getByText('Con 1A', { exact: true })).toBeVisible();
});

test('D17: a topic that is changed later is written in both classes, and the page says so', async ({
  open,
}) => {
  const page = await open(JOINED, LOOK);
  await untilRollHasFocus(page);
  await page.getByRole('button', { name: 'Firma 1A e 2C' }).click();
  await expect(page.getByText(/^Firmata/).first()).toBeVisible();
  await page.getByLabel('Argomento').fill('Le proporzioni');
  await expect(page.getByText('Argomento e attività valgono per 1A e 2C.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: '2C', exact: true }).click();
  await expect(page.getByLabel('Argomento')).toHaveValue('Le proporzioni');
});

test('D17: a class that was not joined after all is left out, before the signature and after it', async ({
  open,
}) => {
  const page = await open(JOINED, LOOK);
  await untilRollHasFocus(page);
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
  const page = await open(JOINED, LOOK);
  await untilRollHasFocus(page);
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
