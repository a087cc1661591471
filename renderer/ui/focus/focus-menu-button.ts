/** Gives the focus back to the button of a menu before its item opens a dialog: closed, the dialog returns the focus there. */
export function focusMenuButton(item: Element): void {
  const labelledBy = item.closest('[role=menu]')?.getAttribute('aria-labelledby');
  if (labelledBy) document.querySelector<HTMLElement>(`#${CSS.escape(labelledBy)}`)?.focus();
}
