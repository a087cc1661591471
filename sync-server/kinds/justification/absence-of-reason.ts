import type { LocalDate } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import { absenceGroups, type AbsentDay } from '../../../domain/justifications/absence-groups.ts';
import { absenceOfDay, hoursOfDay } from '../../../domain/kinds/attendance-day/attendance-mode.ts';
import { attendanceDayId } from '../../../domain/kinds/attendance-day/record.ts';
import type { Justification } from '../../../domain/kinds/justification/record.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import { classHasLessons } from '../../../domain/school/timetable-day.ts';
import { holdsOn } from '../../../domain/school/validity.ts';
import type { WriteFacts } from '../../../domain/school/write-facts.ts';
import type { Batch, FactsBatch } from '../../register/batch/batch.ts';

/** Reads the days that a family's reason is said to be for: from the last of them the days allowed are counted (D86). */
export async function readAbsence(batch: Batch, next: Justification): Promise<void> {
  const { year, policies } = batch.factsFor(next);
  const last = lastDayOf(next);
  // Where the school sets no limit nothing depends on it.
  if (last === undefined || !year || (policies.justification?.daysAllowed?.absence ?? 0) === 0) return;
  const until = last < year.lessonsTo ? last : year.lessonsTo;
  const ids = daysFrom(next.day, until).map((day) => attendanceDayId(day, next.pupil));
  await batch.preload('attendance', ids, []);
}

/** The facts around a justification, with how long the absence of its day went on: as the marks say, whatever a device has said. */
export function withAbsence(
  { current, snapshot }: FactsBatch,
  { day: first, pupil, class: schoolClass }: Justification,
  facts: WriteFacts,
): WriteFacts {
  const { year } = facts;
  if (!year) return facts;
  const classOn = (day: LocalDate) =>
    snapshot.enrolmentsOf.get(pupil)?.find((one) => holdsOn(one, day))?.class ?? schoolClass;
  const isAbsent = (day: LocalDate) => {
    const marked = current('attendance', attendanceDayId(day, pupil));
    if (marked?.kind !== 'attendanceDay') return false;
    const hours = snapshot.bellHours(marked.class, day);
    return absenceOfDay(marked.events, hoursOfDay(day, { hours, year })) !== undefined;
  };
  const absentUntil = (until: LocalDate) => {
    const days = daysFrom(first, until)
      .filter((day) => day === first || isAbsent(day))
      .map((day): AbsentDay => ({ day, state: 'toJustify' }));
    const hasLessons = (day: LocalDate) => classHasLessons(snapshot, classOn(day), day);
    return absenceGroups(days, year, hasLessons)[0]?.to ?? first;
  };
  return { ...facts, justifying: { ...facts.justifying, absentUntil } };
}

/** The last day that the reasons of a record are said to be for; undefined where each is for its own day alone. */
function lastDayOf({ day, acts }: Justification): LocalDate | undefined {
  return acts
    .flatMap(({ act, lastDay }) =>
      act === 'send' && lastDay !== undefined && lastDay > day ? [lastDay] : [],
    )
    .toSorted()
    .at(-1);
}

/** Days in their order, both ends included, of one school year at the most. */
function daysFrom(first: LocalDate, last: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = first; day <= last && startYearOf(day) === startYearOf(first); day = addDays(day, 1))
    days.push(day);
  return days;
}
