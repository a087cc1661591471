import { expect, type Locator, type Page } from '@playwright/test';
import type { Keys } from './walk.ts';

/** The grades of one course as a teacher sees and fills them. */
export class GradeGrid {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  grid(): Locator {
    return this.page.getByRole('grid', { name: /^(Voti|Valutazioni) di / });
  }

  /** A cell by the numbers that are told of it: the head is row 1, the names are column 1. */
  cell(row: number, column: number): Locator {
    return this.page.locator(`[data-work] tr[aria-rowindex="${row}"] > [aria-colindex="${column}"]`);
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Makes a written test of today as Enter alone does, and answers which column it is: its first cell has the focus. */
  async newTest(keys: Keys): Promise<number> {
    await keys.press('Control+Shift+N');
    await expect(this.dialog().getByRole('combobox', { name: 'Argomento' })).toBeFocused();
    await keys.press('Enter');
    await expect(this.dialog()).toHaveCount(0);
    const focused = this.page.locator('[data-work] tr[aria-rowindex="2"] > td:focus');
    await expect(focused).toBeVisible();
    return Number(await focused.getAttribute('aria-colindex'));
  }

  /** Types into the cell that has the focus, and goes down. */
  async type(keys: Keys, text: string): Promise<void> {
    await this.page.keyboard.type(text);
    await keys.press('Enter');
  }
}
