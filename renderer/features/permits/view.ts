import { combineLatest, map, type Observable } from 'rxjs';
import type { ClassId, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import type { Delegate } from '../../../domain/kinds/delegate/record.ts';
import { permitState, type PermitState } from '../../../domain/kinds/permit/permit-state.ts';
import { permitsOverUsual } from '../../../domain/kinds/permit/permit-times.ts';
import type { Permit } from '../../../domain/kinds/permit/record.ts';
import { mayGrantPermit } from '../../../domain/kinds/permit/write-rights.ts';
import { compareByName, type Person } from '../../../domain/kinds/person/record.ts';
import { DEFAULT_POLICIES, type SchoolPolicies } from '../../../domain/kinds/school/record.ts';
import { periodOn } from '../../../domain/school/calendar.ts';
import { holdsOn } from '../../../domain/school/validity.ts';
import { isYearClosed } from '../../../domain/school/limits/closed-year.ts';
import type { Register } from '../../data/register.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';
import { classDay, type ClassDay } from '../../views/hours/class-day.ts';

/** A permit of a pupil of the class. */
export interface PermitLine extends Pick<PermitState, 'state' | 'request' | 'decision'> {
  readonly permit: Permit;
  readonly person: Person;
  readonly collector?: Delegate;
  /** One has decided it, and can take that back. */
  readonly isMine: boolean;
  /** Its day is over: what was not decided by then is not granted any more. */
  readonly isOver: boolean;
}

/** The permits of a class from a day on, and what whoever grants them needs to know. */
export interface ClassPermits {
  readonly facts: SchoolFacts;
  readonly today: LocalDate;
  /** In the order of the class list. */
  readonly pupils: readonly Person[];
  /** What there is on a day of the class: a permit is written for another day than the one that is shown, too. */
  readonly dayOf: (day: LocalDate) => ClassDay;
  readonly rules: NonNullable<SchoolPolicies['justification']>;
  /** Those asked for first, then by day. */
  readonly lines: readonly PermitLine[];
  readonly delegates: readonly Delegate[];
  /** How many permits of the period each pupil has beyond what the school takes for usual (D90); who has none is not there. */
  readonly overUsual: ReadonlyMap<PersonId, number>;
  /** How many each pupil has been granted in the period. */
  readonly granted: ReadonlyMap<PersonId, number>;
  readonly mayGrant: boolean;
}

/** The permits of a class from a day on, live. */
export function classPermits(
  { records, now }: Pick<Register, 'records' | 'now'>,
  schoolClass: ClassId,
  day: LocalDate,
): Observable<ClassPermits> {
  return combineLatest([
    records.facts$,
    records.find('permit', { class: schoolClass }),
    // Few at any school: whose they are is asked of each.
    records.find('delegate', {}),
  ]).pipe(
    map(([facts, permits, delegates]) => {
      const today = dayOfInstant(now());
      const from = day < today ? day : today;
      const pupils = facts
        .enrolmentsOf(schoolClass)
        .flatMap((one) => (holdsOn(one, day) ? (facts.person(one.pupil) ?? []) : []))
        .toSorted(compareByName);
      const known = new Map(pupils.map((person) => [person.id, person]));
      const year = facts.yearOn(day);
      const period = year && periodOn(year, day);
      const rules = (facts.school?.policies ?? DEFAULT_POLICIES).justification ?? {};
      const lines = permits.flatMap((permit): readonly PermitLine[] => {
        const person = known.get(permit.pupil);
        if (!person) return [];
        const { state, request, decision } = permitState(permit.acts);
        const collector = delegates.find(({ id }) => id === request?.collector);
        return [
          {
            permit,
            person,
            state,
            isMine: decision?.by === facts.me,
            isOver: permit.day < today,
            ...(request ? { request } : {}),
            ...(decision ? { decision } : {}),
            ...(collector ? { collector } : {}),
          },
        ];
      });
      const granted = new Map<PersonId, number>();
      for (const { permit, state } of lines)
        if (state === 'granted' && period && holdsOn(period, permit.day))
          granted.set(permit.pupil, (granted.get(permit.pupil) ?? 0) + 1);
      return {
        facts,
        today,
        pupils,
        dayOf: (asked) => classDay(facts, schoolClass, asked),
        rules,
        lines: lines
          .filter(({ permit, state }) => permit.day >= from && state !== 'withdrawn')
          .toSorted(
            (a, b) =>
              Number(isToDecide(b)) - Number(isToDecide(a)) ||
              a.permit.day.localeCompare(b.permit.day) ||
              compareByName(a.person, b.person),
          ),
        delegates,
        granted,
        overUsual: new Map(
          [...granted].flatMap(([pupil, count]) => {
            const over = permitsOverUsual(count, rules);
            return over > 0 ? [[pupil, over] as const] : [];
          }),
        ),
        mayGrant:
          !isYearClosed(facts.yearOn(today) ?? null, now()) &&
          mayGrantPermit(
            facts.actor(today),
            today,
            { class: schoolClass },
            facts.writeFacts(schoolClass, today),
          ),
      };
    }),
  );
}

function isToDecide({ state, isOver }: PermitLine): boolean {
  return state === 'asked' && !isOver;
}
