import { typeNewPassword } from '../../../tests/harness/new-password.ts';
import type { Screen } from '../../../tests/harness/screen.ts';

/** The own account. */
export const screens: readonly Screen[] = [
  { name: 'profile', search: 'role=parent&picture=yes', hash: '/profile' },
  { name: 'profile-no-email', search: 'role=parent&email=none', hash: '/profile' },
  {
    name: 'profile-link-password',
    search: 'role=parent&email=none',
    hash: '/profile',
    async act(page) {
      await page.locator('input[type=email]').fill('nuova@posta.example');
      await page.keyboard.press('Enter');
      await typeNewPassword(page, 'tre gatti verdi');
    },
  },
  { name: 'profile-record-change', search: 'role=teacher&changed=yes', hash: '/profile' },
  { name: 'profile-pending', search: 'role=parent&email=pending', hash: '/profile' },
  {
    name: 'profile-merge',
    search: 'role=parent&email=none',
    hash: '/profile',
    async act(page) {
      await page.locator('input[type=email]').fill('mia@posta.example');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /Unisci|Join/ }).waitFor();
    },
  },
  {
    name: 'profile-refused',
    search: 'role=parent&email=none',
    hash: '/profile',
    async act(page) {
      await page.locator('input[type=email]').fill('altro@posta.example');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'profile-second-factor',
    search: 'role=teacher',
    hash: '/profile',
    async act(page) {
      await page.getByRole('button', { name: /^(Attiva|Set up)$/ }).click();
      await page.getByRole('img', { name: /QR/ }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'profile-second-factor-on',
    search: 'role=office&secondFactor=yes',
    hash: '/profile',
    async act(page) {
      await page.getByRole('button', { name: /^(Nuovi codici|New recovery)/ }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'profile-second-factor-move',
    search: 'role=office&secondFactor=yes',
    hash: '/profile',
    async act(page) {
      await page.getByRole('button', { name: /^(Cambia telefono|Change telephone)/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'profile-recovery-codes',
    search: 'role=office&secondFactor=yes',
    hash: '/profile',
    async act(page) {
      await page.getByRole('button', { name: /^(Nuovi codici|New recovery)/ }).click();
      await page.getByRole('dialog').getByRole('textbox').fill('123456');
      await page.keyboard.press('Enter');
      await page.getByRole('checkbox').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'profile-pin',
    search: 'role=teacher&secondFactor=yes',
    hash: '/profile',
    async act(page) {
      await page.getByRole('button', { name: /Imposta un PIN|Set a PIN/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'profile-device',
    search: 'role=teacher',
    hash: '/profile',
    async act(page) {
      await page.getByRole('button', { name: /poteva contenere Portatile|What Portatile/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'profile-offline', search: 'role=parent&scenario=offline&picture=yes', hash: '/profile' },
  {
    name: 'profile-password-provider',
    search: 'role=parent&provider=yes&byProvider=yes',
    hash: '/profile',
    async act(page) {
      await page.getByRole('button', { name: /^(Cambia password|Change password)$/ }).click();
    },
  },
];
