import type { LocalDate, PersonId } from '../../base/ids.ts';
import { whyNotRecovered, type Recoveries } from '../../grades/counted-grades.ts';
import { isEmptyValue } from '../../grades/said-value.ts';
import { gradeId } from '../../record/grade-key.ts';
import type { SchoolYear } from '../../kinds/school-year/record.ts';
import { periodIndexOn } from '../calendar.ts';

/** Whether a grade of one day may be recovered by one of another: of the same day or a later one, in the same period (D56). */
export function mayRecover(year: Pick<SchoolYear, 'periods'>, recovered: LocalDate, by: LocalDate): boolean {
  return recovered <= by && periodIndexOn(year, recovered) === periodIndexOn(year, by);
}

/** A grade of a pupil, as far as one of the same subject recovers another. */
export interface PupilGrade {
  readonly id: string;
  readonly pupil: PersonId;
  readonly day: LocalDate;
  /** In which column of the course it is; of one that was brought along in none (D81). */
  readonly column?: string;
  /** Neither was it cancelled, nor its column given up. */
  readonly isGiven: boolean;
  /** Which one it says that it recovers. */
  readonly recovers?: string;
  /** Brought along, and left out of the average by the teacher of this class. */
  readonly isLeftOut: boolean;
}

/** What was written down in a course, and what its pupils have brought along (D81). */
export interface GradesOfCourse {
  readonly assessments: readonly Column[];
  readonly grades: readonly Own[];
  readonly earlier: readonly Brought[];
}

interface Column {
  readonly id: string;
  readonly day: LocalDate;
  readonly cancelled?: object;
}

interface Own {
  readonly assessment: string;
  readonly pupil: PersonId;
  readonly value: object;
  readonly recovers?: { readonly assessment: string };
}

interface Brought {
  readonly grade: string;
  readonly pupil: PersonId;
  readonly day: LocalDate;
  readonly value: object;
  readonly recovers?: { readonly grade: string };
  readonly cancelled?: boolean;
  readonly leftOut?: boolean;
}

/** The grades of a course, of one pupil where one is named, by their keys: what recovers what is asked of them. */
export function gradesIn(
  { assessments, grades, earlier }: GradesOfCourse,
  pupil?: PersonId,
): ReadonlyMap<string, PupilGrade> {
  const isAsked = (one: { readonly pupil: PersonId }) => pupil === undefined || one.pupil === pupil;
  const columnOf = new Map(assessments.map((column) => [column.id, column]));
  const known = new Map<string, PupilGrade>();
  for (const { grade: id, day, value, cancelled, leftOut, recovers, ...of } of earlier.filter(isAsked)) {
    const isGiven = cancelled !== true && !isEmptyValue(value);
    const recovered = recovers ? { recovers: recovers.grade } : {};
    known.set(id, { id, pupil: of.pupil, day, isGiven, isLeftOut: leftOut === true, ...recovered });
  }
  for (const { assessment, value, recovers, ...of } of grades.filter(isAsked)) {
    const column = columnOf.get(assessment);
    if (!column) continue;
    const id = gradeId(assessment, of.pupil);
    const isGiven = !column.cancelled && !isEmptyValue(value);
    const recovered = recovers ? { recovers: gradeId(recovers.assessment, of.pupil) } : {};
    const { isLeftOut = false } = known.get(id) ?? {};
    known.set(id, {
      id,
      pupil: of.pupil,
      day: column.day,
      column: column.id,
      isGiven,
      isLeftOut,
      ...recovered,
    });
  }
  return known;
}

/** Why a grade recovers nothing: there is no such grade, it is of a later day or another period, it has its recovery, or the two would rest on each other. */
type NoRecovery = 'unknown' | 'breaksRecovery' | NonNullable<ReturnType<typeof whyNotRecovered>>;

/**
 * Why a grade of a pupil cannot recover another one of theirs in the subject (D56); undefined where it can. One that was brought along from the class before is
 * recovered like any other, unless it is left out here (D81).
 */
export function whyNoRecovery(
  year: Pick<SchoolYear, 'periods'>,
  by: Pick<PupilGrade, 'id' | 'day'>,
  recovered: string,
  grades: ReadonlyMap<string, PupilGrade>,
): NoRecovery | undefined {
  const earlier = grades.get(recovered);
  if (!earlier || earlier.isLeftOut) return 'unknown';
  if (!mayRecover(year, earlier.day, by.day)) return 'breaksRecovery';
  const taking = { ...by, pupil: earlier.pupil, isGiven: true, isLeftOut: false, recovers: recovered };
  const recoveries = recoveriesAmong(new Map(grades).set(by.id, taking));
  return whyNotRecovered(recoveries, by.id, recoveries.get(by.id) ?? recovered);
}

/** What the grades that are given recover. One that was cancelled recovers nothing, but what recovers it recovers what it recovered, as averages have it. */
function recoveriesAmong(grades: ReadonlyMap<string, PupilGrade>): Recoveries {
  const recoveredBy = (id: string): string | undefined => {
    const seen = new Set([id]);
    let at = grades.get(id)?.recovers;
    for (let next = at; next !== undefined && !seen.has(next); next = grades.get(next)?.recovers) {
      at = next;
      if (grades.get(at)?.isGiven !== false) break;
      seen.add(at);
    }
    return at;
  };
  return new Map(
    [...grades.values()].flatMap(({ id, isGiven }): readonly [string, string][] => {
      const recovered = isGiven ? recoveredBy(id) : undefined;
      return recovered === undefined ? [] : [[id, recovered]];
    }),
  );
}

/** Why a column that was given up does not stand again: a grade in it would recover one that has its recovery by now, or one that rests on it. */
export function whyNotTakenUp(column: string, course: GradesOfCourse): ReturnType<typeof whyNotRecovered> {
  const assessments = course.assessments.map(({ cancelled, ...one }) =>
    cancelled === undefined || one.id === column ? one : { ...one, cancelled },
  );
  const grades = gradesIn({ ...course, assessments });
  const recoveries = recoveriesAmong(grades);
  for (const [by, recovered] of recoveries) {
    const isOfColumn = grades.get(by)?.column === column;
    const why = isOfColumn ? whyNotRecovered(recoveries, by, recovered) : undefined;
    if (why) return why;
  }
  return undefined;
}

/** A recovery that has one of its two grades in a column. */
export interface ColumnRecovery {
  readonly pupil: PersonId;
  /** The day of the other one. */
  readonly other: LocalDate;
  /** Whether the one in the column recovers the other, and not the other way round. */
  readonly isOfColumn: boolean;
}

/** The recoveries of a column, of those grades that stand (D56). */
export function recoveriesOf(column: string, course: GradesOfCourse): readonly ColumnRecovery[] {
  const known = gradesIn(course);
  return [...recoveriesAmong(known)].flatMap(([id, of]): readonly ColumnRecovery[] => {
    const [by, recovered] = [known.get(id), known.get(of)];
    if (!by || !recovered?.isGiven) return [];
    const { pupil } = by;
    if (by.column === column) return [{ pupil, other: recovered.day, isOfColumn: true }];
    return recovered.column === column ? [{ pupil, other: by.day, isOfColumn: false }] : [];
  });
}
