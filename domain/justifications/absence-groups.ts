import { must } from '../base/assert.ts';
import type { LocalDate } from '../base/ids.ts';
import { addDays, daysBetween } from '../base/local-date.ts';
import type { JustificationState } from '../kinds/justification/item-state.ts';
import type { SchoolYear } from '../kinds/school-year/record.ts';
import type { SchoolPolicies } from '../kinds/school/record.ts';
import { isLessonDay, periodOn } from '../school/calendar.ts';

/** A day of absence, and where its justification is. */
export interface AbsentDay {
  readonly day: LocalDate;
  readonly state: JustificationState;
  readonly isSplitOff?: boolean;
}

/** Absences on consecutive lesson days, which one reason justifies (D84). */
export interface AbsenceGroup {
  readonly days: readonly AbsentDay[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly state: JustificationState;
  /** What is always shown. */
  readonly lessonDays: number;
  /** First to last day inclusive, days without lessons and days that were split off included: for certificates alone. */
  readonly calendarDays: number;
}

/** Of a group: unjustified if any of its days is, sent if any is only sent, validated if all are. */
const WORST_FIRST: readonly JustificationState[] = [
  'toJustify',
  'rejected',
  'sent',
  'announced',
  'validated',
  'withoutEffect',
  'notRequired',
];

/**
 * The absences of a pupil in groups, oldest first. Days belong together where no lesson day of the class lies between them and no period
 * ends; a day that a teacher has split off is a group of its own, and the rest stays together.
 *
 * @param hasLessons the lesson days of the pupil's class, where it has other ones than the year: a closure of some classes
 */
export function absenceGroups(
  days: readonly AbsentDay[],
  year: SchoolYear,
  hasLessons: (day: LocalDate) => boolean = () => true,
): readonly AbsenceGroup[] {
  const inOrder = days.toSorted((a, b) => a.day.localeCompare(b.day));
  const runs: AbsentDay[][] = [];
  for (const absent of inOrder) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && isNext(last.day, absent.day, year, hasLessons)) run.push(absent);
    else runs.push([absent]);
  }
  return runs
    .flatMap((run) => {
      const together = run.filter(({ isSplitOff }) => isSplitOff !== true);
      const alone = run.filter(({ isSplitOff }) => isSplitOff === true);
      return [...(together.length > 0 ? [together] : []), ...alone.map((day) => [day])].map((own) =>
        groupOf(own, run),
      );
    })
    .toSorted((a, b) => a.from.localeCompare(b.from));
}

/** The state of several days together (D84). */
export function stateOfAll(days: readonly Pick<AbsentDay, 'state'>[]): JustificationState {
  return WORST_FIRST.find((state) => days.some((day) => day.state === state)) ?? 'notRequired';
}

/** Whether a group is long enough for the school to ask for a certificate: over so many calendar days (D105). */
export function needsCertificate(
  { calendarDays }: Pick<AbsenceGroup, 'calendarDays'>,
  { justification }: Pick<SchoolPolicies, 'justification'>,
): boolean {
  const over = justification?.certificateOverDays;
  return over !== undefined && calendarDays > over;
}

/** Whether a day is the next lesson day after another one, in the same period. */
function isNext(
  day: LocalDate,
  next: LocalDate,
  year: SchoolYear,
  hasLessons: (day: LocalDate) => boolean,
): boolean {
  for (let between = addDays(day, 1); between < next; between = addDays(between, 1))
    if (isLessonDay(year, between) && hasLessons(between)) return false;
  return periodOn(year, day) === periodOn(year, next);
}

function groupOf(days: readonly AbsentDay[], run: readonly AbsentDay[]): AbsenceGroup {
  const spanOf = (of: readonly AbsentDay[]) => ({ from: dayAt(of, 0), to: dayAt(of, -1) });
  const whole = spanOf(run);
  return {
    ...spanOf(days),
    days,
    state: stateOfAll(days),
    lessonDays: days.length,
    calendarDays: daysBetween(whole.from, whole.to) + 1,
  };
}

function dayAt(days: readonly AbsentDay[], index: number): LocalDate {
  return must(days.at(index), 'a day of a group').day;
}
