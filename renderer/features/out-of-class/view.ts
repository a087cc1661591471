import { combineLatest, firstValueFrom, map, type Observable } from 'rxjs';
import type { ClassId, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { compareByName, type Person } from '../../../domain/kinds/person/record.ts';
import type { PresenceElsewhere } from '../../../domain/kinds/presence-elsewhere/record.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import { holdsOn } from '../../../domain/school/validity.ts';
import { mayKeepRoll } from '../../../domain/school/written-hour.ts';
import { isYearClosed } from '../../../domain/school/limits/closed-year.ts';
import type { Register } from '../../data/register.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import { closedDays } from './closed-days.ts';
import { classDay, type ClassDay } from '../../views/hours/class-day.ts';
import { markedDays, marksAgainst, type SaidElsewhere } from '../../kinds/presence-elsewhere/commands.ts';

/** Time elsewhere of a pupil of the class. */
export interface ElsewhereLine {
  readonly record: PresenceElsewhere;
  readonly person: Person;
  /** Its last day is over. */
  readonly isOver: boolean;
  /** What of its days is closed for the term meeting (D104): all of them, and nothing of it changes; or its first, and only its last day does. */
  readonly closed?: 'all' | 'begun';
}

/** Who of a class is out of class in the school's own name (D98), and what whoever writes that needs to know. */
export interface OutOfClass {
  readonly facts: SchoolFacts;
  readonly today: LocalDate;
  /** In the order of the class list, those enrolled on the day. */
  readonly pupils: readonly Person[];
  /** What there is on a day of the class: it is written for another day than the one that is shown, too. */
  readonly dayOf: (day: LocalDate) => ClassDay;
  /** Whether nothing is written of a day any more: its term is closed for its meeting. */
  readonly isClosedDay: (day: LocalDate) => boolean;
  /** Of the school year of the day: what is to come or goes on first, in its order, then what is over, the last one first. */
  readonly lines: readonly ElsewhereLine[];
  readonly mayWrite: boolean;
}

/** Who of a class is out of class, live. */
export function outOfClass(
  { records, now }: Pick<Register, 'records' | 'now'>,
  schoolClass: ClassId,
  day: LocalDate,
): Observable<OutOfClass> {
  return combineLatest([
    records.facts$,
    // Few at any school: whose they are is asked of each.
    records.find('presenceElsewhere', {}),
  ]).pipe(
    map(([facts, all]) => {
      const today = dayOfInstant(now());
      const pupils = facts
        .enrolmentsOf(schoolClass)
        .flatMap((one) => (holdsOn(one, day) ? (facts.person(one.pupil) ?? []) : []))
        .toSorted(compareByName);
      const isClosedDay = closedDays(facts, schoolClass, facts.yearOn(day) ?? null, now());
      const closedOf = ({ pupil, day: from, lastDay: to = from }: PresenceElsewhere) => {
        if (!isClosedDay(from, pupil)) return {};
        return { closed: isClosedDay(to, pupil) ? ('all' as const) : ('begun' as const) };
      };
      const known = new Map(pupils.map((person) => [person.id, person]));
      const lines = all.flatMap((record): readonly ElsewhereLine[] => {
        const person = known.get(record.pupil);
        const isOfYear = startYearOf(record.day) === startYearOf(day);
        if (!person || !isOfYear || record.withdrawn === true) return [];
        const isOver = (record.lastDay ?? record.day) < today;
        return [{ record, person, isOver, ...closedOf(record) }];
      });
      return {
        facts,
        today,
        pupils,
        dayOf: (asked) => classDay(facts, schoolClass, asked),
        isClosedDay: (asked) => isClosedDay(asked),
        lines: lines.toSorted(inOrder),
        mayWrite:
          !isYearClosed(facts.yearOn(day) ?? null, now()) &&
          mayKeepRoll(facts.actor(day), facts.writeFacts(schoolClass, day)),
      };
    }),
  );
}

function inOrder(a: ElsewhereLine, b: ElsewhereLine): number {
  if (a.isOver !== b.isOver) return a.isOver ? 1 : -1;
  const byDay = a.record.day.localeCompare(b.record.day);
  return (a.isOver ? -byDay : byDay) || compareByName(a.person, b.person);
}

/** What the marks of pupils say against time elsewhere, as they are now, and the school around them. */
export async function marksAgainstNow(
  register: Pick<Register, 'records'>,
  schoolClass: ClassId,
  pupils: readonly PersonId[],
  said: SaidElsewhere,
) {
  const facts = await firstValueFrom(register.records.facts$);
  return { facts, against: marksAgainst(facts, schoolClass, await markedDays(register, said, pupils), said) };
}
