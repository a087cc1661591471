import { useEffect, useState, type RefObject } from 'react';

/** Rows drawn above and below those in sight, so that nothing flashes and the next one can take the focus. */
const OVERSCAN = 12;

/** Which rows of a long table are drawn, and how much room the others take. */
export interface RowWindow {
  readonly from: number;
  readonly to: number;
  readonly above: number;
  readonly below: number;
}

/**
 * Draws only the rows in sight of a table with rows of one height: two thousand stay as quick as twenty. The table scrolls in its region, or with the
 * page around it where the window is low.
 */
export function useRowWindow(
  count: number,
  rowHeight: number,
  region: RefObject<HTMLElement | null>,
  regionHeight: number,
): RowWindow {
  const [top, setTop] = useState(0);
  useEffect(() => {
    const look = () => {
      const element = region.current;
      if (element) setTop(element.scrollTop + Math.max(0, -element.getBoundingClientRect().top));
    };
    // Scrolling does not bubble: whatever scrolls around the table is heard on its way down.
    document.addEventListener('scroll', look, { capture: true, passive: true });
    return () => document.removeEventListener('scroll', look, { capture: true });
  }, [region]);
  return rowsInSight(count, rowHeight, Math.min(regionHeight || 600, window.innerHeight), top);
}

/** The rows in sight at a scroll position. */
export function rowsInSight(count: number, rowHeight: number, viewHeight: number, top: number): RowWindow {
  const first = Math.floor(top / rowHeight) - OVERSCAN;
  const from = Math.min(Math.max(0, first), Math.max(0, count - 1));
  const to = Math.min(count, Math.max(0, first) + Math.ceil(viewHeight / rowHeight) + 2 * OVERSCAN);
  return {
    from,
    to: Math.max(from, to),
    above: from * rowHeight,
    below: Math.max(0, count - to) * rowHeight,
  };
}
