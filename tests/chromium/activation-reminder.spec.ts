import { expect, type Page } from '@playwright/test';
import { test, type Harness } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;

async function openAt(open: Harness['open'], hash: string, search: string): Promise<Page> {
  return await open({ name: 'page', search, hash }, LOOK);
}

const reminder = (page: Page) => page.getByText(/account non sono mai stati attivati\.$/);
const goTo = async (page: Page, name: string) =>
  await page.getByRole('navigation', { name: 'Pagine' }).getByRole('link', { name }).click();

test('S9: after 30 September every page of the office says how many accounts were never activated, and leads to them', async ({
  open,
}) => {
  const page = await openAt(open, '/', 'role=office');
  await expect(reminder(page)).toHaveText(/52 account/);
  await goTo(page, 'Da fare');
  await expect(reminder(page)).toBeVisible();
  await page.getByRole('link', { name: 'Apri l’elenco' }).click();
  await expect(page.getByText('52 di 166 account')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Mai attivati' })).toBeChecked();
  // The page has a reminder of its own, with more to do about it.
  await expect(reminder(page)).toHaveCount(1);
});

test('S9: the reminder is hidden for the day, and comes back on the next', async ({ open }) => {
  const page = await openAt(open, '/', 'role=office');
  await page.getByRole('button', { name: 'Nascondi per oggi' }).click();
  await expect(reminder(page)).toHaveCount(0);
  await goTo(page, 'Da fare');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(reminder(page)).toHaveCount(0);
  await page.clock.setFixedTime(new Date('2026-11-24T07:00:00Z'));
  await goTo(page, 'Scuola');
  await expect(reminder(page)).toBeVisible();
});

for (const [whom, search] of [
  ['teachers', 'role=teacher'],
  ['the principal', 'role=principal'],
  ['families', 'role=parent'],
  ['an office without a network', 'role=office&scenario=offline'],
  ['an office whose accounts are all in use', 'role=office&many=none'],
] as const)
  test(`S9: the reminder is not shown to ${whom}`, async ({ open }) => {
    const page = await openAt(open, '/', search);
    await expect(page.getByRole('navigation', { name: 'Pagine' })).toBeVisible();
    await page.clock.runFor(2000);
    await expect(reminder(page)).toHaveCount(0);
  });
