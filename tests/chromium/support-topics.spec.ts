import { expect, type Page } from '@playwright/test';
import { untilRollHasFocus } from '../harness/open-screen.ts';
import { test, type Harness } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;
const HOUR = '/day/2026-11-23/2026.LS.1A/2';

async function openHour(open: Harness['open']): Promise<Page> {
  const page = await open({ name: 'support', search: 'scenario=support', hash: HOUR }, LOOK);
  await untilRollHasFocus(page);
  return page;
}

test('D17: a support teacher writes a topic for each of their pupils, goes on from the last one, and signs from there', async ({
  open,
}) => {
  const page = await openHour(open);
  const support = page.getByRole('region', { name: 'Argomenti di sostegno' });
  const fields = support.getByRole('textbox', { name: /^Sostegno a / });
  await expect(fields).toHaveCount(2);
  await expect(support.getByRole('list', { name: 'Scritto da altri docenti' })).toContainText(
    'Lettura ad alta voce, sintesi con immagini scritto da Bruni Giancarlo',
  );

  await page.keyboard.press('Control+Shift+S');
  await expect(fields.first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(fields.first()).toHaveValue('Frazioni con la linea dei numeri');
  await expect(fields.nth(1)).toHaveValue('');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Firmata alle/)).toBeVisible();
  await expect(support.getByText(/in attesa di invio|ricevuto/)).toBeVisible();
  // The topic of the class is the colleague's and mine: nothing of a pupil has got into it.
  await expect(page.getByLabel('Argomento', { exact: true })).toHaveValue('');

  // The section of the topics has it, and so has the pupil's card.
  await page.keyboard.press('Control+6');
  const told = page.getByRole('region', { name: 'Argomenti di sostegno' }).getByRole('listitem');
  await expect(told).toHaveCount(4);
  await expect(told.first()).toContainText('lun 23 nov · 2ª ora');
});

test('what is done with a pupil is hidden while the screen is shown to the class', async ({ open }) => {
  const page = await openHour(open);
  await expect(page.getByRole('region', { name: 'Argomenti di sostegno' })).toBeVisible();
  await page.keyboard.press('Control+Shift+P');
  await expect(page.getByRole('region', { name: 'Argomenti di sostegno' })).toHaveCount(0);
});
