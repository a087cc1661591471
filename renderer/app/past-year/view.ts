import { map, type Observable } from 'rxjs';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { schoolYearName } from '../../../domain/kinds/school-year/record.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import { pastYearActor, readsPastYear } from '../../../domain/school/who/past-year-actor.ts';
import type { PastYear, Register } from '../../data/register.ts';

/** A school year that is over, of which somebody may read something. */
export interface OfferedYear {
  /** The calendar year in which it begins. */
  readonly startYear: number;
  /** As people say it: 2025/26. */
  readonly name: string;
}

/** The school years that are over and of which somebody reads a class, the newest first; live. By the rule of the server, which decides again. */
export function offeredYears({
  identity,
  records,
  now,
}: Pick<Register, 'identity' | 'records' | 'now'>): Observable<readonly OfferedYear[]> {
  return records.facts$.pipe(
    map(({ view }) => {
      const today = dayOfInstant(now());
      return [...view.years.values()]
        .filter(({ startYear }) => startYear < startYearOf(today))
        .filter((year) => readsPastYear(pastYearActor(view, identity, { year, today })))
        .map(({ startYear }) => ({ startYear, name: schoolYearName(startYear) }))
        .toSorted((a, b) => b.startYear - a.startYear);
    }),
  );
}

/** The school year that is over and was chosen; undefined while the one under way is on the screen. */
export function chosenYear({ status }: Pick<Register, 'status'>): Observable<PastYear | undefined> {
  return status.past.state$;
}
