import {
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { placeAfter, type Place } from './row-keys.ts';
import { isBehindDialog } from '../focus/top-dialog.ts';

/** What can be pressed in a cell. */
const CONTROLS = 'button, input, select, textarea, a[href]';
/** Who types here has the arrows for the text. */
const TYPED = 'input:not([type=checkbox], [type=radio]), select, textarea';

/** The cell that has the focus, or had it last; by its row, because rows come, go and change places. */
interface Active {
  /** Undefined for the head. */
  readonly id: string | undefined;
  readonly row: number;
  readonly column: number;
}

/** The one tab stop of a grid, and the keys that move it. */
export interface GridFocus {
  /** The row, counted from the first below the head, that must stay drawn. */
  readonly kept: number | undefined;
  /** Given to the table; none where it is no grid. */
  readonly handlers: {
    readonly onKeyDown?: (event: KeyboardEvent) => void;
    readonly onFocus?: (event: FocusEvent) => void;
    readonly onBlur?: (event: FocusEvent) => void;
  };
}

/**
 * Makes a table one tab stop (ARIA grid pattern): arrows walk through its cells, and in a cell with something to press that has the focus. Where
 * what had the focus is drawn no more, the focus stays in the grid, at the place where it was.
 */
export function useGridFocus(
  table: RefObject<HTMLTableElement | null>,
  ids: readonly string[],
  columns: number,
  isGrid: boolean,
): GridFocus {
  const [active, setActive] = useState<Active>({ id: undefined, row: 0, column: 0 });
  const hasFocus = useRef(false);
  const isMoving = useRef(false);
  const place = placeNow(active, ids, columns);

  useLayoutEffect(() => {
    if (!isGrid || !table.current) return;
    const target = settle(table.current, place);
    const isLost = hasFocus.current && document.activeElement === document.body;
    if (target && (isMoving.current || isLost)) target.focus();
    isMoving.current = false;
  });

  const moveTo = (next: Place) => {
    isMoving.current = true;
    setActive({ ...next, id: next.row === 0 ? undefined : ids[next.row - 1] });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { target, currentTarget } = event;
    // What a menu or dialog of a row hears is heard here as well, though it stands elsewhere.
    if (!(target instanceof HTMLElement) || !currentTarget.contains(target) || target.matches(TYPED)) return;
    if (isBehindDialog(target)) return;
    const cell = target.closest('td, th');
    if (event.key === ' ' && target === cell) {
      event.preventDefault();
      // As the mouse would: with Shift all rows between two.
      const press = new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: event.shiftKey });
      cell.closest('tbody tr')?.querySelector('input[type=checkbox]')?.dispatchEvent(press);
      return;
    }
    const next = placeAfter(event, place, { rows: ids.length + 1, columns });
    if (!next) return;
    event.preventDefault();
    if (next.row !== place.row || next.column !== place.column) moveTo(next);
  };
  const onFocus = ({ target, currentTarget }: FocusEvent) => {
    const cell = target.closest<HTMLTableCellElement>('td, th');
    if (!cell || !currentTarget.contains(cell)) return;
    hasFocus.current = true;
    const index = cell.closest<HTMLElement>('tbody tr')?.dataset['index'];
    const row = index === undefined ? 0 : Number(index) + 1;
    if (row !== place.row || cell.cellIndex !== place.column)
      setActive({ id: ids[row - 1], row, column: cell.cellIndex });
  };
  const onBlur = ({ relatedTarget, currentTarget, target }: FocusEvent) => {
    // A control that was taken out of the page has lost the focus to nobody.
    if (relatedTarget && !currentTarget.contains(relatedTarget)) hasFocus.current = false;
    else if (!relatedTarget && target.isConnected && document.hasFocus()) hasFocus.current = false;
  };
  if (!isGrid) return { kept: undefined, handlers: {} };
  return { kept: place.row > 0 ? place.row - 1 : undefined, handlers: { onKeyDown, onFocus, onBlur } };
}

/** Where the active cell stands now; where it stood, if its row has gone. */
export function placeNow({ id, row, column }: Active, ids: readonly string[], columns: number): Place {
  const found = id === undefined ? -1 : ids.indexOf(id);
  return {
    row: found === -1 ? Math.min(row, ids.length) : found + 1,
    column: Math.min(column, Math.max(0, columns - 1)),
  };
}

/** Leaves one tab stop in the grid and answers it: what can be pressed in the active cell, else the cell. */
function settle(table: HTMLTableElement, { row, column }: Place): HTMLElement | undefined {
  const line =
    row === 0
      ? table.tHead?.rows[0]
      : table.querySelector<HTMLTableRowElement>(`tbody tr[data-index="${row - 1}"]`);
  const cell = line?.cells[column];
  const pressed = cell?.querySelectorAll<HTMLElement>(CONTROLS) ?? [];
  for (const control of table.querySelectorAll<HTMLElement>(CONTROLS))
    if (control.closest('td, th') !== cell) control.tabIndex = -1;
  for (const other of table.querySelectorAll<HTMLElement>('td[tabindex="0"], th[tabindex="0"]'))
    other.tabIndex = -1;
  for (const control of pressed) control.tabIndex = 0;
  const target = pressed[0] ?? cell;
  if (target) target.tabIndex = 0;
  return target;
}
