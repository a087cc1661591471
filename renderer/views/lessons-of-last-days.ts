import { distinctUntilChanged, map, switchMap, type Observable } from 'rxjs';
import type { Instant } from '../../domain/base/ids.ts';
import { addDays, dayOfInstant } from '../../domain/base/local-date.ts';
import type { Lesson } from '../../domain/kinds/lesson/record.ts';
import type { Register } from '../data/register.ts';
import { DAYS_BACK } from './teacher-day.ts';

/** The lessons of the last days in all classes, live: I may have signed an hour that the timetable does not give me. */
export function lessonsOfLastDays(
  { find }: Pick<Register['records'], 'find'>,
  at$: Observable<Instant>,
): Observable<readonly Lesson[]> {
  return at$.pipe(
    map(dayOfInstant),
    distinctUntilChanged(),
    switchMap((day) => find('lesson', { day: { from: addDays(day, -DAYS_BACK), to: day } })),
  );
}
