import { map, type Observable } from 'rxjs';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import { schoolYearName, type SchoolYear } from '../../../../domain/kinds/school-year/record.ts';
import type { Register } from '../../../data/register.ts';

/** Where a school year stands: its lessons are to come or under way, they are over, or it is closed (D198). */
export type YearState = 'toCome' | 'underWay' | 'over' | 'closed';

/** A school year as the office sees it. */
export interface YearRow {
  readonly year: SchoolYear;
  /** As people say it: 2026/27. */
  readonly name: string;
  readonly state: YearState;
}

/** The school years that this device knows, the newest first, live. */
export function schoolYears(
  { records }: Pick<Register, 'records'>,
  today: LocalDate,
): Observable<readonly YearRow[]> {
  return records
    .find('schoolYear', {})
    .pipe(
      map((years) =>
        years
          .toSorted((a, b) => b.startYear - a.startYear)
          .map((year) => ({ year, name: schoolYearName(year.startYear), state: stateOf(year, today) })),
      ),
    );
}

function stateOf({ closedOn, lessonsFrom, lessonsTo }: SchoolYear, today: LocalDate): YearState {
  if (closedOn !== undefined) return 'closed';
  if (today < lessonsFrom) return 'toCome';
  return today <= lessonsTo ? 'underWay' : 'over';
}
