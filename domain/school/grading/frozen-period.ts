import type { ClassId, LocalDate } from '../../base/ids.ts';
import type { SchoolYear } from '../../kinds/school-year/record.ts';
import { periodIndexOn } from '../calendar.ts';

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

/** Whether what is said of one class, or of all where it names none, is so of a class. */
export function concerns(one: { readonly class?: ClassId }, schoolClass: ClassId): boolean {
  return one.class === undefined || one.class === schoolClass;
}
