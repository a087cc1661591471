import { useCallback, useState, type UIEvent } from 'react';

/** Rows drawn above and below those in sight, so that nothing flashes and the next one can take the focus. */
const OVERSCAN = 12;

/** Which rows of a long table are drawn, and how much room the others take. */
export interface RowWindow {
  readonly from: number;
  readonly to: number;
  readonly above: number;
  readonly below: number;
  onScroll(event: UIEvent<HTMLElement>): void;
}

/** Draws only the rows in sight of a table with rows of one height: two thousand stay as quick as twenty. */
export function useRowWindow(count: number, rowHeight: number, viewHeight: number): RowWindow {
  const [top, setTop] = useState(0);
  const onScroll = useCallback((event: UIEvent<HTMLElement>) => setTop(event.currentTarget.scrollTop), []);
  return { ...rowsInSight(count, rowHeight, viewHeight, top), onScroll };
}

/** The rows in sight at a scroll position. */
export function rowsInSight(
  count: number,
  rowHeight: number,
  viewHeight: number,
  top: number,
): Omit<RowWindow, 'onScroll'> {
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
