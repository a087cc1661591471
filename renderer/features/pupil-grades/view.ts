import { map, type Observable } from 'rxjs';
import type { ClassId, Instant, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { className } from '../../../domain/kinds/class/record.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import type { Grading } from '../../../domain/kinds/school/grading-policies.ts';
import { periodAbout } from '../../../domain/school/calendar.ts';
import { isPeriodFrozen } from '../../../domain/school/grading/frozen-period.ts';
import type { Register } from '../../data/register.ts';
import { classMarks, type ClassMarks } from '../../views/grades/class-marks.ts';
import type { PeriodMarks, PupilMark } from '../../views/grades/course-marks.ts';
import type { CourseOfClass } from '../../views/grades/courses-of-class.ts';
import { classListOn } from '../../views/grades/pupils-of-class.ts';

/** The marks of a pupil in one subject. */
export interface PupilCourse extends CourseOfClass {
  readonly periods: readonly PeriodMarks[];
  /** The same as the family sees it at a moment (D61). */
  readonly seenAt: (now: Instant) => readonly PeriodMarks[];
}

/** The marks of one pupil in all subjects that whoever looks may read. */
export interface PupilGrades {
  readonly person: Person;
  readonly className: string;
  readonly periods: readonly string[];
  /** The place of the period of the day, from 0. */
  readonly period: number;
  /** Of each period whether it is closed for what is assessed in it (D24). */
  readonly frozen: readonly boolean[];
  /** By name; without those that the pupil is not taught. */
  readonly courses: readonly PupilCourse[];
  readonly grading: Grading;
  /** Whether whoever looks reads the marks of the class in all subjects. */
  readonly readsAll: boolean;
  readonly isWithoutReligion: boolean;
  /** Who stands before and behind the pupil in the list of the class. */
  readonly before?: Person;
  readonly after?: Person;
  readonly nameOfClass: (schoolClass: ClassId) => string;
}

/** Whose marks are asked for, in which class, on which day. */
export interface PupilAsked {
  readonly schoolClass: ClassId;
  readonly pupil: PersonId;
  readonly day: LocalDate;
}

/** The marks of a pupil, live; undefined where whoever looks may read none of them. */
export function pupilGrades(
  register: Pick<Register, 'records' | 'identity'>,
  { schoolClass, pupil, day }: PupilAsked,
): Observable<PupilGrades | undefined> {
  return classMarks(register, { schoolClass, day, pupil }).pipe(
    map((marks) => marks && gradesOf(marks, { schoolClass, pupil, day })),
  );
}

function gradesOf(marks: ClassMarks, { schoolClass, pupil, day }: PupilAsked): PupilGrades | undefined {
  const { facts, year, grading, readsAll, isWithoutReligion } = marks;
  const person = facts.person(pupil);
  const isKnown = facts.enrolmentsOf(schoolClass).some((one) => one.pupil === pupil);
  const read = marks.coursesOf(pupil);
  if (!person || !isKnown || read.length === 0) return undefined;
  const courses = read
    .map((course) => ({
      ...course,
      periods: marks.periodsOf(pupil, course.subject.id),
      seenAt: (now: Instant) => marks.periodsOf(pupil, course.subject.id, now),
    }))
    .filter((course) => marks.isTaught(pupil, course) || course.periods.some((one) => one.marks.length > 0));
  const nameOfClass = (id: ClassId) => {
    const known = facts.schoolClass(id);
    return known ? className(known) : id;
  };
  const list = classListOn(facts, { schoolClass, day });
  const at = list.findIndex(({ id }) => id === pupil);
  const [before, after] = at < 0 ? [] : [list[at - 1], list[at + 1]];
  return {
    person,
    className: nameOfClass(schoolClass),
    periods: year.periods.map(({ name }) => name),
    period: periodAbout(year, day),
    frozen: year.periods.map((_period, index) => isPeriodFrozen(year, schoolClass, index)),
    courses,
    grading,
    readsAll,
    isWithoutReligion,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    nameOfClass,
  };
}

/** The latest marks of a pupil in all subjects, the latest first. */
export function latestMarks(
  { courses }: Pick<PupilGrades, 'courses'>,
  count: number,
): readonly { readonly course: PupilCourse; readonly mark: PupilMark }[] {
  return courses
    .flatMap((course) => course.periods.flatMap(({ marks }) => marks.map((mark) => ({ course, mark }))))
    .toSorted((a, b) => b.mark.day.localeCompare(a.mark.day))
    .slice(0, count);
}
