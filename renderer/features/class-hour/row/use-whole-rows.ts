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
 * beside the name where there is room for all of it, else below. After a mark the one row that has changed is measured: thirty cost a third of the key.
 */
export function useWholeRows(panel: RefObject<HTMLElement | null>, room: RowRoom): void {
  const fitted = useRef<RowRoom>(undefined);
  useLayoutEffect(() => {
    const before = fitted.current;
    if (room.width === 0) return;
    fitted.current = room;
    if (!before || isOther(before, room)) fitRows(panel.current);
    else if (before.height !== room.height) fitRows(panel.current, longNames(panel.current));
    else if (before.pupils !== room.pupils)
      fitRows(
        panel.current,
        room.pupils.flatMap((pupil, index) => (pupil === before.pupils[index] ? [] : [index + 1])),
      );
  });
  useEffect(() => {
    const fitAll = () => fitRows(panel.current);
    document.fonts.addEventListener('loadingdone', fitAll);
    return () => document.fonts.removeEventListener('loadingdone', fitAll);
  }, [panel]);
}

/** Whether every row has another room than before. A focus that moves through the class renders it too, and changes nothing of the room. */
function isOther(before: RowRoom, { pupils, columns, density, width }: RowRoom): boolean {
  return (
    before.pupils.length !== pupils.length ||
    before.columns !== columns ||
    before.density !== density ||
    before.width !== width
  );
}

/** The rows whose names do not fit on one line: how small they have to be depends on how high the rows are, which share the height. */
function longNames(panel: HTMLElement | null): readonly number[] {
  const long = panel?.querySelectorAll<HTMLElement>(`[${NAME_ATTRIBUTE}]:not([${NAME_ATTRIBUTE}=''])`) ?? [];
  return [...long].map(rowOf);
}

function rowOf(element: HTMLElement): number {
  return Number(element.closest('[role=row]')?.getAttribute('aria-rowindex'));
}

/**
 * Measures rows at once between the writes: the page is laid out four times at most, however many there are.
 *
 * @param changed The numbers of the rows to measure (1 for the first); all when not given.
 */
function fitRows(panel: HTMLElement | null, changed?: readonly number[]): void {
  if (!panel || changed?.length === 0) return;
  const within = (attribute: string) =>
    [...panel.querySelectorAll<HTMLElement>(`[${attribute}]`)].filter(
      (each) => changed?.includes(rowOf(each)) ?? true,
    );
  const facts = within(FACTS_ATTRIBUTE);
  const names = within(NAME_ATTRIBUTE);
  const wereBelow = facts.some((told) => told.getAttribute(FACTS_ATTRIBUTE) === 'below');
  for (const told of facts) told.setAttribute(FACTS_ATTRIBUTE, '');
  for (const name of names) name.setAttribute(NAME_ATTRIBUTE, '');
  const full = facts.filter((told) => told.scrollWidth > told.clientWidth);
  for (const told of full) told.setAttribute(FACTS_ATTRIBUTE, 'below');
  const long = names.filter(isCut);
  for (const name of long) name.setAttribute(NAME_ATTRIBUTE, 'two');
  const high = long.filter((name) => name.offsetHeight > (name.parentElement?.clientHeight ?? 0));
  for (const name of high) name.setAttribute(NAME_ATTRIBUTE, 'small');
  // What stands below a name alone makes a row higher.
  if (!changed || wereBelow || full.length > 0) measureHeight(facts[0]?.closest<HTMLElement>('[role=grid]'));
}

/** How high the rows are at least. */
function measureHeight(grid: HTMLElement | null | undefined): void {
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
