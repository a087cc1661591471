import type { LocalDate, PersonId } from '../../base/ids.ts';
import { isEmptyValue } from '../../grades/said-value.ts';
import type { SchoolYear } from '../../kinds/school-year/record.ts';
import { periodIndexOn } from './frozen-period.ts';

/** Whether a grade of one day may be recovered by one of another: of the same day or a later one, in the same period (D56). */
export function mayRecover(year: Pick<SchoolYear, 'periods'>, recovered: LocalDate, by: LocalDate): boolean {
  return recovered <= by && periodIndexOn(year, recovered) === periodIndexOn(year, by);
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

/** The recoveries of a column, of those grades of its course that stand (D56). */
export function recoveriesOf(
  column: string,
  columns: readonly { readonly id: string; readonly day: LocalDate; readonly cancelled?: object }[],
  grades: readonly Recovering[],
): readonly ColumnRecovery[] {
  const dayOf = new Map(columns.flatMap(({ id, day, cancelled }) => (cancelled ? [] : [[id, day]])));
  const given = grades.filter(({ value }) => !isEmptyValue(value));
  const places = new Set(given.map(({ assessment, pupil }) => `${assessment}.${pupil}`));
  return given.flatMap(({ assessment, pupil, recovers }): readonly ColumnRecovery[] => {
    if (!recovers || !places.has(`${recovers.assessment}.${pupil}`)) return [];
    const isOfColumn = assessment === column;
    if (!isOfColumn && recovers.assessment !== column) return [];
    const other = dayOf.get(isOfColumn ? recovers.assessment : assessment);
    return other === undefined ? [] : [{ pupil, other, isOfColumn }];
  });
}
