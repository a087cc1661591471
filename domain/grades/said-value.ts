import type { EntryId } from '../base/ids.ts';

/** Why something was changed, and which entry said so. */
export interface SaidReason {
  readonly reason?: string | undefined;
  readonly entry?: EntryId | undefined;
}

/** A value with why it was changed last. */
interface Explained {
  readonly reason?: string;
  readonly reasonEntry?: string;
}

/** What a value says, without the reason of its last change. */
export function saidIn<V extends Explained>({
  reason: _reason,
  reasonEntry: _entry,
  ...said
}: V): Omit<V, 'reason' | 'reasonEntry'> {
  return said;
}

/** Whether a value says nothing: why it says so is no part of what it says (D45). */
export function isEmptyValue(value: object): boolean {
  return Object.keys(saidIn(value)).length === 0;
}

/** What of a cell of a gradebook says how its pupil did. */
interface Cell {
  readonly value: object;
  readonly objectives?: readonly unknown[];
}

/** Whether a cell says nothing of how its pupil did: neither a value nor the level of an objective, which is a result by itself (D45, D55). */
export function isEmptyCell(cell: Cell | null): boolean {
  return cell === null || (isEmptyValue(cell.value) && (cell.objectives ?? []).length === 0);
}

/** A mark that was meant for the next cell, or a full stop, is no reason. */
const IN_WORDS = /\p{L}{2}/u;

/** Whether a text says why something was corrected (D78): a word at least. */
export function isReason(text: string | undefined): text is string {
  return text !== undefined && IN_WORDS.test(text);
}
