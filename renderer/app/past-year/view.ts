import { map, type Observable } from 'rxjs';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { schoolYearName } from '../../../domain/kinds/school-year/record.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import type { PastYear, Register } from '../../data/register.ts';

/** A school year that is over, of which somebody may read something. */
export interface OfferedYear {
  /** The calendar year in which it begins. */
  readonly startYear: number;
  /** As people say it: 2025/26. */
  readonly name: string;
}

/** The school years that are over and in whose last lessons somebody had a class, the newest first; live. The server decides what is read of them. */
export function offeredYears({
  records,
  now,
}: Pick<Register, 'records' | 'now'>): Observable<readonly OfferedYear[]> {
  return records.facts$.pipe(
    map((facts) =>
      [...facts.view.years.values()]
        .filter(({ startYear }) => startYear < startYearOf(dayOfInstant(now())))
        .filter(({ lessonsTo }) => facts.myClasses(lessonsTo).length > 0)
        .map(({ startYear }) => ({ startYear, name: schoolYearName(startYear) }))
        .toSorted((a, b) => b.startYear - a.startYear),
    ),
  );
}

/** The school year that is over and was chosen; undefined while the one under way is on the screen. */
export function chosenYear({ status }: Pick<Register, 'status'>): Observable<PastYear | undefined> {
  return status.past.state$;
}
