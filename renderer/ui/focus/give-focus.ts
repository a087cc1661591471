import { isBehindDialog } from './top-dialog.ts';

/**
 * Gives the focus to what takes it by itself, when its page or its data are here: unless a dialog lies over it by then, as the palette that somebody
 * has opened meanwhile, whose keys would go astray. Closed, the dialog says itself where the focus goes.
 */
export function giveFocus(target: HTMLElement, options?: FocusOptions): void {
  if (!isBehindDialog(target)) target.focus(options);
}
