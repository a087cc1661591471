import type { Actor } from '../../access/actor.ts';
import type { Lesson } from '../lesson/record.ts';
import type { PlannedLesson } from './record.ts';

/** What happened in a week of a class of a school year that is over, and what whoever asks had planned for it. */
export interface PastWeek {
  readonly done: readonly Lesson[];
  readonly planned: readonly PlannedLesson[];
}

/**
 * Whether a record may be copied from a week of a year that is over: the lessons of a class that somebody reads, and their own plans.
 *
 * @param reader as whom that year is read
 */
export function isToCopy(reader: Pick<Actor, 'classes' | 'person'>, record: Lesson | PlannedLesson): boolean {
  if (!reader.classes.includes(record.class)) return false;
  return record.kind === 'lesson' || record.teacher === reader.person;
}

/** A week from its records, in any order. */
export function pastWeekOf(records: readonly (Lesson | PlannedLesson)[]): PastWeek {
  return {
    done: records.filter((record) => record.kind === 'lesson'),
    planned: records.filter((record) => record.kind === 'plannedLesson'),
  };
}
