import { combineLatest, distinctUntilChanged, map, of, switchMap, throttleTime, type Observable } from 'rxjs';
import { equalJson } from '../../../../domain/base/canonical-json.ts';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../../domain/base/local-date.ts';
import { proposesWarning } from '../../../../domain/justifications/reminders.ts';
import { decidingRights } from '../../../../domain/kinds/justification/write-rights.ts';
import type { SchoolClass } from '../../../../domain/kinds/class/record.ts';
import { minutes } from '../../../data/minutes.ts';
import type { Register } from '../../../data/register.ts';
import { classJustifications, type ClassJustifications } from '../../../views/class-justifications.ts';

/** How many lines of a class wait for me today; never all noughts. */
export interface JustificationsDue {
  readonly schoolClass: SchoolClass;
  readonly today: LocalDate;
  readonly count: Due;
}

/** What waits in a class: how many lines. */
interface Due {
  /** Families have sent them, and I decide. */
  readonly sent: number;
  /** Today somebody is reminded of them (D88). */
  readonly reminded: number;
  /** Of others a warning is proposed today, and on no other day (D88). */
  readonly warned: number;
}

/** Milliseconds between two looks: a roll that is being called changes the absences with each key, and the number may follow it. */
const LOOK_EVERY = 1000;

/**
 * What the families of my classes have sent and it is my turn to decide today: as the teacher of the first hour, or as coordinator
 * (B.1, D89). Of a pupil who is absent today nothing waits. The coordinator hears as well what nobody has justified after the return: of each absence on the day of
 * the reminder, and on that of the warning (D88). Live, classes with nothing left out.
 */
export function justificationsDue(
  register: Pick<Register, 'records' | 'now' | 'pastYear'>,
): Observable<readonly JustificationsDue[]> {
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
                map((shown) => ({ schoolClass, today, count: countOf(shown) })),
              ),
            ),
          ),
    ),
    map((all) => all.filter(({ count }) => count.sent + count.reminded + count.warned > 0)),
  );
}

function countOf(shown: ClassJustifications | undefined): Due {
  if (!shown) return { sent: 0, reminded: 0, warned: 0 };
  const { open, today, isToldOfWarnings } = shown;
  const told = isToldOfWarnings ? open.filter(({ isPeriodClosed }) => !isPeriodClosed) : [];
  const warned = told.filter(({ reminders }) => proposesWarning(reminders, today));
  return {
    sent: open.filter((line) => line.open.some(({ state, isGreyed }) => state === 'sent' && !isGreyed))
      .length,
    reminded: told.filter((line) => line.reminders.remindOn === today && !warned.includes(line)).length,
    warned: warned.length,
  };
}
