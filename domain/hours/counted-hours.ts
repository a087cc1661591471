import type { Derogation } from '../kinds/derogation/record.ts';
import type { HoursTerm } from './hours-of-absence.ts';

/** Where the hours come from that are held against the limit, each in half units (D97). */
export interface HoursBySource {
  /**
   * In the class of today, of every period of the year: those of a period whose meeting was opened are closed with it (D104), so that they stand as the meeting has seen
   * them and need not be kept beside the others.
   */
  readonly thisClass: number;
  /** In classes that the pupil has left. */
  readonly otherClasses: number;
  /** Declared by the school that the pupil came from. */
  readonly otherSchool: number;
  /** Declared of time in which others taught the pupil: in hospital or at home, in placements and other activities. */
  readonly activities: number;
}

/** The days, or the number of hours, for which absences are set aside (D100). */
export type SetAside = Pick<Derogation, 'from' | 'to' | 'halfUnits'>;

/** What is held against the limit, and how it comes about. */
export interface CountedHours {
  readonly sources: HoursBySource;
  /** The sum of the sources. */
  readonly absentHalfUnits: number;
  /** What is set aside: never more than was missed. */
  readonly derogatedHalfUnits: number;
  /** What is left. */
  readonly countedHalfUnits: number;
}

/**
 * The hours held against the limit (D97, D100).
 *
 * @param terms the hours that derogations by dates are about, of all sources of which single hours are known; an hour that two derogations
 * name is set aside once
 */
export function countedHours(
  sources: HoursBySource,
  derogations: readonly SetAside[],
  terms: readonly HoursTerm[],
): CountedHours {
  const { thisClass, otherClasses, otherSchool, activities } = sources;
  const absentHalfUnits = thisClass + otherClasses + otherSchool + activities;
  const derogated = byDates(derogations, terms) + byHours(derogations);
  const derogatedHalfUnits = Math.min(derogated, absentHalfUnits);
  return {
    sources,
    absentHalfUnits,
    derogatedHalfUnits,
    countedHalfUnits: absentHalfUnits - derogatedHalfUnits,
  };
}

function byDates(derogations: readonly SetAside[], terms: readonly HoursTerm[]): number {
  return terms
    .filter(({ day }) =>
      derogations.some(({ from, to }) => from !== undefined && to !== undefined && from <= day && day <= to),
    )
    .reduce((sum, term) => sum + term.absentHalfUnits, 0);
}

function byHours(derogations: readonly SetAside[]): number {
  return derogations.reduce((sum, { halfUnits = 0 }) => sum + halfUnits, 0);
}
