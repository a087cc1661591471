import type { ClassId, LocalDate } from '../../base/ids.ts';
import type { SchoolYear } from '../../kinds/school-year/record.ts';

/** The place among the periods of a year of the one that a day is in, from 0; undefined for a day in none (D2). */
export function periodIndexOn({ periods }: Pick<SchoolYear, 'periods'>, day: LocalDate): number | undefined {
  const index = periods.findIndex(({ from, to }) => from <= day && day <= to);
  return index === -1 ? undefined : index;
}

/**
 * The place of the period that a day is about: the one that it is in, else the last that has begun, so that after the last lesson it is the last one, for
 * whose meeting marks are looked at; before the first lesson the first.
 */
export function periodAbout(year: Pick<SchoolYear, 'periods'>, day: LocalDate): number {
  const begun = year.periods.findLastIndex(({ from }) => from <= day);
  return periodIndexOn(year, day) ?? Math.max(0, begun);
}

/** Whether a period is closed for what is assessed in a class: its term meeting has been opened, for the class or the whole school (D24, D28). */
export function isPeriodFrozen(
  { frozen = [] }: Pick<SchoolYear, 'frozen'>,
  schoolClass: ClassId,
  period: number,
): boolean {
  return frozen.some((one) => one.period === period && concerns(one, schoolClass));
}

/** Whether a term meeting of a class goes on, for the class or the whole school: it has been opened, and the last of its days has not gone by (D28). */
export function isMeeting(
  { frozen = [] }: Pick<SchoolYear, 'frozen'>,
  schoolClass: ClassId,
  day: LocalDate,
): boolean {
  return frozen.some(
    (one) => concerns(one, schoolClass) && (one.councilUntil === undefined || day <= one.councilUntil),
  );
}

/** Whether nothing that was assessed in a class on a day is changed any more (D24, D28). */
export function isFrozen(
  year: Pick<SchoolYear, 'periods' | 'frozen'>,
  schoolClass: ClassId,
  day: LocalDate,
): boolean {
  const period = periodIndexOn(year, day);
  return period !== undefined && isPeriodFrozen(year, schoolClass, period);
}

/** What the school holds or has held back from families of what is assessed in a class on a day, until when and since when (D76). */
export function heldBackOn(
  year: Pick<SchoolYear, 'periods' | 'heldBack'>,
  schoolClass: ClassId,
  day: LocalDate,
): NonNullable<SchoolYear['heldBack']> {
  const period = periodIndexOn(year, day);
  return (year.heldBack ?? []).filter((one) => one.period === period && concerns(one, schoolClass));
}

function concerns(one: { readonly class?: ClassId }, schoolClass: ClassId): boolean {
  return one.class === undefined || one.class === schoolClass;
}
