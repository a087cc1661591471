import { map, type Observable } from 'rxjs';
import { groupBy } from '../../../domain/base/group-by.ts';
import type { LocalDate, SubjectId } from '../../../domain/base/ids.ts';
import type { AssessmentType } from '../../../domain/grades/assessment-types.ts';
import { overallAverage } from '../../../domain/grades/averages.ts';
import type { Fraction } from '../../../domain/grades/fraction.ts';
import {
  hasAverages,
  hasInsufficiencies,
  JUDGEMENT_CODES,
  type JudgementCode,
} from '../../../domain/grades/scales.ts';
import { isBelow, standingOf, type Standing } from '../../../domain/grades/standing.ts';
import { className } from '../../../domain/kinds/class/record.ts';
import type { Person } from '../../../domain/kinds/person/record.ts';
import type { Grading } from '../../../domain/kinds/school/grading-policies.ts';
import { isBehaviour, type Subject } from '../../../domain/kinds/subject/record.ts';
import { periodAbout } from '../../../domain/school/calendar.ts';
import { isPeriodFrozen } from '../../../domain/school/grading/frozen-period.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { Register } from '../../data/register.ts';
import { classMarks, type ClassMarks } from '../../views/grades/class-marks.ts';
import {
  isOfPoints,
  lastInWords,
  type PeriodMarks,
  type PupilMark,
} from '../../views/grades/course-marks.ts';
import type { CourseOfClass } from '../../views/grades/courses-of-class.ts';
import { classListOn } from '../../views/grades/pupils-of-class.ts';

/** What a pupil has in a subject and period. */
export interface MatrixCell {
  /** The marks that are in the average; in a scale of words all of them. */
  readonly count: number;
  readonly average?: Fraction;
  /** How the average, or else the latest judgement, stands to what is sufficient (D64, D68). */
  readonly standing?: Standing;
  /** The latest judgement, where there is no average to show (D66); of whoever has none yet the latest mark. */
  readonly last?: PupilMark;
  /** The latest mark of points, where that is another one: a judgement does not hide it (D66). */
  readonly points?: PupilMark;
  /** How often each judgement was given, the best first (D66). */
  readonly levels: PeriodMarks['levels'];
  /** What is missing of the number of grades that the school wants (D65). */
  readonly missing: PeriodMarks['missing'];
}

/** A line of the matrix. */
export interface MatrixRow {
  readonly person: Person;
  /** As the roll counts them. */
  readonly number: number;
  /** By subject; none of one that the pupil is not taught. */
  readonly cells: ReadonlyMap<SubjectId, MatrixCell>;
  /** The subjects whose average, or latest judgement, is below what the scale calls sufficient (D25, D66); without religion (D174, D179). */
  readonly insufficient: readonly Subject[];
  /** The mean of the averages, where the school shows it (D62). */
  readonly overall?: Fraction;
}

/** Who lacks so many grades of a type in a subject (D65). */
export interface Lack {
  readonly subject: Subject;
  readonly type: AssessmentType;
  readonly count: number;
  readonly pupils: readonly Person[];
}

/** A class as a matrix of pupils and subjects, in one period. */
export interface ClassMatrix {
  readonly className: string;
  readonly day: LocalDate;
  readonly periods: readonly string[];
  /** The place of the period that is shown, from 0. */
  readonly period: number;
  /** The period is closed for what is assessed in it (D24). */
  readonly isFrozen: boolean;
  readonly courses: readonly CourseOfClass[];
  /** Whether a subject has averages: primary school has none (D66). */
  readonly hasAverages: boolean;
  /** Whether anything in it counts as an insufficiency: else nothing is said of how many there are. */
  readonly hasInsufficiencies: boolean;
  readonly hasOverall: boolean;
  readonly rows: readonly MatrixRow[];
  readonly lacks: readonly Lack[];
  readonly grading: Grading;
  readonly isWithoutReligion: boolean;
}

/** Which period of the year of a place is asked for; absent: that of the day. */
export interface MatrixAsked extends Pick<HourPlace, 'schoolClass' | 'day'> {
  readonly period?: number | undefined;
}

/** The class as a matrix, live; undefined while the class or its year is not known. */
export function classMatrix(
  register: Pick<Register, 'records' | 'identity'>,
  { schoolClass, day, period }: MatrixAsked,
): Observable<ClassMatrix | undefined> {
  return classMarks(register, { schoolClass, day }).pipe(
    map((marks) => marks && matrixOf(marks, { schoolClass, day, period })),
  );
}

function matrixOf(marks: ClassMarks, { schoolClass, day, period: asked }: MatrixAsked): ClassMatrix {
  const { facts, year, courses, grading, isWithoutReligion } = marks;
  const period = asked ?? periodAbout(year, day);
  const hasOverall = grading.overallAverage;
  const rows = classListOn(facts, { schoolClass, day }).map((person, index) => {
    const cells = cellsOf(marks, person, period);
    const averages = courses.flatMap(({ subject }) => {
      const exact = cells.get(subject.id)?.average;
      return exact ? [{ subject, exact }] : [];
    });
    const overall = overallAverage(
      averages.flatMap(({ subject, exact }) => (isBehaviour(subject) ? [] : [exact])),
    );
    return {
      person,
      number: index + 1,
      cells,
      insufficient: courses.flatMap((course) => {
        const cell = cells.get(course.subject.id);
        return hasInsufficiencies(course.scale) && isBelow(cell?.standing) ? [course.subject] : [];
      }),
      ...(hasOverall && overall ? { overall } : {}),
    };
  });
  const known = facts.schoolClass(schoolClass);
  return {
    className: known ? className(known) : '',
    day,
    periods: year.periods.map(({ name }) => name),
    period,
    isFrozen: isPeriodFrozen(year, schoolClass, period),
    courses,
    hasAverages: courses.some(({ scale }) => hasAverages(scale)),
    hasInsufficiencies: courses.some(({ scale }) => hasInsufficiencies(scale)),
    hasOverall,
    rows,
    lacks: lacksOf(courses, rows),
    grading,
    isWithoutReligion,
  };
}

function cellsOf(
  { courses, isTaught, periodsOf }: ClassMarks,
  { id }: Person,
  period: number,
): MatrixRow['cells'] {
  return new Map(
    courses.flatMap((course): (readonly [SubjectId, MatrixCell])[] => {
      const of = periodsOf(id, course.subject.id)[period];
      if (!of || (of.marks.length === 0 && !isTaught(id, course))) return [];
      return [[course.subject.id, cellOf(of, course)]];
    }),
  );
}

function cellOf(
  { marks, levels, counted, average, missing }: PeriodMarks,
  { scale }: CourseOfClass,
): MatrixCell {
  if (hasAverages(scale))
    return {
      count: counted.length,
      levels,
      missing,
      ...(average ? { average, standing: standingOf(average) } : {}),
    };
  const last = lastInWords(marks);
  const points = marks.findLast(isOfPoints);
  return {
    count: marks.length,
    levels,
    missing: [],
    ...(last ? { last } : {}),
    // A judgement stands so: what has no word is not said to be below here.
    ...(last?.value.level !== undefined && last.standing ? { standing: last.standing } : {}),
    ...(points && points !== last ? { points } : {}),
  };
}

/** The judgements of which the matrix says how often they were given, by their abbreviations, each once (D22). */
export function levelsIn({ rows }: Pick<ClassMatrix, 'rows'>): readonly JudgementCode[] {
  const cells = rows.flatMap((row) => [...row.cells.values()]);
  const found = new Set(cells.flatMap(({ levels }) => levels.map(({ level }) => level)));
  return JUDGEMENT_CODES.filter((code) => found.has(code));
}

/** Who lacks what, subject by subject; those who lack the same stand together. */
function lacksOf(courses: readonly CourseOfClass[], rows: readonly MatrixRow[]): readonly Lack[] {
  return courses.flatMap(({ subject }) => {
    const all = rows.flatMap(({ person, cells }) =>
      (cells.get(subject.id)?.missing ?? []).map(({ type, count }) => ({ person, type, count })),
    );
    return [...groupBy(all, ({ type, count }) => `${type}.${count}`).values()].flatMap((alike) => {
      const [first] = alike;
      if (!first) return [];
      const { type, count } = first;
      return [{ subject, type, count, pupils: alike.map(({ person }) => person) }];
    });
  });
}
