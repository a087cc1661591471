import { fail } from '../../../../domain/base/result.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { reveal } from './reveal.ts';
import { settle } from './tab-stop.ts';
import type { GridTable } from './grid-table.ts';
import type { GridProps } from './grid-props.ts';
import type { CellAt, Reading } from '../model/cells.ts';
import { createSheet, type Outcome, type Sheet } from '../model/sheet.ts';
import type { Selection } from '../model/walk.ts';

/** A cell in which somebody writes. */
export interface Editing extends CellAt {
  /** What the field begins with. */
  readonly text: string;
  /** What was typed takes the place of all: the arrows lead on. Else they walk in the text. */
  readonly isReplacing: boolean;
  /** The text that was not taken, and why: the same again is left at the cell. */
  readonly refused?: { readonly text: string; readonly reason: string } | undefined;
}

/** What happened in a grid that its eyes and ears learn. */
export type News =
  | {
      readonly kind: 'entered' | 'cleared' | 'undone' | 'redone';
      readonly outcome: Outcome;
      readonly left?: number;
    }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'refusedLater' | 'locked'; readonly reasons: readonly string[] }
  | { readonly kind: 'copied' | 'chosen'; readonly rows: number; readonly columns: number }
  | { readonly kind: 'nothingToUndo' | 'nothingToRedo' | 'calm' };

/** What is wished of cells that are not drawn yet. */
export type Wish = 'focus' | 'sight';

/** What the parts of a grid share, the same as long as the grid is on the screen. */
export interface Desk {
  readonly sheet: Sheet;
  readonly editing: StoreApi<{ readonly now: Editing | undefined }>;
  readonly news: StoreApi<{ readonly last: News }>;
  /** What it is given, and its table, as of the last drawing. */
  readonly props: () => GridProps;
  readonly table: () => GridTable;
  /** Brings both up to date, and says where they are drawn. */
  readonly update: (props: GridProps, table: GridTable, region: HTMLElement | null) => void;
  /** Makes a cell the tab stop, or what can be pressed in it; answers which. */
  readonly settle: (cell: HTMLElement) => HTMLElement;
  /** Why a cell cannot be written, empty where nobody said it; undefined where it can. */
  readonly lockOf: (at: CellAt) => string | undefined;
  /** Chooses cells and takes the focus there. */
  readonly go: (selection: Selection) => void;
  /** Whether the cell that is chosen shall have the focus once it is drawn, and the corner be in sight; each is asked once. */
  readonly takeWish: (wish: Wish) => boolean;
  /** Wishes that without choosing anything else. */
  readonly wish: () => void;
  /** Begins to write in a cell, unless it cannot be written: then it says why. */
  readonly begin: (at: CellAt, text: string, isReplacing: boolean) => boolean;
  /** Ends the writing in a cell, and leaves there what was typed, taken or not. */
  readonly leave: (text: string) => void;
  /** The same, if what was typed is taken, or was asked for twice; else it stays in its field with the reason. */
  readonly finish: (text: string) => boolean;
  /** Gives up what is written in a cell. */
  readonly giveUp: () => void;
}

/** Makes the desk of a grid. */
export function createDesk(firstProps: GridProps, firstTable: GridTable): Desk {
  let [props, table] = [firstProps, firstTable];
  const wishes = new Set<Wish>();
  let region: HTMLElement | null = null;
  let tabStop: HTMLElement | undefined;
  const settleAt = (cell: HTMLElement) => {
    tabStop = settle(cell, tabStop);
    return tabStop;
  };
  const drawnAt = ({ row, column }: CellAt) => {
    const lines = region?.querySelector('table')?.rows ?? [];
    return [...lines].find(({ dataset }) => dataset['row'] === row)?.cells[
      table.shape.columns.indexOf(column)
    ];
  };
  const editing = createStore<{ readonly now: Editing | undefined }>(() => ({ now: undefined }));
  const news = createStore<{ readonly last: News }>(() => ({ last: { kind: 'calm' } }));
  const columnOf = (id: string) => props.columns.find((column) => column.id === id);
  const lockOf = ({ row, column: id }: CellAt) => {
    const column = columnOf(id);
    if (props.footRows?.some((each) => each.id === row) || !column?.read) return column?.locked ?? '';
    return props.locked ?? props.source.cells(row)[id]?.locked;
  };
  const read = ({ row, column }: CellAt, text: string): Reading =>
    columnOf(column)?.read?.(text, row) ?? fail('');
  const sheet = createSheet(() => ({
    source: props.source,
    write: props.write,
    read,
    lockOf,
    refusedLater: (refusals) =>
      news.setState({ last: { kind: 'refusedLater', reasons: refusals.map(({ reason }) => reason) } }),
  }));
  const leave = (text: string) => {
    const { now } = editing.getState();
    if (!now) return;
    editing.setState({ now: undefined });
    const outcome = sheet.enter([{ row: now.row, column: now.column, text }]);
    if (outcome.refused.length + outcome.locked.length > 0)
      news.setState({ last: { kind: 'entered', outcome } });
  };
  return {
    sheet,
    editing,
    news,
    props: () => props,
    table: () => table,
    update(nextProps, nextTable, nextRegion) {
      [props, table, region] = [nextProps, nextTable, nextRegion];
    },
    settle: settleAt,
    lockOf,
    go(selection) {
      wishes.add('focus').add('sight');
      // Before anything is drawn anew nothing has to be laid out for it; and a field that goes has lost the focus already.
      const [cell, corner] = [drawnAt(selection.anchor), drawnAt(selection.corner)];
      if (cell) settleAt(cell).focus({ preventScroll: true });
      if (corner && region) {
        reveal(corner, region);
        wishes.delete('sight');
      }
      table.select(selection);
    },
    takeWish: (wish) => wishes.delete(wish),
    wish() {
      wishes.add('focus');
    },
    begin(at, text, isReplacing) {
      const lock = lockOf(at);
      if (lock === undefined) editing.setState({ now: { ...at, text, isReplacing } });
      else news.setState({ last: { kind: 'locked', reasons: [lock] } });
      return lock === undefined;
    },
    leave,
    finish(text) {
      const { now } = editing.getState();
      const typed = text.trim();
      if (now && typed !== '' && typed !== sheet.textAt(now) && typed !== now.refused?.text) {
        const reading = read(now, typed);
        if (!reading.ok) {
          const { failure: reason } = reading;
          editing.setState({ now: { ...now, refused: { text: typed, reason } } });
          news.setState({ last: { kind: 'refused', reason } });
          return false;
        }
      }
      leave(text);
      return true;
    },
    giveUp() {
      wishes.add('focus');
      editing.setState({ now: undefined });
    },
  };
}
