import type { ClassId, LocalDate, PersonId } from '../../../../domain/base/ids.ts';
import { addDays } from '../../../../domain/base/local-date.ts';
import type { RecoveryEffect } from '../../../../domain/grades/counted-grades.ts';
import { SUFFICIENT_TENTHS } from '../../../../domain/grades/standing.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { numberOfGrade } from '../../../../domain/kinds/grade/as-entry.ts';
import type { Grade, GradeValue } from '../../../../domain/kinds/grade/record.ts';
import { gradeId } from '../../../../domain/record/grade-key.ts';
import { holdsOn } from '../../../../domain/school/validity.ts';
import type { EnrolledPupil } from '../../records/pupil-records.ts';
import type { Random } from '../../random.ts';
import { instantAt } from '../../school-clock.ts';
import type { Stamp } from '../../stamp.ts';
import { inventColumns, type CoursePeriod } from './columns.ts';
import { besides, valueOf, type Abilities } from './values.ts';

/** What is known of the pupils of a school around its grades. */
export interface PupilsOfCourses {
  readonly inClass: (schoolClass: ClassId) => readonly EnrolledPupil[];
  /** Whether a pupil has the course: is in its group, attends religion. */
  readonly has: (pupil: PersonId, course: CoursePeriod) => boolean;
  readonly wasAbsent: (pupil: PersonId, day: LocalDate) => boolean;
}

/** One course in one period, with what was assessed in it. */
export interface AssessedCourse {
  readonly course: CoursePeriod;
  readonly columns: readonly Assessment[];
  readonly grades: readonly Grade[];
}

const HEARD_AT_ONCE = 3;
const EFFECTS: readonly RecoveryEffect[] = ['replaces', 'better', 'both'];
const EVENING = 1080;

/** Invents what was assessed in a course in a period, up to a day. */
export function inventCourse(
  course: CoursePeriod,
  { count, until }: { readonly count: number; readonly until: LocalDate },
  { pupils, abilities }: { readonly pupils: PupilsOfCourses; readonly abilities: Abilities },
  stamp: Stamp,
  random: Random,
): AssessedCourse {
  const columns = [...inventColumns(course, count, until, stamp, random)];
  const grades: Grade[] = [];
  const give = (column: Assessment, pupil: PersonId, value: GradeValue, changes: Partial<Grade> = {}) => {
    const grade = gradeIn(column, pupil, value, changes, until, stamp, random);
    if (grade) grades.push(grade);
  };
  for (const [number, column] of columns.entries()) {
    const here = pupils
      .inClass(column.class)
      .filter(
        ({ id, enrolments }) =>
          enrolments.some((one) => one.class === column.class && holdsOn(one, column.day)) &&
          pupils.has(id, course),
      );
    for (const [position, { id }] of here.entries()) {
      // Nobody hears a whole class on one day.
      if (column.type === 'oral' && position % HEARD_AT_ONCE !== number % HEARD_AT_ONCE) continue;
      const isAbsent = pupils.wasAbsent(id, column.day);
      if (isAbsent && column.type === 'oral') continue;
      if (isAbsent && random.chance(0.9)) {
        if (random.chance(0.7)) give(column, id, { event: 'absentAtTest' });
        continue;
      }
      const value = valueOf(column, abilities.points(id, course.subjectName, random), random);
      give(column, id, value, isAbsent ? { absentOnDay: true } : {});
    }
  }
  const recovery = count > 2 ? recoveryOf(course, columns, grades, until, stamp, random) : undefined;
  if (recovery) {
    columns.push(recovery.column);
    for (const { pupil, value, recovers } of recovery.grades)
      give(recovery.column, pupil, value, { recovers });
  }
  return { course, columns, grades };
}

/** Whoever was not sufficient in the first test that counts is heard again two weeks later (D56). */
function recoveryOf(
  { scale }: CoursePeriod,
  columns: readonly Assessment[],
  grades: readonly Grade[],
  until: LocalDate,
  stamp: Stamp,
  random: Random,
) {
  const first = columns.find(({ type, counts }) => type === 'written' && counts);
  const day = columns.find((one) => first && one.day >= addDays(first.day, 14))?.day;
  if (!first || scale !== 'tenths' || day === undefined || day >= until) return undefined;
  const effect = random.pick(EFFECTS);
  const weak = grades.flatMap((grade) => {
    const quarters = grade.assessment === first.id ? numberOfGrade(first, grade.value, undefined) : undefined;
    if (quarters === undefined || quarters >= SUFFICIENT_TENTHS || random.chance(0.3)) return [];
    const better = Math.min(SUFFICIENT_TENTHS + 4, quarters + random.integer(-1, 8));
    const recovers = { assessment: first.id, effect };
    return [{ pupil: grade.pupil, value: { quarters: Math.max(8, better) }, recovers }];
  });
  if (weak.length === 0) return undefined;
  const { test: _test, rubric: _rubric, objectives: _objectives, embargo: _embargo, ...rest } = first;
  const column: Assessment = {
    ...rest,
    ...stamp.envelope(first.teacher, instantAt(day, EVENING, random.integer(0, 59))),
    id: stamp.recordId(),
    day,
    type: 'oral',
    serial: columns.filter((one) => one.day === day && one.type === 'oral').length,
    topic: `Recupero: ${first.topic}`,
    weight: 100,
  };
  return { column, grades: weak };
}

/** The grade as its teacher enters it: of a written test some days later; undefined where that is still to come. */
function gradeIn(
  column: Assessment,
  pupil: PersonId,
  said: GradeValue,
  changes: Partial<Grade>,
  until: LocalDate,
  stamp: Stamp,
  random: Random,
): Grade | undefined {
  const { id, day, class: schoolClass, subject, scale, teacher, type } = column;
  const { reason, ...beside } = besides(random);
  const later = (type === 'written' ? 4 : 0) + (reason === undefined ? 0 : 3);
  const entered = addDays(day, later);
  if (entered >= until) return undefined;
  return {
    ...stamp.envelope(teacher, instantAt(entered, EVENING + random.integer(0, 120), random.integer(0, 59))),
    id: gradeId(id, pupil),
    kind: 'grade',
    day,
    class: schoolClass,
    subject,
    scale,
    assessment: id,
    pupil,
    value: reason === undefined ? said : { ...said, reason },
    ...beside,
    ...changes,
  };
}
