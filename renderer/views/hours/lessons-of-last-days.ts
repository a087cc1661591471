import { combineLatest, distinctUntilChanged, map, switchMap, type Observable } from 'rxjs';
import { equalJson } from '../../../domain/base/canonical-json.ts';
import type { ClassId, Instant, LocalDate } from '../../../domain/base/ids.ts';
import { addDays, dayOfInstant } from '../../../domain/base/local-date.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import type { Register } from '../../data/register.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import { DAYS_BACK, forgottenDays } from './hours-to-sign.ts';

/** Lessons that are read together. */
interface Read {
  readonly class?: ClassId;
  readonly day: LocalDate | { readonly from: LocalDate; readonly to: LocalDate };
}

/**
 * The lessons of the last days in which I may have signed, and of earlier ones on which I have stood in without having signed, live. They
 * are those of the classes that I teach or coordinate and in which I stand in. Whoever answers for others may have signed in any of them by their own word,
 * and which they are nothing tells but the lessons: of those few people all are looked through.
 */
export function lessonsOfLastDays(
  records: Register['records'],
  at$: Observable<Instant>,
): Observable<readonly Lesson[]> {
  const today$ = at$.pipe(map(dayOfInstant), distinctUntilChanged());
  return combineLatest([today$, records.facts$]).pipe(
    map(([today, facts]) => readsOf(facts, today)),
    distinctUntilChanged((a, b) => equalJson(a, b)),
    switchMap((reads) => combineLatest(reads.map((read) => records.find('lesson', { ...read })))),
    map((found) => [...new Map(found.flat().map((lesson) => [lesson.id, lesson])).values()]),
  );
}

function readsOf(facts: SchoolFacts, today: LocalDate): readonly Read[] {
  const last = Array.from({ length: DAYS_BACK + 1 }, (_, back) => addDays(today, -back));
  const span = { from: addDays(today, -DAYS_BACK), to: today };
  const { me, view } = facts;
  if (facts.classesOn(today).some(({ id }) => view.answersFor(me, id, today)))
    return [{ day: span }, ...forgottenDays(facts, today).map((day): Read => ({ day }))];
  const taught = (view.assignmentsOf.get(me) ?? []).map((one) => one.class);
  const own = new Set([...taught, ...view.coordinatedBy(me, today)]);
  const stoodIn = [...forgottenDays(facts, today), ...last].flatMap((day) =>
    facts.mySubstitutions(day).map((one): Read => ({ class: one.class, day })),
  );
  return [...[...own].toSorted().map((id): Read => ({ class: id, day: span })), ...stoodIn, { day: today }];
}
