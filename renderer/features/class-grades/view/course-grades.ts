import { combineLatest, distinctUntilChanged, map, of, switchMap, type Observable } from 'rxjs';
import { shallow } from 'zustand/shallow';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../../domain/base/local-date.ts';
import type { GradeScale } from '../../../../domain/grades/scales.ts';
import { byDay } from '../../../../domain/grades/serials.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import type { AttendanceDay } from '../../../../domain/kinds/attendance-day/record.ts';
import type { EarlierGrade } from '../../../../domain/kinds/earlier-grade/record.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import type { Person } from '../../../../domain/kinds/person/record.ts';
import { gradingOf, type Grading } from '../../../../domain/kinds/school/grading-policies.ts';
import type { Proposal } from '../../../../domain/kinds/proposal/record.ts';
import type { Period, SchoolYear } from '../../../../domain/kinds/school-year/record.ts';
import type { Subject } from '../../../../domain/kinds/subject/record.ts';
import { periodAbout } from '../../../../domain/school/calendar.ts';
import { scaleOfSubject } from '../../../../domain/school/grading/scale-of-subject.ts';
import { minutes } from '../../../data/minutes.ts';
import type { Register } from '../../../data/register.ts';
import type { SchoolFacts } from '../../../data/school/school-facts.ts';
import { absentDays, type AbsentDays } from '../../../views/grades/absent-days.ts';
import { courseLock, type CourseLock } from '../../../views/grades/course-lock.ts';
import { keptParts } from '../../../views/grades/kept-parts.ts';
import { broughtInto, markRecords } from '../../../views/grades/mark-records.ts';
import { keptVersions } from '../../../views/grades/same-versions.ts';
import type { CourseAsked } from './course-asked.ts';
import {
  createCourseColumns,
  withdrawnColumns,
  type CourseColumn,
  type WithdrawnColumn,
} from './course-columns.ts';
import { coursePupils, createAssessedIn } from './course-pupils.ts';
import { createCourseRows, type PupilGrades } from './course-rows.ts';

/** The grades of one subject of a class in one period. */
export interface CourseGrades {
  readonly asked: CourseAsked;
  readonly subject: Subject;
  readonly scale: GradeScale;
  readonly policies: Grading;
  readonly period: Period;
  /** Those before it, in their order. */
  readonly before: readonly Period[];
  readonly lock: CourseLock | undefined;
  /** The assessments that stand, in the order of their days (D47). */
  readonly columns: readonly CourseColumn[];
  /** Those of the period that were given up, in the order of their days. */
  readonly withdrawn: readonly WithdrawnColumn[];
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
  const { schoolClass, subject } = asked;
  const today$ = minutes(now).pipe(map(dayOfInstant), distinctUntilChanged());
  const rowsOf = createCourseRows();
  const columnsOf = createCourseColumns();
  const writersIn = keptParts(writersOf);
  const assessedIn = createAssessedIn();
  const absentOf = keptParts(absencesIn);
  return combineLatest([
    records.facts$,
    markRecords(register, asked),
    records
      .find('proposal', { class: schoolClass, subject })
      .pipe(map(keptVersions<Proposal>()), distinctUntilChanged()),
    attendanceOf(register, asked),
    today$,
  ]).pipe(
    map(([facts, stored, proposals, attendance, today]) => {
      const frame = frameOf(facts, asked, now);
      if (!frame) return undefined;
      const { year, ...shown } = frame;
      const recorded = { ...stored, earlier: broughtInto(facts, schoolClass, stored.earlier) };
      const isShown = ({ day }: Pick<Assessment, 'day'>) => periodAbout(year, day) === asked.period;
      const shownHere = recorded.assessments.filter(isShown).toSorted(byDay);
      const columns = shownHere.filter(({ cancelled }) => cancelled === undefined);
      const days = new Set(columns.map(({ day }) => day));
      const marked = new Set([...recorded.grades, ...recorded.earlier].map(({ pupil }) => pupil));
      const pupils = rowsOf({
        asked,
        rules: { scale: shown.scale, year, grading: shown.policies },
        recorded,
        proposals,
        writerOf: writersIn('writers', { facts }),
        columns,
        pupils: coursePupils(facts, asked, shown.period, marked),
        assessedIn: assessedIn(facts, asked),
        absent: absentOf('days', { facts, schoolClass, subject, attendance, days }),
        today,
      });
      return {
        ...shown,
        asked,
        columns: columnsOf(facts, asked, columns, pupils),
        withdrawn: withdrawnColumns(facts, shownHere),
        pupils,
        earlier: recorded.earlier.filter(isShown),
      };
    }),
  );
}

/** Who wrote a grade last, where that is a colleague. */
function writersOf({ facts }: { readonly facts: SchoolFacts }): (grade: Grade) => Person | undefined {
  return ({ author }) => (author === facts.me ? undefined : facts.person(author));
}

interface AbsenceParts extends Pick<CourseAsked, 'schoolClass' | 'subject'> {
  readonly facts: SchoolFacts;
  readonly attendance: readonly AttendanceDay[];
  readonly days: ReadonlySet<LocalDate>;
}

function absencesIn({ facts, attendance, days, ...course }: AbsenceParts): AbsentDays {
  return absentDays(facts, course, attendance, days);
}

/** The attendance of the class in the period, for the shade of who was absent. */
function attendanceOf(
  { records }: Pick<Register, 'records'>,
  { schoolClass, day, period }: CourseAsked,
): Observable<readonly AttendanceDay[]> {
  return records.facts$.pipe(
    map((facts) => facts.yearOn(day)?.periods[period]),
    map((span) => span && { from: span.from, to: span.to }),
    distinctUntilChanged(shallow),
    switchMap((span) => (span ? records.find('attendanceDay', { class: schoolClass, day: span }) : of([]))),
  );
}

interface Frame extends Pick<CourseGrades, 'subject' | 'scale' | 'policies' | 'period' | 'before' | 'lock'> {
  readonly year: SchoolYear;
}

function frameOf(facts: SchoolFacts, asked: CourseAsked, now: Register['now']): Frame | undefined {
  const { schoolClass, subject: id, day } = asked;
  const year = facts.yearOn(day);
  const subject = facts.subject(id);
  const period = year?.periods[asked.period];
  const scale = scaleOfSubject(facts.view, schoolClass, id);
  if (!year || !subject || !period || scale === undefined) return undefined;
  return {
    year,
    subject,
    scale,
    policies: gradingOf(facts.school?.policies.grading),
    period,
    before: year.periods.slice(0, asked.period),
    lock: courseLock(facts, now(), { of: asked, day, period: asked.period }),
  };
}
