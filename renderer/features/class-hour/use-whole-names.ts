import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { PupilHour } from '../../data/register.ts';
import type { Density } from './density-switch.tsx';

/** Marks the element that holds a pupil's name; what it says there is how the name was made to fit. */
export const NAME_ATTRIBUTE = 'data-name-fit';

/** What the room for the names depends on. */
interface NameRoom {
  readonly pupils: readonly PupilHour[];
  readonly columns: number;
  readonly density: Density;
  readonly width: number;
  readonly height: number;
}

/** Shows every name whole: on one line where it fits, else smaller on one or two lines, within the same row. */
export function useWholeNames(panel: RefObject<HTMLElement | null>, room: NameRoom): void {
  const fitted = useRef<NameRoom>(undefined);
  useLayoutEffect(() => {
    const before = fitted.current;
    fitted.current = room;
    if (!before || isOther(before, room)) fitNames(panel.current);
  });
  useEffect(() => {
    void document.fonts.ready.then(() => fitNames(panel.current));
  }, [panel]);
}

/** A focus that moves through the class renders it too, and changes nothing of the room. */
function isOther(before: NameRoom, { pupils, columns, density, width, height }: NameRoom): boolean {
  return (
    before.pupils !== pupils ||
    before.columns !== columns ||
    before.density !== density ||
    before.width !== width ||
    before.height !== height
  );
}

/** Measures all names at once between the writes: the page is laid out three times at most, however many there are. */
function fitNames(panel: HTMLElement | null): void {
  const names = [...(panel?.querySelectorAll<HTMLElement>(`[${NAME_ATTRIBUTE}]`) ?? [])];
  for (const name of names) name.setAttribute(NAME_ATTRIBUTE, '');
  const long = names.filter((name) => name.scrollWidth > name.clientWidth);
  for (const name of long) name.setAttribute(NAME_ATTRIBUTE, 'two');
  const high = long.filter((name) => name.offsetHeight > (name.parentElement?.clientHeight ?? 0));
  for (const name of high) name.setAttribute(NAME_ATTRIBUTE, 'small');
}
