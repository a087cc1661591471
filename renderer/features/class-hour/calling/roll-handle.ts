import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { DoneAct } from '../../../hosts/class-acts/class-act.ts';
import type { AsPressed } from '../undo/as-pressed.ts';

/** What came of confirming the roll of one class. */
export type Confirmed = 'now' | 'before' | 'failed' | { readonly whyNot: string };

/** One of the rolls that are called together. */
export interface RollHandle {
  /** Gives a pupil the focus: the one at a place of the list, the last one where it is shorter, or who had it last. */
  focus(index?: number): void;
  /** Goes to a pupil without taking the focus. */
  choose(index: number): void;
  confirm(): Promise<Confirmed>;
  /** Remembers and says an act that was done about its pupils, and those of the other rolls too. */
  note(done: DoneAct): void;
  /** When what an undo takes back here was done, after all that is less; undefined where there is nothing. */
  lastStep(): number | undefined;
  /** Takes back the last mark of this roll, and says so. */
  undo(): Promise<void>;
}

/** What a roll that is called with others leaves to what holds them together. */
export interface AmongRolls {
  /** It takes the focus when the class opens. */
  readonly isFirst: boolean;
  readonly onConfirm: () => void;
  /** Takes back what was done last in any of them. */
  readonly onUndo: () => void;
  /** Marks of all rolls in the order in which they were pressed. */
  readonly acts: AsPressed;
  readonly onSearch: () => void;
  /** The hours of the classes that one keeps: what is asked of a pupil here can be said of theirs too. */
  readonly kept: readonly HourPlace[];
  /** A key leads over the edge of the list. */
  readonly onBeyond: (key: string, index: number) => void;
}
