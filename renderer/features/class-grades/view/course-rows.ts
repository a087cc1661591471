import { groupBy } from '../../../../domain/base/group-by.ts';
import type { LocalDate, PersonId } from '../../../../domain/base/ids.ts';
import type { Fraction } from '../../../../domain/grades/fraction.ts';
import type { GradeEntry } from '../../../../domain/grades/counted-grades.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { earlierAsEntry } from '../../../../domain/kinds/earlier-grade/as-entry.ts';
import type { EarlierGrade } from '../../../../domain/kinds/earlier-grade/record.ts';
import { toGradeEntry } from '../../../../domain/kinds/grade/as-entry.ts';
import { gradeId, type Grade } from '../../../../domain/kinds/grade/record.ts';
import type { Proposed } from '../../../../domain/kinds/proposal/record.ts';
import type { GradeScale } from '../../../../domain/grades/scales.ts';
import type { GradingPolicies } from '../../../../domain/kinds/school/grading-policies.ts';
import type { SchoolYear } from '../../../../domain/kinds/school-year/record.ts';
import { embargoesOn, periodAbout } from '../../../../domain/school/grading/frozen-period.ts';
import type { AbsentDays } from './absent-days.ts';
import { courseCell, type CourseCell } from './course-cell.ts';
import type { CourseAsked, CourseRecords } from './course-records.ts';
import type { CoursePupil } from './course-pupils.ts';
import { keptParts } from './kept-parts.ts';
import { pupilStanding, type PupilStanding } from './pupil-standing.ts';

/** How a pupil stood in a period that is over: the average, and what was proposed of it (D60, D73). */
export interface EarlierPeriod {
  readonly average: Fraction | undefined;
  readonly proposed: Proposed | undefined;
}

/** A pupil’s row of a course: the same object until something of it changes. */
export interface PupilGrades extends CoursePupil {
  /** By the identifiers of the assessments. */
  readonly cells: ReadonlyMap<string, CourseCell>;
  readonly standing: PupilStanding;
  /** The periods before, in their order. */
  readonly before: readonly EarlierPeriod[];
}

/** What rows are made of. */
interface RowsOf {
  readonly year: SchoolYear;
  readonly asked: CourseAsked;
  readonly policies: GradingPolicies;
  /** In which scale the course is assessed: words have no averages, and nobody lacks numbers in them (D66). */
  readonly scale: GradeScale;
  /** Of the whole year; the assessments in the order of their days. */
  readonly recorded: CourseRecords;
  /** The assessments of the period that stand. */
  readonly columns: readonly Assessment[];
  readonly pupils: readonly CoursePupil[];
  readonly absent: AbsentDays;
  readonly today: LocalDate;
}

/** Makes the rows of a course, and keeps those of which nothing has changed. */
export function createCourseRows(): (of: RowsOf) => readonly PupilGrades[] {
  const standings = keptParts<PupilStanding>();
  const cells = keptParts<CourseCell>();
  const rows = keptParts<PupilGrades>();
  const assessed = keptParts<readonly (readonly Assessment[])[]>();

  return ({ year, asked, policies, scale, recorded, columns, pupils, absent, today }) => {
    const gradesOf = groupBy(recorded.grades, ({ pupil }) => pupil);
    const earlierOf = groupBy(recorded.earlier, ({ pupil }) => pupil);
    const byPeriod = assessed.of('all', [year, ...recorded.assessments], () =>
      year.periods.map((_period, index) =>
        recorded.assessments.filter(({ day }) => periodAbout(year, day) === index),
      ),
    );

    const standingIn = (pupil: PersonId, period: number): PupilStanding => {
      const grades = gradesOf.get(pupil) ?? [];
      const earlier = (earlierOf.get(pupil) ?? []).filter(({ day }) => periodAbout(year, day) === period);
      const assessments = byPeriod[period] ?? [];
      return standings.of(`${period}.${pupil}`, [policies, assessments, ...grades, ...earlier], () =>
        pupilStanding(entriesOf(pupil, assessments, grades, earlier), policies, scale),
      );
    };

    return pupils.map((pupil) => {
      const { id } = pupil.person;
      const grades = new Map((gradesOf.get(id) ?? []).map((grade) => [grade.id, grade]));
      const standing = standingIn(id, asked.period);
      const own = columns.map((assessment): [string, CourseCell] => {
        const grade = grades.get(gradeId(assessment.id, id));
        const parts = {
          assessment,
          grade,
          pupil: id,
          notCounted: grade && standing.notCounted.get(grade.id),
          isAbsent: absent.get(assessment.day)?.has(id) === true,
          isThere: pupil.isThereOn(assessment.day),
          embargoes: embargoesOn(year, asked.schoolClass, assessment.day),
          today,
        };
        const known = [
          assessment,
          grade,
          parts.notCounted,
          parts.isAbsent,
          parts.isThere,
          today,
          ...parts.embargoes,
        ];
        return [assessment.id, cells.of(`${assessment.id}.${id}`, known, () => courseCell(parts))];
      });
      const before = year.periods.slice(0, asked.period).map((_period, index) => ({
        average: standingIn(id, index).average,
        proposed: proposedIn(recorded, id, index),
      }));
      const flat = before.flatMap(({ average, proposed }) => [average, proposed]);
      const made = own.flatMap(([name, cell]) => [name, cell]);
      return rows.of(id, [pupil.person, pupil.number, standing, ...flat, ...made], () => ({
        ...pupil,
        cells: new Map(own),
        standing,
        before,
      }));
    });
  };
}

/** What a pupil got, in the order of the days, with what came over from the class before (D81). */
function entriesOf(
  pupil: PersonId,
  assessments: readonly Assessment[],
  grades: readonly Grade[],
  earlier: readonly EarlierGrade[],
): readonly GradeEntry[] {
  const known = new Map(grades.map((grade) => [grade.id, grade]));
  const own = assessments.flatMap((assessment) => {
    const grade = known.get(gradeId(assessment.id, pupil));
    return grade ? [{ day: assessment.day, entry: toGradeEntry(assessment, grade) }] : [];
  });
  const before = earlier.map((record) => ({ day: record.day, entry: earlierAsEntry(record) }));
  return [...before, ...own].toSorted((a, b) => a.day.localeCompare(b.day)).map(({ entry }) => entry);
}

/** What was proposed of a pupil in a period; of several teachers nothing is said here (D75). */
function proposedIn({ proposals }: CourseRecords, pupil: PersonId, period: number): Proposed | undefined {
  const standing = proposals.filter(
    (one) => one.pupil === pupil && one.period === period && Object.keys(one.proposed).length > 0,
  );
  return standing.length === 1 ? standing[0]?.proposed : undefined;
}
