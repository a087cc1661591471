import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { isBehindDialog } from '../../focus/top-dialog.ts';
import type { Desk } from '../desk/desk.ts';
import { editorKey } from './editor-keys.ts';
import { cleared, filled, replayed } from './grid-acts.ts';
import { alone, everything, HEAD, NAMES, selectionAfter, type Selection, type Shape } from '../model/walk.ts';
import { createTypeAhead, type TypeAhead } from '../model/type-ahead.ts';
import { isControl } from '../desk/tab-stop.ts';

/** Rows that a page key passes. */
const PAGE = 10;
/** Keys of which the letter comes later: an accent that waits, an input method. */
const COMPOSING = new Set(['Dead', 'Process', 'Unidentified']);

/** Hears the keys of a grid. What it takes is not heard by the page; all else is. */
export function createGridKeys(desk: Desk): (event: KeyboardEvent) => void {
  const typeAhead = createTypeAhead();
  return (event) => {
    const { target, currentTarget, nativeEvent } = event;
    // What a menu or dialog of a cell hears is heard here as well, though it stands elsewhere.
    if (!(target instanceof HTMLElement) || !currentTarget.contains(target)) return;
    if (desk.props().isHeld) {
      // The dialog that asks takes the focus a moment after it appears: what is typed until then is for nobody.
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (isBehindDialog(target)) return;
    if (event.defaultPrevented || nativeEvent.isComposing) return;
    const { now } = desk.editing.getState();
    const isTaken = now
      ? editorKey(desk, now, event, PAGE)
      : commandKey(desk, event) || walkKey(desk, event, target) || typedKey(desk, event, target, typeAhead);
    if (!isTaken) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** What is done with all that is chosen. */
function commandKey(desk: Desk, event: KeyboardEvent): boolean {
  const { key, altKey, shiftKey } = event;
  const isCommand = (event.ctrlKey || event.metaKey) && !altKey;
  const letter = key.toLowerCase();
  if (isCommand && letter === 'z') replayed(desk, shiftKey ? 'redo' : 'undo');
  else if (isCommand && letter === 'y') replayed(desk, 'redo');
  else if (isCommand && letter === 'd' && !shiftKey) filled(desk);
  else if (isCommand && letter === 'a' && !shiftKey) choose(desk, everything(desk.table().shape));
  else if (isCommand && key === ' ') choose(desk, wholeColumn(desk));
  else if (!isCommand && shiftKey && key === ' ') choose(desk, wholeRow(desk));
  else if (isCommand || altKey) return false;
  else if (key === 'Delete' || key === 'Backspace') cleared(desk);
  else if (key === 'Escape') return givenUp(desk);
  else return false;
  return true;
}

function walkKey(desk: Desk, event: KeyboardEvent, target: HTMLElement): boolean {
  // A button in a head or beside a name is pressed.
  if (event.key === 'Enter' && isControl(target)) return false;
  const table = desk.table();
  const next = selectionAfter(event, table.selection(), table.shape, PAGE);
  choose(desk, next);
  return next !== undefined;
}

function typedKey(desk: Desk, event: KeyboardEvent, target: HTMLElement, typeAhead: TypeAhead): boolean {
  const { key, altKey } = event;
  // On keyboards with AltGr some letters come with Ctrl and Alt.
  const isHeld = (event.ctrlKey || event.metaKey || altKey) && !event.getModifierState('AltGraph');
  if (isHeld || (isControl(target) && (key === ' ' || key === 'F2'))) return false;
  const { anchor } = desk.table().selection();
  const isLetter = key.length === 1;
  if (anchor.row === HEAD) return false;
  if (anchor.column === NAMES) return isLetter && key !== ' ' && jumped(desk, typeAhead, event);
  if (key === 'F2') {
    desk.begin(anchor, desk.sheet.refusedAt(anchor)?.text ?? desk.sheet.textAt(anchor), false);
    return true;
  }
  if (isLetter) {
    desk.begin(anchor, key === ' ' ? '' : key, true);
    return true;
  }
  // The field must be there before the letter comes.
  if (COMPOSING.has(key)) flushSync(() => desk.begin(anchor, '', true));
  return false;
}

/** Goes to the next pupil whose name begins so. */
function jumped(desk: Desk, typeAhead: TypeAhead, { key, timeStamp }: KeyboardEvent): boolean {
  if (!/\p{L}/u.test(key)) return false;
  const { rows } = desk.props();
  const { anchor } = desk.table().selection();
  const place = typeAhead.type(
    key,
    timeStamp,
    rows.map(({ name }) => name),
    rows.findIndex(({ id }) => id === anchor.row),
  );
  const found = place === undefined ? undefined : rows[place];
  if (found) desk.go(alone({ row: found.id, column: NAMES }));
  return true;
}

/** Gives up what was refused at the cell; else what is chosen beside it; else the key is the page's. */
function givenUp(desk: Desk): boolean {
  const { anchor, corner } = desk.table().selection();
  if (desk.sheet.refusedAt(anchor)) {
    desk.sheet.enter([{ ...anchor, text: desk.sheet.textAt(anchor) }]);
    desk.news.setState({ last: { kind: 'calm' } });
    return true;
  }
  if (anchor.row === corner.row && anchor.column === corner.column) return false;
  desk.go(alone(anchor));
  return true;
}

/** Chooses cells, and says how many where they are more than one. */
function choose(desk: Desk, selection: Selection | undefined): void {
  if (!selection) return;
  desk.go(selection);
  const bounds = desk.table().bounds();
  if (!bounds || (bounds.top === bounds.bottom && bounds.left === bounds.right)) {
    if (desk.news.getState().last.kind === 'chosen') desk.news.setState({ last: { kind: 'calm' } });
    return;
  }
  const [rows, columns] = [bounds.bottom - bounds.top + 1, bounds.right - bounds.left + 1];
  desk.news.setState({ last: { kind: 'chosen', rows, columns } });
}

function wholeRow(desk: Desk): Selection | undefined {
  const { shape, selection } = desk.table();
  const { row } = selection().anchor;
  const [first, last] = [shape.columns[0], shape.columns.at(-1)];
  if (row === HEAD || first === undefined || last === undefined) return undefined;
  return { anchor: { row, column: first }, corner: { row, column: last } };
}

function wholeColumn(desk: Desk): Selection | undefined {
  const { shape, selection }: { shape: Shape; selection: () => Selection } = desk.table();
  const { column } = selection().anchor;
  const all = everything(shape);
  return all && { anchor: { row: all.anchor.row, column }, corner: { row: all.corner.row, column } };
}
