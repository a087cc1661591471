import { expect, type Locator } from '@playwright/test';

/**
 * Chooses by keyboard in a field with a list: types what leaves one entry, goes down to it, and takes it. The list is waited for: a field
 * forgets the arrow that comes before its list is drawn.
 */
export async function chooseByKeys(field: Locator, typed: string): Promise<void> {
  const options = field.page().getByRole('option');
  await field.fill(typed);
  await expect(options).toHaveCount(1);
  await field.press('ArrowDown');
  await expect(options).toHaveAttribute('data-combobox-selected', 'true');
  await field.press('Enter');
}
