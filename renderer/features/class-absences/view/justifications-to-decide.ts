import { combineLatest, distinctUntilChanged, map, of, switchMap, throttleTime, type Observable } from 'rxjs';
import { equalJson } from '../../../../domain/base/canonical-json.ts';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../../domain/base/local-date.ts';
import { decidingRights } from '../../../../domain/kinds/justification/write-rights.ts';
import type { SchoolClass } from '../../../../domain/kinds/class/record.ts';
import { minutes } from '../../../data/minutes.ts';
import type { Register } from '../../../data/register.ts';
import { classJustifications } from '../../../views/class-justifications.ts';

/** How many justifications of a class wait for my decision today. */
export interface ToDecide {
  readonly schoolClass: SchoolClass;
  readonly today: LocalDate;
  readonly count: number;
}

/** Milliseconds between two looks: a roll that is being called changes the absences with each key, and the number may follow it. */
const LOOK_EVERY = 1000;

/**
 * What the families of my classes have sent and it is my turn to decide today: as the teacher of the first hour, or as coordinator
 * (B.1, D89); live, classes with nothing left out. Of a pupil who is absent today nothing waits.
 */
export function justificationsToDecide(
  register: Pick<Register, 'records' | 'now'>,
): Observable<readonly ToDecide[]> {
  const today$ = minutes(register.now).pipe(map(dayOfInstant), distinctUntilChanged());
  return combineLatest([register.records.facts$, today$]).pipe(
    map(([facts, today]) => ({
      today,
      classes: facts
        .myClasses(today)
        .filter(
          ({ id }) =>
            decidingRights(facts.actor(today), today, { class: id }, facts.writeFacts(id, today)).decides,
        ),
    })),
    distinctUntilChanged((a, b) => equalJson(a, b)),
    switchMap(({ today, classes }) =>
      classes.length === 0
        ? of([])
        : combineLatest(
            classes.map((schoolClass) =>
              classJustifications(register, schoolClass.id).pipe(
                throttleTime(LOOK_EVERY, undefined, { leading: true, trailing: true }),
                map((shown) => ({
                  schoolClass,
                  today,
                  count:
                    shown?.open.filter((line) =>
                      line.open.some(({ state, isGreyed }) => state === 'sent' && !isGreyed),
                    ).length ?? 0,
                })),
              ),
            ),
          ),
    ),
    map((all) => all.filter(({ count }) => count > 0)),
  );
}
