import type { ClassId, Instant, LocalDate } from '../../base/ids.ts';
import { addDays, dayOfInstant } from '../../base/local-date.ts';
import { startYearOfClass } from '../../kinds/class/record.ts';
import type { Enrolment } from '../../kinds/enrolment/record.ts';
import type { SchoolYear } from '../../kinds/school-year/record.ts';
import type { DaySpan, MeetingDays } from '../../record/said/meeting-days.ts';
import { isPeriodFrozen } from '../grading/frozen-period.ts';
import { isYearClosed } from './closed-year.ts';

/** What says which periods are closed. */
export interface ClosedPeriods {
  /** The periods that are closed for the record's class, or for its pupil; absent where nobody can say: then the server decides. */
  readonly closedPeriods?: () => readonly DaySpan[];
}

/** Of an entry about one day: that day, once it is over. */
export function ofItsDay({ day }: { readonly day: LocalDate }): MeetingDays {
  return { from: day, to: day };
}

/**
 * Whether what an entry says was before the term meeting of its period (D104): events, hours and justifications are closed once the meeting has been opened, until the
 * office opens the period again. It is judged when the entry arrives, whenever it was made, as grades are (D24): a meeting decides on what it has seen.
 */
export function isClosedByMeeting(
  { from, to, whileRunning }: MeetingDays,
  { closedPeriods }: ClosedPeriods,
  now: Instant,
): boolean {
  const yesterday = addDays(dayOfInstant(now), -1);
  const last = whileRunning === true || to < yesterday ? to : yesterday;
  // The usual case: nothing is asked of a day that lasts.
  if (last < from) return false;
  return closedPeriods?.().some((period) => from <= period.to && period.from <= last) ?? false;
}

/** Why nothing of the lessons and the roll of a class is written on a day any more, whoever asks: its year is closed (D198), or its period (D104). */
export function closedDayFault(
  day: LocalDate,
  { year, closedPeriods }: ClosedPeriods & { readonly year: SchoolYear | null },
  now: Instant,
): 'yearClosed' | 'periodClosed' | undefined {
  if (isYearClosed(year, now)) return 'yearClosed';
  const periods = closedPeriods === undefined ? {} : { closedPeriods };
  return isClosedByMeeting(ofItsDay({ day }), periods, now) ? 'periodClosed' : undefined;
}

/**
 * The periods of a year that are closed for a class; for one of its pupils, where they are given, those of the class in which the pupil is assessed (D104): the one of
 * the end of the period, also where the day was in a class that the pupil has left since.
 */
export function closedPeriodsOf(
  year: Pick<SchoolYear, 'periods' | 'frozen' | 'startYear'> | null,
  schoolClass: ClassId,
  enrolments: readonly Pick<Enrolment, 'class' | 'from'>[] = [],
): readonly DaySpan[] {
  if (year?.frozen === undefined) return [];
  const ofYear = enrolments
    .filter((one) => startYearOfClass(one.class) === year.startYear)
    .toSorted((a, b) => a.from.localeCompare(b.from));
  return year.periods.filter(({ to }, index) => {
    const assessedIn = ofYear.findLast(({ from }) => from <= to)?.class ?? schoolClass;
    return isPeriodFrozen(year, assessedIn, index);
  });
}
