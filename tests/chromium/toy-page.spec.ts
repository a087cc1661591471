import { expect } from '@playwright/test';
import { screens } from '../../renderer/testing/toy/screens.ts';
import { axeFaults } from '../harness/axe-faults.ts';
import { test } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;

for (const screen of screens) {
  test(`a page that is nowhere but in its folder has its route, rail, palette, fault boundary and screen: ${screen.name}`, async ({
    openTesting,
  }) => {
    const page = await openTesting(screen, LOOK);
    const heading = page.getByRole('heading', { name: 'Il gioco' });
    await test.step('its address shows it, and names the window', async () => {
      await expect(heading).toBeVisible();
      await expect(page).toHaveTitle('Il gioco — Campanella');
    });
    await test.step('its own view tells it what is in the register', async () => {
      await expect(page.getByText(/^Classi: [1-9]/)).toBeVisible();
    });
    await test.step('its screen has no accessibility fault', async () => {
      expect(await axeFaults(page)).toEqual([]);
    });
    await test.step('it stands in the rail, and is current', async () => {
      const rail = page.getByRole('navigation', { name: 'Pagine' });
      await expect(rail.getByRole('link', { name: 'Gioco' })).toHaveAttribute('aria-current', 'page');
      await expect(rail.locator('[aria-current]')).toHaveCount(1);
      await rail.getByRole('link', { name: 'Oggi' }).click();
      await expect(heading).toBeHidden();
    });
    await test.step('the palette finds it by its other words', async () => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('combobox').fill('trottola');
      await page.keyboard.press('Enter');
      await expect(heading).toBeVisible();
    });
    await test.step('its fault takes no other page along', async () => {
      await page.getByRole('button', { name: 'Rompi' }).click();
      await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
      await page.getByRole('link', { name: /^Da fare/ }).click();
      await expect(page.getByRole('heading', { name: 'Da fare', level: 1 })).toBeVisible();
    });
  });
}
