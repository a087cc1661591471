import { fail } from '../../../../domain/base/result.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { giveFocus } from '../../focus/give-focus.ts';
import { meetingAt, watchCell, type Meeting } from './meeting.ts';
import { reveal } from './reveal.ts';
import { settle } from './tab-stop.ts';
import { warningsOf, type Warning } from './warnings.ts';
import type { GridTable } from './grid-table.ts';
import type { GridProps } from './grid-props.ts';
import type { CellAt, CellRefusal, Reading } from '../model/cells.ts';
import { createHistory } from '../model/history.ts';
import { createSheet, type Outcome, type Sheet } from '../model/sheet.ts';
import { alone, type Selection } from '../model/walk.ts';

/** A cell in which somebody writes. */
export interface Editing extends CellAt {
  /** What the field begins with. */
  readonly text: string;
  /** What the cell had when it was opened, or when the text that waits there was typed: what is typed is meant in its place. */
  readonly over: string;
  /** What the cell has, as far as whoever writes was told: over anything else nothing is written before that is said. */
  readonly known: string;
  /** It begins with a text that waits at the cell: to leave it as it is asks for it again. */
  readonly isAgain?: boolean | undefined;
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
      /** Rows that a paste left alone, because the name beside their texts was another one. */
      readonly strangers?: number;
    }
  | { readonly kind: 'refused'; readonly reason: string }
  | {
      /** Something else came into a cell: while its field is open, when what is typed there was to be written, when it was left. */
      readonly kind: 'met' | 'metAsked' | 'metLeft';
      readonly text: string;
      readonly meeting: Meeting;
    }
  | {
      /** What was entered is taken, and there is something to be told of it; of several cells after what became of them all. */
      readonly kind: 'warned';
      readonly warnings: readonly Warning[];
      readonly after: News | undefined;
    }
  | { readonly kind: 'actUndone' | 'actRedone'; readonly said: string }
  | { readonly kind: 'refusedLater' | 'locked'; readonly reasons: readonly string[] }
  | { readonly kind: 'copied' | 'chosen'; readonly rows: number; readonly columns: number }
  | { readonly kind: 'nothingToUndo' | 'nothingToRedo' | 'tooLong' | 'calm' };

/** What is wished of cells that are not drawn yet. */
export type Wish = 'focus' | 'sight';

/** What the parts of a grid share, the same as long as the grid is on the screen. */
export interface Desk {
  readonly sheet: Sheet;
  readonly editing: StoreApi<{ readonly now: Editing | undefined }>;
  readonly news: StoreApi<{ readonly last: News }>;
  /** What is taken back or done again beside the cells just now. */
  readonly underWay: { now: Promise<void> | undefined };
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
  /** Chooses the cell that got the focus otherwise than by its keys or a pointer, as a screen reader gives it: what is typed is meant there. */
  readonly follow: (at: CellAt) => void;
  /** Chooses a cell, as soon as it is there. */
  readonly choose: (at: CellAt) => void;
  /** Chooses the cell that was waited for, if it has come. */
  readonly arrive: () => void;
  /** Gives the focus back to the field that is open, else to the tab stop. */
  readonly focus: () => void;
  /** Begins to write in a cell, unless it cannot be written: then it says why. */
  readonly begin: (at: CellAt, text: string, isReplacing: boolean) => boolean;
  /** Ends the writing in a cell, and leaves there what was typed, taken or not. */
  readonly leave: (text: string) => void;
  /** The same, if what was typed is taken, or was asked for twice; else it stays in its field with the reason. */
  readonly finish: (text: string) => boolean;
  /** Gives up what is written in a cell. */
  readonly giveUp: () => void;
  /** The grid goes, with a field that nobody has left: what was typed in it waits at its cell. */
  readonly part: (text: string) => void;
}

/** Makes the desk of a grid. */
export function createDesk(firstProps: GridProps, firstTable: GridTable): Desk {
  let [props, table] = [firstProps, firstTable];
  const wishes = new Set<Wish>();
  let region: HTMLElement | null = null;
  let tabStop: HTMLElement | undefined;
  let awaited: CellAt | undefined;
  let isGoing = false;
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
  const parts = () => ({
    source: props.source,
    write: props.write,
    read,
    lockOf,
    refusedLater: (refusals: readonly CellRefusal[]) =>
      news.setState({ last: { kind: 'refusedLater', reasons: refusals.map(({ reason }) => reason) } }),
    arrived(cells: readonly CellAt[]) {
      const warnings = warningsOf(cells, props);
      if (warnings.length === 0) return;
      // Of one cell nothing was said: what stands there is older.
      const after = cells.length > 1 ? news.getState().last : undefined;
      news.setState({ last: { kind: 'warned', warnings, after } });
    },
  });
  const sheet = createSheet(parts, firstProps.history ?? createHistory(), firstProps.layers);
  const meeting = (at: CellAt, over: string) => meetingAt(at, over, { sheet, source: props.source });
  const leave = (text: string, isAgain = false) => {
    const { now } = editing.getState();
    if (!now) return;
    editing.setState({ now: undefined });
    const at = { row: now.row, column: now.column };
    const typed = text.trim();
    if (isUntouched(now, text) && !isAgain) return;
    if (typed !== sheet.textAt(at)) {
      const lock = lockOf(at);
      const met = meeting(at, now.known);
      if (lock !== undefined || met) sheet.hold(at, { text: typed, reason: lock ?? '', over: now.over });
      if (lock !== undefined) news.setState({ last: { kind: 'locked', reasons: [lock] } });
      else if (met) news.setState({ last: { kind: 'metLeft', text: typed, meeting: met } });
      if (lock !== undefined || met) return;
    }
    const outcome = sheet.enter([{ ...at, text }]);
    if (outcome.refused.length + outcome.locked.length > 0)
      news.setState({ last: { kind: 'entered', outcome } });
  };
  let unwatch: (() => void) | undefined;
  editing.subscribe(({ now }, { now: before }) => {
    if (now?.row === before?.row && now?.column === before?.column) return;
    unwatch?.();
    unwatch =
      now &&
      watchCell(now, { sheet, source: props.source }, () => {
        const met = meeting(now, now.over);
        news.setState({ last: met ? { kind: 'met', text: '', meeting: met } : { kind: 'calm' } });
      });
  });
  const isHere = ({ row, column }: CellAt) =>
    table.shape.rows.includes(row) && table.shape.columns.includes(column);
  const go = (selection: Selection) => {
    awaited = undefined;
    wishes.add('focus').add('sight');
    // Before anything is drawn anew nothing has to be laid out for it; and a field that goes has lost the focus already.
    const [cell, corner] = [drawnAt(selection.anchor), drawnAt(selection.corner)];
    isGoing = true;
    if (cell) giveFocus(settleAt(cell), { preventScroll: true });
    isGoing = false;
    if (corner && region) {
      reveal(corner, region);
      wishes.delete('sight');
    }
    table.select(selection);
  };
  const choose = (at: CellAt) => {
    if (isHere(at)) go(alone(at));
    else awaited = at;
  };
  return {
    sheet,
    editing,
    news,
    underWay: { now: undefined },
    props: () => props,
    table: () => table,
    update(nextProps, nextTable, nextRegion) {
      [props, table, region] = [nextProps, nextTable, nextRegion];
    },
    arrive() {
      if (awaited) choose(awaited);
    },
    settle: settleAt,
    lockOf,
    go,
    follow(at) {
      const { selection, select } = table;
      const { anchor } = selection();
      if (isGoing || !isHere(at) || (anchor.row === at.row && anchor.column === at.column)) return;
      awaited = undefined;
      select(alone(at));
    },
    choose,
    focus() {
      const field = region?.querySelector<HTMLElement>('[data-writing] input');
      (field ?? tabStop)?.focus();
    },
    takeWish: (wish) => wishes.delete(wish),
    wish() {
      wishes.add('focus');
    },
    begin(at, text, isReplacing) {
      const lock = lockOf(at);
      const known = sheet.textAt(at);
      const waits = sheet.refusedAt(at);
      const isAgain = !isReplacing && waits?.text === text;
      if (lock === undefined)
        editing.setState({ now: { ...at, text, over: waits?.over ?? known, known, isReplacing, isAgain } });
      else news.setState({ last: { kind: 'locked', reasons: [lock] } });
      return lock === undefined;
    },
    leave: (text) => leave(text),
    finish(text) {
      const { now } = editing.getState();
      const typed = text.trim();
      const isGiven = now && typed !== sheet.textAt(now) && (now.isAgain === true || !isUntouched(now, text));
      if (isGiven && typed !== '' && typed !== now.refused?.text) {
        const reading = read(now, typed);
        if (!reading.ok) {
          const { failure: reason } = reading;
          editing.setState({ now: { ...now, refused: { text: typed, reason } } });
          news.setState({ last: { kind: 'refused', reason } });
          return false;
        }
      }
      const met = isGiven && lockOf(now) === undefined ? meeting(now, now.known) : undefined;
      if (now && met) {
        editing.setState({ now: { ...now, known: met.now } });
        news.setState({ last: { kind: 'metAsked', text: typed, meeting: met } });
        return false;
      }
      leave(text, now?.isAgain);
      return true;
    },
    giveUp() {
      wishes.add('focus');
      editing.setState({ now: undefined });
    },
    part(text) {
      const { now } = editing.getState();
      editing.setState({ now: undefined });
      const typed = text.trim();
      if (!now || isUntouched(now, text) || typed === sheet.textAt(now)) return;
      sheet.hold({ row: now.row, column: now.column }, { text: typed, reason: '', over: now.over });
    },
  };
}

/** Who opens a cell, or begins with a space or an accent, and types nothing gives nothing: least of all over what has come there since. */
function isUntouched({ text: begun, isReplacing }: Editing, text: string): boolean {
  return text === begun && (!isReplacing || text === '');
}
