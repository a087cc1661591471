import { combineLatest, map, type Observable } from 'rxjs';
import type { LocalTime, PersonId } from '../../../../domain/base/ids.ts';
import { weekdayOf } from '../../../../domain/base/local-date.ts';
import {
  hourOfPermit,
  isPermitUsed,
  markOfPermit,
} from '../../../../domain/justifications/authorised-times.ts';
import type { RollCallMark } from '../../../../domain/kinds/attendance-day/roll-call.ts';
import type { Delegate } from '../../../../domain/kinds/delegate/record.ts';
import { permitState } from '../../../../domain/kinds/permit/permit-state.ts';
import type { Permit, PermitAct } from '../../../../domain/kinds/permit/record.ts';
import { compareByName, type Person } from '../../../../domain/kinds/person/record.ts';
import type { StandingAuthorisation } from '../../../../domain/kinds/standing-authorisation/record.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import { holdsOn } from '../../../../domain/school/validity.ts';
import { isAdultOn } from '../../../../domain/school/who/family-right.ts';
import type { Register } from '../../../data/register.ts';
import { daysOfClasses } from '../../../views/days-of-classes.ts';

/** A granted permit of the day (D90). */
export interface PermitOfDay {
  readonly person: Person;
  readonly move: Permit['move'];
  readonly time: LocalTime;
  readonly reason: PermitAct['reason'];
  /** Who collects the pupil, where the family has said so and they may. */
  readonly collector?: Delegate;
  /** The family has named somebody who is not, or not any more, among those who may collect the pupil on this day (D91). */
  readonly isCollectorUnknown?: true;
  /** What it becomes in the roll with one key. */
  readonly mark: RollCallMark;
  /** The day already says that the pupil has come, or left. */
  readonly isDone: boolean;
  /** Its time is in the hour on the screen: whose roll it is marked in. */
  readonly isOfHour: boolean;
}

/** Somebody who may come late or leave early on this weekday, all year (D91). */
export interface AuthorisedPupil extends Pick<StandingAuthorisation, 'item' | 'minutes' | 'reason'> {
  readonly person: Person;
}

/** Who of a class may come late or leave early on a day, and with whom. */
export interface Comings {
  /**
   * This device has all permits and delegates of the class. Whoever stands in has those of the day once they have come, and is never told
   * that there are none (D209).
   */
  readonly isHeld: boolean;
  readonly permits: readonly PermitOfDay[];
  readonly authorised: readonly AuthorisedPupil[];
  /** Who may collect each minor beside the parents; whoever is of age is not in it (D91). */
  readonly delegatesOf: ReadonlyMap<PersonId, readonly Delegate[]>;
}

/** What the key for permits finds of a pupil: one to mark, or why there is none; where permits are not known, not that there are none. */
export function permitToMark(
  comings: Pick<Comings, 'isHeld' | 'permits'> | undefined,
  pupil: PersonId,
): { readonly open: PermitOfDay } | { readonly otherHour: PermitOfDay } | 'allDone' | 'none' | 'unknown' {
  const own = comings?.permits.filter(({ person }) => person.id === pupil) ?? [];
  const waiting = own.filter(({ isDone }) => !isDone);
  const open = waiting.find(({ isOfHour }) => isOfHour);
  if (open) return { open };
  const [otherHour] = waiting;
  if (otherHour) return { otherHour };
  if (own.length > 0) return 'allDone';
  return comings?.isHeld === true ? 'none' : 'unknown';
}

/** The permits, standing authorisations and delegates of a class on a day, live. */
export function comingsOfHour(
  { records }: Pick<Register, 'records'>,
  { day, schoolClass, hour }: HourPlace,
): Observable<Comings> {
  return combineLatest([
    records.facts$,
    records.find('permit', { day }),
    daysOfClasses(records, [schoolClass], day),
    // Few at any school: whose they are is asked of each.
    records.find('standingAuthorisation', {}),
  ]).pipe(
    map(([facts, permits, attendance, authorisations]) => {
      const bells = facts.bellHours(schoolClass, day);
      const isHeld = facts.actor(day).classes.includes(schoolClass);
      const people = new Map(
        facts
          .enrolmentsOf(schoolClass)
          .flatMap((enrolment) => (holdsOn(enrolment, day) ? (facts.person(enrolment.pupil) ?? []) : []))
          .map((person) => [person.id, person]),
      );
      const events = new Map(attendance.map((one) => [one.pupil, one.events]));
      return {
        isHeld,
        permits: permits
          .flatMap((permit): readonly PermitOfDay[] => {
            const person = people.get(permit.pupil);
            const mark = markOfPermit(permit);
            const { request } = permitState(permit.acts);
            if (!person || !mark || request?.time === undefined) return [];
            const { time } = request;
            const wanted = request.collector;
            const collector = facts.view.delegatesOn(permit.pupil, day).find(({ id }) => id === wanted);
            return [
              {
                person,
                move: permit.move,
                time,
                mark,
                reason: request.reason,
                ...(collector ? { collector } : {}),
                ...(wanted !== undefined && !collector && isHeld ? { isCollectorUnknown: true } : {}),
                isDone: isPermitUsed(permit.move, time, events.get(permit.pupil) ?? []),
                isOfHour: hourOfPermit(permit.move, time, bells)?.hour === hour,
              },
            ];
          })
          .toSorted((a, b) => a.time.localeCompare(b.time) || compareByName(a.person, b.person)),
        authorised: authorisations
          .flatMap((one) => {
            const person = people.get(one.pupil);
            const holds = holdsOn(one, day) && one.weekdays.includes(weekdayOf(day));
            const { item, minutes, reason } = one;
            return person && holds ? [{ person, item, minutes, reason }] : [];
          })
          .toSorted((a, b) => compareByName(a.person, b.person)),
        delegatesOf: new Map(
          [...people.values()].flatMap(({ id, birthDate }) => {
            const own = facts.view.delegatesOn(id, day);
            // Whose age is not known counts as a minor; whoever stands in knows no birth dates, and is told of those who have such a list.
            const isMinor = birthDate === undefined ? isHeld || own.length > 0 : !isAdultOn(birthDate, day);
            return isMinor ? [[id, own] as const] : [];
          }),
        ),
      };
    }),
  );
}
