import { useEffect, useRef, type RefObject } from 'react';
import { giveFocus } from '../../../ui/focus/give-focus.ts';
import { forgetWantedLine, useWantedLine } from '../../../ui/focus/wanted/wanted-line.ts';
import type { JustifyingLine } from '../../../views/class-justifications.ts';

/** Who is writing or being asked something keeps the focus when the list opens. */
const KEEPS_FOCUS = '[data-keeps-focus], input, textarea, select, [role=dialog], [role=menu]';

/** The list opens ready for its keys: the first line has the focus, or that of the pupil from whom somebody comes. */
export function useLineFocus(
  list: RefObject<HTMLElement | null>,
  lines: readonly Pick<JustifyingLine, 'pupil'>[],
): void {
  const wanted = useWantedLine();
  const isOpened = useRef(false);
  useEffect(() => {
    if (lines.length === 0 || (isOpened.current && wanted === undefined)) return;
    isOpened.current = true;
    forgetWantedLine();
    const index = Math.max(
      0,
      lines.findIndex(({ pupil }) => pupil === wanted),
    );
    const row = list.current?.querySelector<HTMLTableRowElement>(`tbody tr[data-index="${index}"]`);
    if (!row || (wanted === undefined && document.activeElement?.closest(KEEPS_FOCUS))) return;
    const target = row.querySelector<HTMLElement>('button') ?? row.cells[0];
    // A list that is only read has no place for the focus of its own.
    if (target && !target.hasAttribute('tabindex')) target.tabIndex = -1;
    if (target) giveFocus(target);
  }, [list, lines, wanted]);
}
