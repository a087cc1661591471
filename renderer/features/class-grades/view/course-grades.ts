import { combineLatest, distinctUntilChanged, map, of, switchMap, type Observable } from 'rxjs';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../../domain/base/local-date.ts';
import { DEFAULT_GRADE_RULES, type GradeRules } from '../../../../domain/grades/notation.ts';
import type { GradeScale } from '../../../../domain/grades/scales.ts';
import { byDay } from '../../../../domain/grades/serials.ts';
import type { AttendanceDay } from '../../../../domain/kinds/attendance-day/record.ts';
import type { EarlierGrade } from '../../../../domain/kinds/earlier-grade/record.ts';
import type { GradingPolicies } from '../../../../domain/kinds/school/grading-policies.ts';
import type { Period, SchoolYear } from '../../../../domain/kinds/school-year/record.ts';
import type { Subject } from '../../../../domain/kinds/subject/record.ts';
import { isPeriodFrozen } from '../../../../domain/school/grading/frozen-period.ts';
import { scaleOfSubject } from '../../../../domain/school/grading/scale-of-subject.ts';
import { isYearClosed } from '../../../../domain/school/limits/closed-year.ts';
import { minutes } from '../../../data/minutes.ts';
import type { Register } from '../../../data/register.ts';
import type { SchoolFacts } from '../../../data/school/school-facts.ts';
import { courseColumns, type CourseColumn } from './course-columns.ts';
import { createCourseRows, type PupilGrades } from './course-rows.ts';
import { coursePupils, type CoursePupil } from './course-pupils.ts';
import { absentDays } from './absent-days.ts';
import { courseRecords, type CourseAsked, type CourseRecords } from './course-records.ts';

/** Why nothing of a period of a course is written: the year or the period is closed, or the subject is not mine. */
export type CourseLock = 'yearClosed' | 'periodClosed' | 'notMine';

/** The grades of one subject of a class in one period. */
export interface CourseGrades {
  readonly asked: CourseAsked;
  readonly subject: Subject;
  readonly scale: GradeScale;
  readonly policies: GradingPolicies;
  /** What may be typed there (D50, D51). */
  readonly rules: GradeRules;
  readonly period: Period;
  /** Those before it, in their order. */
  readonly before: readonly Period[];
  readonly lock: CourseLock | undefined;
  /** The assessments that stand, in the order of their days (D47). */
  readonly columns: readonly CourseColumn[];
  /** In the order of the roll. */
  readonly pupils: readonly PupilGrades[];
  /** Grades of the class before, of pupils that have come from it, of this period (D81). */
  readonly earlier: readonly EarlierGrade[];
}

/**
 * The grades of a course, live; undefined while class, subject or year are not known. One grade that changes is reckoned anew for its pupil: the others
 * stay the same objects.
 */
export function courseGrades(
  register: Pick<Register, 'records' | 'now'>,
  asked: CourseAsked,
): Observable<CourseGrades | undefined> {
  const { records, now } = register;
  const today$ = minutes(now).pipe(map(dayOfInstant), distinctUntilChanged());
  const rowsOf = createCourseRows();
  return combineLatest([
    records.facts$,
    courseRecords(register, asked),
    attendanceOf(register, asked),
    today$,
  ]).pipe(
    map(([facts, recorded, attendance, today]) => {
      const frame = frameOf(facts, asked, now);
      if (!frame) return undefined;
      const { year, period } = frame;
      const ofPeriod = recorded.assessments.filter(({ day }) => isIn(period, day)).toSorted(byDay);
      const standing = ofPeriod.filter(({ cancelled }) => cancelled === undefined);
      const pupils = pupilsOf(facts, asked, period, recorded);
      const columns = courseColumns(facts, asked, standing);
      const rows = rowsOf({
        year,
        asked,
        policies: frame.policies,
        scale: frame.scale,
        recorded: { ...recorded, assessments: recorded.assessments.toSorted(byDay) },
        columns: standing,
        pupils,
        absent: absentDays(facts, asked, attendance, new Set(standing.map(({ day }) => day))),
        today,
      });
      const { year: _year, ...shown } = frame;
      return {
        ...shown,
        asked,
        columns: columns(rows),
        pupils: rows,
        earlier: recorded.earlier.filter(({ day }) => isIn(period, day)),
      };
    }),
  );
}

/** The attendance of the class in the period, for the shade of who was absent. */
function attendanceOf(
  { records }: Pick<Register, 'records'>,
  { schoolClass, day, period }: CourseAsked,
): Observable<readonly AttendanceDay[]> {
  return records.facts$.pipe(
    map((facts) => facts.yearOn(day)?.periods[period]),
    distinctUntilChanged((a, b) => a?.from === b?.from && a?.to === b?.to),
    switchMap((span) =>
      span
        ? records.find('attendanceDay', { class: schoolClass, day: { from: span.from, to: span.to } })
        : of([]),
    ),
  );
}

interface Frame extends Pick<
  CourseGrades,
  'subject' | 'scale' | 'policies' | 'rules' | 'period' | 'before' | 'lock'
> {
  readonly year: SchoolYear;
}

function frameOf(facts: SchoolFacts, asked: CourseAsked, now: Register['now']): Frame | undefined {
  const { schoolClass, subject: id, day } = asked;
  const year = facts.yearOn(day);
  const subject = facts.subject(id);
  const period = year?.periods[asked.period];
  const scale = scaleOfSubject(facts.view, schoolClass, id);
  if (!year || !subject || !period || scale === undefined) return undefined;
  const policies = facts.school?.policies.grading ?? {};
  const lock = lockOf(facts, asked, year, now);
  return {
    year,
    subject,
    scale,
    policies,
    rules: { ...DEFAULT_GRADE_RULES, ...policies },
    period,
    before: year.periods.slice(0, asked.period),
    lock,
  };
}

function lockOf(
  facts: SchoolFacts,
  { schoolClass, subject, day, period }: CourseAsked,
  year: SchoolYear,
  now: Register['now'],
): CourseLock | undefined {
  if (isYearClosed(year, now())) return 'yearClosed';
  const isMine = facts.myCourses(schoolClass, day).some(({ id }) => id === subject);
  if (!isMine) return 'notMine';
  return isPeriodFrozen(year, schoolClass, period) ? 'periodClosed' : undefined;
}

function pupilsOf(
  facts: SchoolFacts,
  asked: CourseAsked,
  period: Period,
  { grades, earlier }: CourseRecords,
): readonly CoursePupil[] {
  return coursePupils(facts, asked, period, new Set([...grades, ...earlier].map(({ pupil }) => pupil)));
}

function isIn({ from, to }: Period, day: LocalDate): boolean {
  return from <= day && day <= to;
}
