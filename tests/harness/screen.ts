import type { Page } from 'playwright';

/** A screen of the product: how the harness reaches it. */
export interface Screen {
  readonly name: string;
  readonly search: string;
  readonly hash?: string;
  /** The moment on the clock, where it is not that of all screens. */
  readonly now?: string;
  /** What the printer gets, not the screen. */
  readonly paper?: true;
  readonly act?: (page: Page) => Promise<void>;
}
