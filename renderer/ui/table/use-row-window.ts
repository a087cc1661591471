import {
  defaultRangeExtractor,
  useVirtualizer,
  type Range,
  type Rect,
  type Virtualizer,
} from '@tanstack/react-virtual';
import { useCallback, type RefObject } from 'react';
import { useIsPrinting } from './use-is-printing.ts';

/** From so many rows on only those in sight are drawn. */
export const LONG = 200;
/** Rows drawn above and below those in sight, so that nothing flashes and the next one can take the focus. */
const OVERSCAN = 12;
/** A row of one line; a higher one is measured when it is drawn. */
const ROW_HEIGHT = 44;
const HEAD_HEIGHT = 34;

/** A row to be drawn, with the room that the rows left out before it take. */
export interface DrawnRow {
  readonly index: number;
  readonly gap: number;
}

/** Which rows of a table are drawn. */
export interface RowWindow {
  readonly drawn: readonly DrawnRow[];
  /** The room of the rows left out after the last one. */
  readonly rest: number;
  /** Given to each row that is drawn; undefined where all are. */
  readonly measure: ((row: HTMLTableRowElement | null) => void) | undefined;
}

/** How high the rows and the head of a table are before they are measured, and how many rows make it a long one. */
export interface RowHeights {
  readonly row: number;
  readonly head: number;
  readonly long: number;
}

const USUAL: RowHeights = { row: ROW_HEIGHT, head: HEAD_HEIGHT, long: LONG };

/**
 * Draws of a long table only the rows in sight, and the one with the focus: two thousand stay as quick as twenty. The table scrolls in its region, or
 * with the page around it where the window is low. On paper there are all.
 *
 * The rule `react/incompatible-library` is off for this file: the library changes its virtualiser in place, so that a compiler that keeps what it was
 * answered would keep rows of before. This project uses no such compiler, and what leaves this hook are rows made anew with each drawing.
 */
export function useRowWindow(
  ids: readonly string[],
  region: RefObject<HTMLElement | null>,
  kept: number | undefined,
  heights: RowHeights = USUAL,
  alsoKept?: number,
): RowWindow {
  const isPrinting = useIsPrinting();
  const isWindowed = ids.length > heights.long && !isPrinting;
  const getItemKey = useCallback((index: number) => ids[index] ?? index, [ids]);
  const rangeExtractor = useCallback(
    (range: Range) => withKept(withKept(defaultRangeExtractor(range), kept), alsoKept),
    [kept, alsoKept],
  );
  const virtual = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count: ids.length,
    enabled: isWindowed,
    getScrollElement: () => region.current,
    estimateSize: () => heights.row,
    getItemKey,
    overscan: OVERSCAN,
    scrollMargin: heights.head,
    rangeExtractor,
    observeElementRect: observeSight,
    observeElementOffset: observeOffset,
    // The browser keeps its place by itself, and brings what gets the focus into sight.
    scrollToFn: () => undefined,
  });
  if (!isWindowed) return { drawn: ids.map((_, index) => ({ index, gap: 0 })), rest: 0, measure: undefined };
  let end = heights.head;
  const drawn = virtual.getVirtualItems().map((item) => {
    const gap = item.start - end;
    end = item.end;
    return { index: item.index, gap };
  });
  return { drawn, rest: virtual.getTotalSize() + heights.head - end, measure: virtual.measureElement };
}

/** The rows in sight and one more, in their order. */
export function withKept(inSight: readonly number[], kept: number | undefined): number[] {
  if (kept === undefined || inSight.includes(kept)) return [...inSight];
  return [...inSight, kept].toSorted((a, b) => a - b);
}

type Watched = Virtualizer<HTMLElement, HTMLTableRowElement>;

/** How much of the region can be in sight: where the page scrolls, the region itself is as high as all rows. */
function observeSight({ scrollElement }: Watched, tell: (rect: Rect) => void): (() => void) | undefined {
  if (!scrollElement) return undefined;
  const look = () =>
    tell({
      width: scrollElement.clientWidth,
      height: Math.min(scrollElement.clientHeight, window.innerHeight),
    });
  look();
  const observer = new ResizeObserver(look);
  observer.observe(scrollElement);
  window.addEventListener('resize', look);
  return () => {
    observer.disconnect();
    window.removeEventListener('resize', look);
  };
}

/** How far the table has moved up, in its region or with the page. */
function observeOffset(
  { scrollElement }: Watched,
  tell: (offset: number, isScrolling: boolean) => void,
): (() => void) | undefined {
  if (!scrollElement) return undefined;
  const look = () =>
    tell(scrollElement.scrollTop + Math.max(0, -scrollElement.getBoundingClientRect().top), false);
  // Scrolling does not bubble: whatever scrolls around the table is heard on its way down.
  document.addEventListener('scroll', look, { capture: true, passive: true });
  return () => document.removeEventListener('scroll', look, { capture: true });
}
