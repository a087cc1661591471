import type { Page } from 'playwright';

/** Types a new password, and types it again. */
export async function typeNewPassword(page: Page, password: string): Promise<void> {
  const fields = page.locator('input[autocomplete=new-password]');
  await fields.nth(0).fill(password);
  await fields.nth(1).fill(password);
}
