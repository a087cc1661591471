import { distinctUntilChanged, map, of, switchMap, type Observable } from 'rxjs';
import { equalJson } from '../../domain/base/canonical-json.ts';
import type { ClassId, LocalDate } from '../../domain/base/ids.ts';
import { attendanceDayId, type AttendanceDay } from '../../domain/kinds/attendance-day/record.ts';
import type { Register } from '../data/register.ts';
import type { SchoolFacts } from '../data/school/school-facts.ts';

/**
 * The days of the pupils of some classes, live. They are asked for by their keys: nothing is read of other classes, and a pupil who changes
 * class has one day wherever it stands (D202). Where the disk reads no more, a page that follows them still knows who has none.
 */
export function daysOfClasses(
  { facts$, find }: Pick<Register['records'], 'facts$' | 'find'>,
  classes: readonly ClassId[],
  day: LocalDate,
): Observable<readonly AttendanceDay[]> {
  return facts$.pipe(
    map((facts) => keysOf(facts, classes, day)),
    distinctUntilChanged((one, other) => equalJson(one, other)),
    switchMap((id) => (id.length === 0 ? of([]) : find('attendanceDay', { id }))),
  );
}

function keysOf(facts: SchoolFacts, classes: readonly ClassId[], day: LocalDate): readonly string[] {
  const pupils = new Set(classes.flatMap((id) => facts.enrolmentsOf(id).map(({ pupil }) => pupil)));
  return [...pupils].toSorted().map((pupil) => attendanceDayId(day, pupil));
}
