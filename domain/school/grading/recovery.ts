import type { LocalDate, PersonId } from '../../base/ids.ts';
import { whyNotRecovered } from '../../grades/recoveries.ts';
import { isEmptyValue } from '../../grades/said-value.ts';
import { gradeId } from '../../kinds/grade/record.ts';
import type { SchoolYear } from '../../kinds/school-year/record.ts';
import { periodIndexOn } from './frozen-period.ts';

/** Whether a grade of one day may be recovered by one of another: of the same day or a later one, in the same period (D56). */
export function mayRecover(year: Pick<SchoolYear, 'periods'>, recovered: LocalDate, by: LocalDate): boolean {
  return recovered <= by && periodIndexOn(year, recovered) === periodIndexOn(year, by);
}

/** A grade of a pupil, as far as another one of the same subject may recover it. */
export interface PupilGrade {
  readonly id: string;
  readonly day: LocalDate;
  /** Which of them it recovers itself; nothing does that was cancelled, or whose column was given up. */
  readonly recovers?: string;
}

/** Why a grade recovers nothing: there is no such earlier grade, it has its recovery, or the two would rest on each other. */
type NoRecovery = 'noEarlierGrade' | NonNullable<ReturnType<typeof whyNotRecovered>>;

/** Why a grade of a pupil cannot recover another one of theirs in the subject (D56); undefined where it can. */
export function whyNoRecovery(
  year: Pick<SchoolYear, 'periods'>,
  by: Pick<PupilGrade, 'id' | 'day'>,
  recovered: string,
  grades: readonly PupilGrade[],
): NoRecovery | undefined {
  const earlier = grades.find(({ id }) => id === recovered);
  if (!earlier || !mayRecover(year, earlier.day, by.day)) return 'noEarlierGrade';
  const recoveries = grades.flatMap(({ id, recovers }): readonly [string, string][] =>
    recovers === undefined ? [] : [[id, recovers]],
  );
  return whyNotRecovered(new Map(recoveries), by.id, recovered);
}

/** What a pupil got in a course, as far as a grade in it may recover it. */
export function pupilGradesIn(
  pupil: PersonId,
  columns: readonly Column[],
  grades: readonly Recovering[],
): readonly PupilGrade[] {
  const columnOf = new Map(columns.map((column) => [column.id, column]));
  return grades.flatMap(({ assessment, value, recovers, ...of }): readonly PupilGrade[] => {
    const column = columnOf.get(assessment);
    if (of.pupil !== pupil || !column) return [];
    const isGiven = !column.cancelled && !isEmptyValue(value);
    const recovered = isGiven && recovers ? { recovers: gradeId(recovers.assessment, pupil) } : {};
    return [{ id: gradeId(assessment, pupil), day: column.day, ...recovered }];
  });
}

/** A recovery that has one of its two grades in a column. */
export interface ColumnRecovery {
  readonly pupil: PersonId;
  /** The day of the column in which the other one is. */
  readonly other: LocalDate;
  /** Whether the one in the column recovers the other, and not the other way round. */
  readonly isOfColumn: boolean;
}

/** A grade, as far as it recovers another. */
interface Recovering {
  readonly assessment: string;
  readonly pupil: PersonId;
  readonly value: object;
  readonly recovers?: { readonly assessment: string };
}

/** A column, as far as a grade in it recovers another. */
interface Column {
  readonly id: string;
  readonly day: LocalDate;
  readonly cancelled?: object;
}

/** The recoveries of a column, of those grades of its course that stand (D56). */
export function recoveriesOf(
  column: string,
  columns: readonly Column[],
  grades: readonly Recovering[],
): readonly ColumnRecovery[] {
  const dayOf = new Map(columns.flatMap(({ id, day, cancelled }) => (cancelled ? [] : [[id, day]])));
  const given = grades.filter(({ value }) => !isEmptyValue(value));
  const places = new Set(given.map(({ assessment, pupil }) => gradeId(assessment, pupil)));
  return given.flatMap(({ assessment, pupil, recovers }): readonly ColumnRecovery[] => {
    if (!recovers || !places.has(gradeId(recovers.assessment, pupil))) return [];
    const isOfColumn = assessment === column;
    if (!isOfColumn && recovers.assessment !== column) return [];
    const other = dayOf.get(isOfColumn ? recovers.assessment : assessment);
    return other === undefined ? [] : [{ pupil, other, isOfColumn }];
  });
}
