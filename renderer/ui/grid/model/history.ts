import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Result } from '../../../../domain/base/result.ts';
import type { CellAt } from './cells.ts';

/** What was typed into a cell and is not written: it waits there until it is written or given up, whatever comes into the cell meanwhile. */
export interface Refused {
  readonly text: string;
  /** Why, as a whole sentence; empty where all there is to say is what came into the cell meanwhile. */
  readonly reason: string;
  /** What the cell had when it was typed: it is told where something else stands there now. */
  readonly over: string;
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

/** Goes to the other side of something that was done beside the cells. It answers the way on from there, undefined where there is none, or why it could not, as a sentence. */
export type ActWay = () => Promise<Result<ActWay | undefined, string>>;

/** Something that was done beside the cells, in a dialog: in words, and its way to the other side. */
export interface GridAct {
  readonly said: string;
  readonly way: ActWay;
}

/** What was done in cells at once, and is taken back at once: one entry, one paste. */
export interface CellStep {
  /** The same through all that is taken back and done again of it. */
  readonly id: number;
  readonly turns: readonly Turn[];
}

/** Something done beside the cells, in its place among what was done in them. */
export interface ActStep {
  readonly id: number;
  readonly act: GridAct;
}

/** What is taken back with one key. */
export type Step = CellStep | ActStep;

/** The steps that can be taken back, and of those taken back the ones that can be done again; the last first to go is the last of each list. */
export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  /** How many steps there ever were: the number of the last one. */
  readonly count: number;
}

/** The history of a grid. A page that notes in it what its dialogs did keeps it: all of it is taken back in one order. */
export type GridHistory = StoreApi<History>;

/** So many steps are kept. */
const LIMIT = 500;

/** A history of which nothing is done yet. */
export function createHistory(): GridHistory {
  return createStore<History>(() => ({ done: [], undone: [], count: 0 }));
}

/** A step more in cells; what was taken back before it cannot be done again. */
export function noteTurns(history: GridHistory, turns: readonly Turn[]): CellStep {
  const step = { id: history.getState().count + 1, turns };
  history.setState((before) => withDone(before, step));
  return step;
}

/** A step more that was done beside the cells. */
export function noteAct(history: GridHistory, act: GridAct): void {
  history.setState((before) => withDone(before, { id: before.count + 1, act }));
}

function withDone({ done }: History, step: Step): History {
  return { done: [...done, step].slice(-LIMIT), undone: [], count: step.id };
}

/** The last step taken back, as far as it could be: without turns, it is gone. */
export function withUndone({ done, undone, count }: History, step: CellStep): History {
  return { done: done.slice(0, -1), undone: step.turns.length > 0 ? [...undone, step] : undone, count };
}

/** The step taken back last done again, as far as it could be. */
export function withRedone({ done, undone, count }: History, step: CellStep): History {
  return { done: step.turns.length > 0 ? [...done, step] : done, undone: undone.slice(0, -1), count };
}

/** The same steps, one of them with other turns: a cell was refused after all. */
export function amended(
  { done, undone, count }: History,
  id: number,
  change: (turns: readonly Turn[]) => readonly Turn[],
): History {
  const amend = (steps: readonly Step[]) =>
    steps
      .map((each) => ('turns' in each && each.id === id ? { id, turns: change(each.turns) } : each))
      .filter((each) => !('turns' in each) || each.turns.length > 0);
  return { done: amend(done), undone: amend(undone), count };
}

/** Something beside the cells that is taken back, or done again. */
export interface ActUnderWay {
  readonly said: string;
  /** Why it could not be done, as a sentence; undefined once it is. */
  readonly fault: Promise<string | undefined>;
}

/** Takes the last step back, or does the one taken back last again, where that is something beside the cells. What could not be done is no step any more. */
export function replayAct(history: GridHistory, { id, act }: ActStep, way: 'undo' | 'redo'): ActUnderWay {
  const isUndo = way === 'undo';
  const { done, undone, count } = history.getState();
  history.setState(isUndo ? { done: done.slice(0, -1) } : { undone: undone.slice(0, -1) });
  const arrive = async () => {
    const result = await act.way();
    if (!result.ok) return result.failure;
    const { value: wayOn } = result;
    const step = wayOn && { id, act: { said: act.said, way: wayOn } };
    history.setState((now) => {
      // What was done meanwhile comes after it, and leaves nothing to do again.
      if (!isUndo) return step ? { done: now.done.toSpliced(done.length, 0, step) } : now;
      if (now.count !== count) return now;
      // Without it, nothing that came after it can be done again.
      return { undone: step ? [...now.undone, step] : [] };
    });
    return undefined;
  };
  return { said: act.said, fault: arrive() };
}
