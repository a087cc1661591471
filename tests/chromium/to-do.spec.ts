import { expect } from '@playwright/test';
import { test } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;

test('Da fare counts in the rail what waits, and each line leads to where it is done', async ({ open }) => {
  const page = await open({ name: 'to-do', search: 'scenario=busy' }, LOOK);
  const rail = page.getByRole('navigation', { name: 'Pagine' });
  const badge = rail.getByRole('link', { name: /^Da fare/ });
  await expect(badge).toHaveText(/\d+$/);
  const [, before = ''] = /(\d+)$/.exec(await badge.innerText()) ?? [];
  await badge.click();
  await expect(page.getByRole('heading', { name: 'Da fare', level: 1 })).toBeFocused();
  const sum = async () => {
    const counts = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    return counts.reduce((all, text) => all + Number(/(\d+)$/.exec(text)?.[1]), 0);
  };
  // Each part is drawn when it has been read.
  await expect.poll(sum).toBe(Number(before));
  const unsigned = page.getByRole('region', { name: /Ancora da firmare/ }).getByRole('link');
  const lines = await unsigned.count();
  await unsigned.first().click();
  await page.getByRole('button', { name: 'Firma', exact: true }).click();
  await expect(page.getByText(/^Firmata/).last()).toBeVisible();
  // Signed, it waits for its topic and for its roll.
  await expect(badge).toHaveText(new RegExp(`${Number(before) + 1}$`));
  await badge.click();
  await expect(unsigned).toHaveCount(lines - 1);
  await page.getByRole('region', { name: 'Firmate, senza argomento' }).getByRole('link').first().click();
  await page.getByLabel('Argomento').fill('Ripasso');
  await page.keyboard.press('Escape');
  await expect(badge).toHaveText(new RegExp(`${before}$`));
  await badge.click();
  await page.getByRole('region', { name: 'Ore firmate senza appello' }).getByRole('link').first().click();
  await page.getByRole('button', { name: /^Conferma/ }).click();
  await expect(badge).toHaveText(new RegExp(`${Number(before) - 1}$`));
});

test('Da fare leads to the entries that the school did not take', async ({ open }) => {
  const page = await open({ name: 'to-do', search: 'scenario=busy', hash: '/to-do' }, LOOK);
  await page.getByRole('link', { name: /che la scuola non ha accettato/ }).click();
  await expect(page.getByRole('heading', { name: 'Sincronizzazione', level: 1 })).toBeFocused();
});

test('D89 what families have sent waits for whoever has the first hour, until it is decided', async ({
  open,
}) => {
  const page = await open({ name: 'to-do', search: 'scenario=justify', hash: '/to-do' }, LOOK);
  const list = page.getByRole('region', { name: 'Giustificazioni' });
  await expect(list.getByRole('heading')).toHaveText(/1$/);
  await list.getByRole('link', { name: /3B/ }).click();
  await expect(
    page.getByRole('row').filter({ hasText: 'Benedetti' }).getByRole('button').first(),
  ).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('v');
  await expect(page.getByRole('row').filter({ hasText: 'Caputo' })).toHaveCount(0);
  await page.getByRole('link', { name: /^Da fare/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Da fare');
  await expect(list).toHaveCount(0);
});
