import { combineLatest, map, type Observable } from 'rxjs';
import type { ClassId, Instant, LocalDate, PersonId, SubjectId } from '../../../domain/base/ids.ts';
import { addDays, dayOfInstant } from '../../../domain/base/local-date.ts';
import { className } from '../../../domain/kinds/class/record.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { EarlierGrade } from '../../../domain/kinds/earlier-grade/record.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import { isOfSubject } from '../../../domain/kinds/lesson/of-subject.ts';
import { compareByName, type Person } from '../../../domain/kinds/person/record.ts';
import type { GradingPolicies } from '../../../domain/kinds/school/grading-policies.ts';
import { isSameTopic } from '../../../domain/kinds/syllabus/done-topics.ts';
import { assessingDayFault } from '../../../domain/school/assessing/may-assess.ts';
import { periodIndexOn } from '../../../domain/school/calendar.ts';
import type { Register } from '../../data/register.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import type { Course } from '../../kinds/assessment/commands.ts';
import { keptGrades } from '../../kinds/assessment/kept-grades.ts';
import { absentDays } from '../../views/grades/absent-days.ts';
import { courseLock, type CourseLock } from '../../views/grades/course-lock.ts';
import { broughtInto } from '../../views/grades/mark-records.ts';

/** What the dialogs of a gradebook ask of a course. */
export interface CourseGrades {
  readonly facts: SchoolFacts;
  readonly now: Instant;
  readonly today: LocalDate;
  readonly className: string;
  readonly subjectName: string;
  readonly assessments: readonly Assessment[];
  readonly grades: readonly Grade[];
  /** What pupils have brought along from the class before (D81). */
  readonly earlier: readonly EarlierGrade[];
  readonly grading: GradingPolicies | undefined;
  /** What a dialog is about has left this device: all this is what was known last. */
  readonly isGone?: boolean;
}

/** The columns and grades of a course, live; undefined where its class or subject is not known here. */
export function courseGrades(
  { records, now }: Pick<Register, 'records' | 'now'>,
  schoolClass: ClassId,
  subject: SubjectId,
): Observable<CourseGrades | undefined> {
  const course = { class: schoolClass, subject };
  return combineLatest([
    records.facts$,
    records.find('assessment', course),
    records.find('grade', course),
    records.find('earlierGrade', course),
  ]).pipe(
    map(([facts, assessments, grades, earlier]) => {
      const known = facts.schoolClass(schoolClass);
      const at = now();
      const named = facts.subject(subject);
      return known && named
        ? {
            facts,
            now: at,
            today: dayOfInstant(at),
            className: className(known),
            subjectName: named.name,
            assessments,
            grades,
            earlier: broughtInto(facts, schoolClass, earlier),
            grading: facts.school?.policies.grading,
          }
        : undefined;
    }),
  );
}

/** How far back topics are offered. */
const DAYS_OF_TOPICS = 30;

/** What a test of a course may be about: the topics of its lessons of the day, then those of the month before, the latest first. */
export function topicsUpTo(
  { records }: Pick<Register, 'records'>,
  schoolClass: ClassId,
  subject: SubjectId,
  day: LocalDate,
): Observable<readonly string[]> {
  const days = { from: addDays(day, -DAYS_OF_TOPICS), to: day };
  return records.find('lesson', { class: schoolClass, day: days }).pipe(
    map((lessons) =>
      lessons
        .filter((lesson) => lesson.topic !== '' && isOfSubject(lesson, subject))
        .toSorted((a, b) => b.day.localeCompare(a.day) || b.hour - a.hour)
        .map(({ topic }) => topic)
        .filter((topic, at, all) => all.findIndex((other) => isSameTopic(other, topic)) === at),
    ),
  );
}

/** Who is absent from a course on a day (D49), live. */
export function absentOn(
  { records }: Pick<Register, 'records'>,
  schoolClass: ClassId,
  subject: SubjectId,
  day: LocalDate,
): Observable<ReadonlySet<PersonId>> {
  const ofDay = { class: schoolClass, day: { from: day, to: day } };
  return combineLatest([records.facts$, records.find('attendanceDay', ofDay)]).pipe(
    map(
      ([facts, days]) =>
        absentDays(facts, { schoolClass, subject }, days, new Set([day])).get(day) ?? new Set(),
    ),
  );
}

/** What the school knows, and when it is asked. */
type Moment = Pick<CourseGrades, 'facts' | 'now' | 'today'>;

/** What is wrong with assessing something of a class on a day (D24); undefined where nothing is. */
export function faultOfDay({ facts, now }: Moment, schoolClass: ClassId, day: LocalDate) {
  return assessingDayFault(facts.yearOn(day), { class: schoolClass, day }, now);
}

/** How far back the last day of lessons is looked for. */
const MOST_DAYS_WITHOUT_LESSONS = 100;

/** The day of a new test where nobody says another: today, or the last day before it on which there are lessons. */
export function usualDay(shown: Moment, { schoolClass }: Course): LocalDate {
  for (let back = 0; back < MOST_DAYS_WITHOUT_LESSONS; back += 1) {
    const day = addDays(shown.today, -back);
    if (faultOfDay(shown, schoolClass, day) === undefined) return day;
  }
  return shown.today;
}

/** Why a column with its grades cannot go to a day, and whose grades keep it. */
export interface KeptColumn {
  readonly why: 'notThere' | 'breaksRecovery';
  readonly pupils: readonly Person[];
}

/** Pupils with a grade in a column who are not in its class or its group on another day, else those of whom a recovery would be none (D48, D56, D204); undefined where it can go there. */
export function whyKept(
  shown: Pick<CourseGrades, 'facts' | 'assessments' | 'grades' | 'earlier'>,
  column: Assessment,
  day: LocalDate,
): KeptColumn | undefined {
  const kept = keptGrades(shown, column, day);
  const absent = kept.filter(({ reason }) => reason !== 'breaksRecovery');
  const [why, named] =
    absent.length > 0 ? (['notThere', absent] as const) : (['breaksRecovery', kept] as const);
  const pupils = named.flatMap(({ pupil }) => shown.facts.person(pupil) ?? []).toSorted(compareByName);
  return kept.length === 0 ? undefined : { why, pupils };
}

/** Why nothing of a column is changed by whoever looks at it: it has left this device, nothing of its course is written on its day, or it was given up. */
export function whyNotWritten(
  { facts, now, isGone = false }: Pick<CourseGrades, 'facts' | 'now' | 'isGone'>,
  { class: schoolClass, subject, day, cancelled }: Assessment,
): CourseLock | 'cancelled' | 'gone' | undefined {
  if (isGone) return 'gone';
  const year = facts.yearOn(day);
  const period = year && periodIndexOn(year, day);
  const lock = courseLock(facts, now, { of: { schoolClass, subject }, day, period });
  return lock ?? (cancelled ? 'cancelled' : undefined);
}

/** The groups of a class of which a teacher may make a test in a subject on a day: their own, or all of them where the whole class is theirs (D204). */
export function groupsFor(
  { view, writeFacts }: Pick<SchoolFacts, 'view' | 'writeFacts'>,
  {
    class: schoolClass,
    day,
    ...of
  }: {
    readonly class: ClassId;
    readonly subject: SubjectId;
    readonly teacher: PersonId;
    readonly day: LocalDate;
  },
) {
  const { assessesGroup } = writeFacts(schoolClass, day);
  return view.groupsOf(schoolClass).filter(({ code }) => assessesGroup?.(code, of) !== false);
}

/** Whoever has one group of the class and nothing else assesses that one. */
export function ownGroup({ facts, today }: CourseGrades, { schoolClass, subject }: Course) {
  const mine = facts.myAssignments(schoolClass, today).filter((one) => one.subject === subject);
  const [only, ...others] = new Set(mine.map(({ group }) => group));
  return others.length === 0 && only !== undefined ? { group: only } : {};
}
