import type { Lesson } from '../lesson/record.ts';
import type { PlannedLesson } from './record.ts';

/** What happened in a week of a class of a school year that is over, and what whoever asks had planned for it. */
export interface PastWeek {
  readonly done: readonly Lesson[];
  readonly planned: readonly PlannedLesson[];
}

/** A week from its records, in any order. */
export function pastWeekOf(records: readonly (Lesson | PlannedLesson)[]): PastWeek {
  return {
    done: records.filter((record) => record.kind === 'lesson'),
    planned: records.filter((record) => record.kind === 'plannedLesson'),
  };
}
