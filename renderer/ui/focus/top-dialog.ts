/** The dialog that lies over everything else, if one is open. */
export function topDialog(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('[role=dialog][aria-modal=true]')].at(-1);
}

/**
 * Whether an element lies behind an open dialog. A dialog takes the focus a moment after it appears: a key that is pressed in that moment
 * was meant for the dialog, and must do nothing behind it.
 */
export function isBehindDialog(element: Element): boolean {
  const dialog = topDialog();
  return dialog !== undefined && !dialog.contains(element);
}
