import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { PupilHour } from '../view/class-hour.ts';
import type { Density } from './density-switch.tsx';

/** Marks the element that holds a pupil's name; what it says there is how the name was made to fit. */
export const NAME_ATTRIBUTE = 'data-name-fit';

/** Marks the element that holds what is told of a pupil; what it says there is whether that stands below the name. */
export const FACTS_ATTRIBUTE = 'data-facts-fit';

/** What the room of the rows depends on. */
interface RowRoom {
  readonly pupils: readonly PupilHour[];
  readonly columns: number;
  readonly density: Density;
  readonly width: number;
  readonly height: number;
}

/**
 * Shows every row whole. A name stands on one line where it fits, else smaller on two, within the same row; what is told of the pupil stands
 * beside the name where there is room for all of it, else below.
 */
export function useWholeRows(panel: RefObject<HTMLElement | null>, room: RowRoom): void {
  const fitted = useRef<RowRoom>(undefined);
  useLayoutEffect(() => {
    const before = fitted.current;
    fitted.current = room;
    if (!before || isOther(before, room)) fitRows(panel.current);
  });
  useEffect(() => {
    void document.fonts.ready.then(() => fitRows(panel.current));
  }, [panel]);
}

/** A focus that moves through the class renders it too, and changes nothing of the room. */
function isOther(before: RowRoom, { pupils, columns, density, width, height }: RowRoom): boolean {
  return (
    before.pupils !== pupils ||
    before.columns !== columns ||
    before.density !== density ||
    before.width !== width ||
    before.height !== height
  );
}

/** Measures all rows at once between the writes: the page is laid out four times at most, however many there are. */
function fitRows(panel: HTMLElement | null): void {
  if (!panel) return;
  const facts = [...panel.querySelectorAll<HTMLElement>(`[${FACTS_ATTRIBUTE}]`)];
  const names = [...panel.querySelectorAll<HTMLElement>(`[${NAME_ATTRIBUTE}]`)];
  for (const told of facts) told.setAttribute(FACTS_ATTRIBUTE, '');
  for (const name of names) name.setAttribute(NAME_ATTRIBUTE, '');
  const full = facts.filter((told) => told.scrollWidth > told.clientWidth);
  for (const told of full) told.setAttribute(FACTS_ATTRIBUTE, 'below');
  const long = names.filter(isCut);
  for (const name of long) name.setAttribute(NAME_ATTRIBUTE, 'two');
  const high = long.filter((name) => name.offsetHeight > (name.parentElement?.clientHeight ?? 0));
  for (const name of high) name.setAttribute(NAME_ATTRIBUTE, 'small');
  const grid = facts[0]?.closest<HTMLElement>('[role=grid]');
  if (!grid) return;
  grid.toggleAttribute('data-measuring', true);
  const height = grid.scrollHeight;
  grid.toggleAttribute('data-measuring', false);
  grid.style.setProperty('--roll-height', `${height + 1}px`);
}

/** Whether a line is longer than its room, be it by a part of a pixel: three dots are drawn for that too. */
function isCut(name: HTMLElement): boolean {
  const line = document.createRange();
  line.selectNodeContents(name);
  return line.getBoundingClientRect().width > name.getBoundingClientRect().width + 0.02;
}
