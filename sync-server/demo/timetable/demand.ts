import type { Slot } from '../plan/bells.ts';
import type { Teaching } from '../plan/staffing.ts';

/** A class to be given a timetable. */
export interface ClassDemand {
  readonly class: number;
  readonly slots: readonly Slot[];
  /** Slots whose subject is given, for example lunch, by slot position. */
  readonly fixed: ReadonlyMap<number, string>;
  readonly teachings: readonly Teaching[];
  /** A teacher who must meet the class on every day of the week. */
  readonly daily?: number;
  /** Hours a day that one teacher should not exceed in the class. */
  readonly dailyLimit: number;
}

/** One hour of a class's week. */
export interface PlacedHour {
  readonly class: number;
  readonly slot: Slot;
  readonly teaching: Teaching;
  /** The group of the class that has the hour; none where the whole class has it. */
  readonly group?: string;
}
