import { equalJson } from '../../base/canonical-json.ts';
import type { LocalDate } from '../../base/ids.ts';
import { addDays, daysBetween, timeToMinutes } from '../../base/local-date.ts';
import { startYearOf } from '../../school/calendar.ts';
import { lastDayOfYear } from '../../school/class-of-pupil.ts';
import type { LessonHour } from '../../school/lesson-hour.ts';
import { WHOLE_DAY, type MinuteSpan } from '../../school/minute-span.ts';
import type { PresenceElsewhere } from './record.ts';

/** When on a day a pupil is elsewhere; undefined on a day of which the record says nothing. */
export function elsewhereOn(
  {
    day: first,
    lastDay = first,
    during,
    withdrawn,
  }: Pick<PresenceElsewhere, 'day' | 'lastDay' | 'during' | 'withdrawn'>,
  day: LocalDate,
  bells: readonly LessonHour[],
): MinuteSpan | undefined {
  if (withdrawn === true || day < first || day > lastDay) return undefined;
  const { fromHour, start, end } = during;
  if (start !== undefined && end !== undefined) return { from: timeToMinutes(start), to: timeToMinutes(end) };
  if (fromHour === undefined) return WHOLE_DAY;
  // An hour that this day's bells do not have: the first one after it.
  const bell = bells.find(({ hour }) => hour >= fromHour);
  return bell && { ...WHOLE_DAY, from: timeToMinutes(bell.start) };
}

/** The days that a record is about, the last one included; none after its school year, whatever it says. */
export function daysElsewhere({
  day: first,
  lastDay = first,
}: Pick<PresenceElsewhere, 'day' | 'lastDay'>): readonly LocalDate[] {
  const ofYear = lastDayOfYear(startYearOf(first));
  const length = daysBetween(first, lastDay < ofYear ? lastDay : ofYear) + 1;
  return Array.from({ length: Math.max(0, length) }, (_, offset) => addDays(first, offset));
}

/** Of what a record changes, the first day that is another one than before; undefined where all are as they were (D107). */
export function firstChangedDay(
  before: PresenceElsewhere | null,
  after: PresenceElsewhere,
): LocalDate | undefined {
  if (!before || !equalJson(saidOf(before), saidOf(after))) return after.day;
  const [was = before.day, is = after.day] = [before.lastDay, after.lastDay];
  if (was === is || after.withdrawn === true) return undefined;
  return addDays(was < is ? was : is, 1);
}

/** Of what a record changes, the days from the first that is another one than before to the last; undefined where all are as they were (D104). */
export function changedDays(
  before: PresenceElsewhere | null,
  after: PresenceElsewhere,
): { readonly from: LocalDate; readonly to: LocalDate } | undefined {
  const from = firstChangedDay(before, after);
  if (from === undefined) return undefined;
  const [was = after.day, is = after.day] = [before?.lastDay, after.lastDay];
  return { from, to: was < is ? is : was };
}

/** What a record says of each of its days. */
function saidOf({ elsewhereType, during, whereabouts, withdrawn = false }: PresenceElsewhere) {
  return { elsewhereType, during, whereabouts, withdrawn };
}

/** A fault of what a record says of its days, and the field in which it is. */
export interface ElsewhereFault {
  readonly reason: 'invalid' | 'beyondYear';
  readonly path: 'lastDay' | 'during';
}

/** Checks that days and clock times run forward and stay in one school year, and that the part of the day is said in one way. */
export function elsewhereFault({
  day,
  lastDay = day,
  during,
}: Pick<PresenceElsewhere, 'day' | 'lastDay' | 'during'>): ElsewhereFault | undefined {
  const { fromHour, start, end } = during;
  if (lastDay < day) return { reason: 'invalid', path: 'lastDay' };
  if (lastDay > lastDayOfYear(startYearOf(day))) return { reason: 'beyondYear', path: 'lastDay' };
  if (start === undefined && end === undefined) return undefined;
  const isInterval = start !== undefined && end !== undefined && start < end;
  return isInterval && fromHour === undefined ? undefined : { reason: 'invalid', path: 'during' };
}
