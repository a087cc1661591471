import type { FocusEvent } from 'react';

/** What a dialog or menu of the library gives the focus to when it opens. */
const FIRST = 'data-autofocus';

/**
 * Leaves the focus of a dialog or menu where it is. When one opens, the library gives the focus twice, a moment apart: a key pressed in between has
 * moved it on, and the second time would take it back. Whatever has the focus is what it gives the focus to.
 */
export function holdFocus({ target, currentTarget }: FocusEvent): void {
  // What stands elsewhere in the page, as a menu of a dialog, is heard here as well.
  if (target === currentTarget || !currentTarget.contains(target)) return;
  for (const other of currentTarget.querySelectorAll(`[${FIRST}]`))
    if (other !== target) other.removeAttribute(FIRST);
  target.setAttribute(FIRST, 'true');
}
