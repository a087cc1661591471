import type { CellAt } from './cells.ts';

/** What was typed into a cell and not taken, and why. */
export interface Refused {
  readonly text: string;
  readonly reason: string;
}

/** All that stands in a cell: its text, and what it did not take, if something waits there to be put right. */
export interface CellState {
  readonly text: string;
  readonly refused?: Refused | undefined;
}

/** A cell that went from one state to another. */
export interface Turn extends CellAt {
  readonly from: CellState;
  readonly to: CellState;
}

/** What was done at once, and is taken back at once: one entry, one paste. */
export interface Step {
  /** The same through all that is taken back and done again of it. */
  readonly id: number;
  readonly turns: readonly Turn[];
}

/** The steps that can be taken back, and of those taken back the ones that can be done again; the last first to go is the last of each list. */
export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

/** So many steps are kept. */
const LIMIT = 500;

/** Nothing done yet. */
export const NOTHING_DONE: History = { done: [], undone: [] };

/** A step more; what was taken back before it cannot be done again. */
export function withDone({ done }: History, step: Step): History {
  return { done: [...done, step].slice(-LIMIT), undone: [] };
}

/** The last step taken back, as far as it could be: without turns, it is gone. */
export function withUndone({ done, undone }: History, step: Step): History {
  return { done: done.slice(0, -1), undone: step.turns.length > 0 ? [...undone, step] : undone };
}

/** The step taken back last done again, as far as it could be. */
export function withRedone({ done, undone }: History, step: Step): History {
  return { done: step.turns.length > 0 ? [...done, step] : done, undone: undone.slice(0, -1) };
}

/** The same steps, one of them with other turns: a cell was refused after all. */
export function amended(
  { done, undone }: History,
  id: number,
  change: (turns: readonly Turn[]) => readonly Turn[],
): History {
  const amend = (steps: readonly Step[]) =>
    steps
      .map((each) => (each.id === id ? { id, turns: change(each.turns) } : each))
      .filter(({ turns }) => turns.length > 0);
  return { done: amend(done), undone: amend(undone) };
}

/** Whether nothing differs between two states of a cell. */
export function isSameState(a: CellState, b: CellState): boolean {
  return a.text === b.text && a.refused?.text === b.refused?.text && a.refused?.reason === b.refused?.reason;
}
