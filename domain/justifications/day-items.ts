import type { LocalDate, LocalTime } from '../base/ids.ts';
import { absenceOfDay } from '../kinds/attendance-day/attendance-mode.ts';
import { dayState, isShortLate } from '../kinds/attendance-day/attendance-state.ts';
import type { AttendanceEvent } from '../kinds/attendance-day/record.ts';
import type { DayItem } from '../kinds/justification/item-state.ts';
import type { AttendanceMode } from '../kinds/school-year/record.ts';
import type { SchoolPolicies } from '../kinds/school/record.ts';
import type { StandingAuthorisation } from '../kinds/standing-authorisation/record.ts';
import { expectedTimes, type ExpectedTimes } from './expected-times.ts';
import type { LessonHour } from '../school/lesson-hour.ts';
import { isAuthorised } from './authorised-times.ts';

/** What the items of a day depend on beside its events. */
export interface ItemRules {
  readonly day: LocalDate;
  /** The bell hours of the class on the day. */
  readonly hours: readonly LessonHour[];
  /** How absences are called in the school year (D102). */
  readonly mode: AttendanceMode;
  /** When the class has to be there, where it is not from the first of the bells to the last one (D9). */
  readonly expected?: ExpectedTimes;
  readonly policies: SchoolPolicies;
  /** Short late entries of the pupil in the period before this day (D103). */
  readonly shortLatesBefore?: number;
  readonly authorisations?: readonly StandingAuthorisation[];
  /** What is no absence, late entry or exit of the pupil's own making: present elsewhere, a class called late, a permit (D98, D90). */
  readonly isExcused?: (item: DayItem) => boolean;
}

/** Something of a day, and whether it has to be justified. */
export interface RequiredItem extends DayItem {
  readonly isRequired: boolean;
  /** Ritardo breve: not justified, and counted (D103). */
  readonly isShort?: boolean;
}

/**
 * What of a day may have to be justified, from its events: the absence of the whole day, else the arrival and each early exit (B.1).
 * Where absences are called by the hour the hours of absence are one thing of the day, beside whatever comings and goings it has (D102).
 */
export function itemsOfDay(events: readonly AttendanceEvent[], rules: ItemRules): readonly RequiredItem[] {
  const { day, hours, mode } = rules;
  const away = absenceOfDay(events, { day, bells: hours, mode });
  const absence = away ? [required({ item: 'absence', ...away }, rules)] : [];
  if (mode === 'daily' && away) return absence;
  const { start, end } = expectedIn(rules);
  const { arrival } = dayState(events);
  const isLate = arrival !== undefined && (start === undefined || arrival > start);
  const exits = events
    .flatMap(({ kind, time }) => (kind === 'exit' && time !== undefined ? [time] : []))
    .filter((time) => end === undefined || time < end);
  return [
    ...absence,
    ...(isLate ? [late(arrival, start, rules)] : []),
    ...[...new Set(exits)].toSorted().map((time) => required({ item: 'exit', time }, rules)),
  ];
}

/** Whether an arrival is a short late one that is not justified: one too many in the period is an ordinary one (D103). */
function late(time: LocalTime, start: LocalTime | undefined, rules: ItemRules): RequiredItem {
  const item = required({ item: 'late', time }, rules);
  if (!item.isRequired || start === undefined || !isShortLate(time, start, rules.policies)) return item;
  const most = rules.policies.shortLatesPerPeriod;
  const isOneTooMany = most !== undefined && (rules.shortLatesBefore ?? 0) >= most;
  return isOneTooMany ? item : { ...item, isRequired: false, isShort: true };
}

function required(item: DayItem, rules: ItemRules): RequiredItem {
  const { day, authorisations = [], isExcused } = rules;
  const isFree =
    isExcused?.(item) === true ||
    authorisations.some((each) => isAuthorised(item, day, expectedIn(rules), each));
  return { ...item, isRequired: !isFree };
}

function expectedIn({ hours, expected = expectedTimes(hours) }: ItemRules): ExpectedTimes {
  return expected;
}
