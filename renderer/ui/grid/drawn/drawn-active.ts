import { giveFocus } from '../../focus/give-focus.ts';
import type { Desk } from '../desk/desk.ts';
import type { Marking } from './marking.ts';
import { reveal } from '../desk/reveal.ts';

/** Gives the active cell of a line that was drawn the tab stop, and the focus if that is wished; brings its corner into sight. */
export function drawnActive(
  desk: Desk,
  line: HTMLTableRowElement | null,
  { active, corner }: Marking,
  isWriting: boolean,
): void {
  if (!line) return;
  const cell = line.cells[active];
  if (cell && !isWriting) {
    const target = desk.settle(cell);
    if (desk.takeWish('focus') && document.activeElement !== target)
      giveFocus(target, { preventScroll: true });
  }
  const end = line.cells[corner];
  const region = end?.closest<HTMLElement>('[role=region]');
  if (end && region && desk.takeWish('sight')) reveal(end, region);
}
