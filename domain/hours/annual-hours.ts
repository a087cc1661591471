import type { ReligionChoiceName } from '../kinds/religion-choice/record.ts';
import type { SchoolLevel } from '../kinds/school/record.ts';
import { partOf, type ReligionPolicy } from './lessons-of-pupil.ts';

/** Lesson weeks by which the annual hours are counted, whatever closures there were (D96). */
const WEEKS_PER_YEAR = 33;

/** The weekly hours of a course and what a pupil's differ by, in half units. */
export interface WeeklyHours {
  /** Of the course, with religion. */
  readonly course: number;
  readonly religion: number;
}

/** A pupil's own weekly hours: those of the course without a religion hour that is not attended (D12, D96). What a pupil has chosen beside the course is not recorded. */
export function weeklyHalfUnits(
  { course, religion }: WeeklyHours,
  choice: ReligionChoiceName | undefined,
  policy: ReligionPolicy,
): number {
  return course - (partOf(choice, policy) === undefined ? religion : 0);
}

/** The annual hours of a pupil with so many in the week, both in half units (D96). */
export function annualHalfUnits(ofWeek: number): number {
  return ofWeek * WEEKS_PER_YEAR;
}

/**
 * The most that may be missed, a quarter of the annual hours: in eighths of an hour, of which it is always a whole number (247.5 hours of
 * 990 are 1980 eighths).
 */
export function limitEighths(annual: number): number {
  return annual;
}

/** Whether somebody was absent for more than a quarter of the annual hours (D12): compared exactly, since 247.5 of 990 hours are within. */
export function isOverLimit(absent: number, annual: number): boolean {
  return 4 * absent > annual;
}

/** Whether the year is valid by hours at all: in primary school it is not (D12). */
export function hasLimit(level: SchoolLevel): boolean {
  return level !== 'primary';
}

/** At which shares of the limit coordinator and family are warned, in hundredths (D101). */
export const WARNING_LEVELS = [50, 75, 90] as const;
/** One of them. */
export type WarningLevel = (typeof WARNING_LEVELS)[number];

/** The highest level that has been reached; undefined below the first. */
export function warningLevel(absent: number, annual: number): WarningLevel | undefined {
  return WARNING_LEVELS.findLast((level) => annual > 0 && 400 * absent >= level * annual);
}

/** What the year comes to if it goes on as it has gone so far. */
export interface Projection {
  /** In half units, rounded down. */
  readonly absentHalfUnits: number;
  readonly isOverLimit: boolean;
}

/**
 * The absence of a whole year at the pace of the hours held so far (D101); undefined before the first one. What has been missed is never
 * less at the end, also where more hours were held than the year should have had.
 */
export function projected(absent: number, held: number, annual: number): Projection | undefined {
  if (held <= 0) return undefined;
  const counted = Math.min(held, annual);
  const absentHalf = counted === 0 ? absent : Math.floor((absent * annual) / counted);
  return { absentHalfUnits: absentHalf, isOverLimit: 4 * absent > counted };
}
