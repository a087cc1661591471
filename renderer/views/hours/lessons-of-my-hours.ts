import { combineLatest, distinctUntilChanged, map, of, switchMap, type Observable } from 'rxjs';
import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { Instant, LocalDate } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { lessonId, type Lesson } from '../../../domain/kinds/lesson/record.ts';
import type { FindOfKind } from '../../data/records-of-kind.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';

/**
 * The lessons of my hours of some days, live: of those that are mine by the timetable or in which I stand in. They are
 * asked for by their keys: however many classes the device has, nothing is read of hours that are not mine.
 */
export function lessonsOfMyHours(
  { facts$, find }: { readonly facts$: Observable<SchoolFacts>; readonly find: FindOfKind },
  at$: Observable<Instant>,
  daysOf: (facts: SchoolFacts, today: LocalDate) => readonly LocalDate[],
): Observable<readonly Lesson[]> {
  const today$ = at$.pipe(map(dayOfInstant), distinctUntilChanged());
  return combineLatest([facts$, today$]).pipe(
    map(([facts, today]) => daysOf(facts, today).flatMap((day) => keysOn(facts, day))),
    distinctUntilChanged((one, other) => equalJson(one, other)),
    switchMap((id) => (id.length === 0 ? of([]) : find('lesson', { id }))),
  );
}

/** The keys under which lessons of my hours of a day may stand: of the whole class, and of each group into which it parts (D204). */
function keysOn(facts: SchoolFacts, day: LocalDate): readonly string[] {
  const places = [...facts.myHours(day), ...facts.mySubstitutions(day)];
  const keys = places.flatMap(({ class: id, hour }) => {
    const groups = facts.writeFacts(id, day).groups ?? [];
    return [undefined, ...groups].map((group) => lessonId(day, hour, id, group));
  });
  return [...new Set(keys)];
}
