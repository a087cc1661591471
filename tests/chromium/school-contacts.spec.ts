import { expect } from '@playwright/test';
import { test } from '../harness/harness-test.ts';

const LOOK = { theme: 'light', language: 'it', width: 1280, height: 720 } as const;

test('S11: of the contacts the wrong field is named, and leaving nobody to ask is asked about first', async ({
  open,
}) => {
  const page = await open({ name: 'office', search: 'scenario=calm&role=office' }, LOOK);
  const change = page.getByRole('button', { name: 'Modifica' });
  await change.click();
  const dialog = page.getByRole('dialog');
  const email = dialog.getByLabel('Indirizzo e-mail');
  const save = dialog.getByRole('button', { name: 'Salva' });

  await email.fill('sbagliata');
  await save.click();
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await expect(email).toHaveAccessibleDescription(/indirizzo e-mail non è valido/);
  await expect(email).toBeFocused();
  await expect(dialog.getByLabel('Via e numero civico')).not.toHaveAttribute('aria-invalid', 'true');

  await email.fill('');
  await dialog.getByLabel('Telefono').fill('');
  await save.click();
  await expect(dialog.getByRole('alert')).toContainText('non sa a chi rivolgersi');
  await save.click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'Nome e recapiti sono salvati' })).toHaveCount(1);
  await expect(change).toBeFocused();
});
