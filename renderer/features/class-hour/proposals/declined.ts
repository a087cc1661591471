import type { PersonId } from '../../../../domain/base/ids.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';

/** Pupils who were proposed as absent and said to be here: of whom the confirmation then says what it says of everybody (D102). */
export type Declined = ReadonlySet<PersonId>;

/** Kept with the register, as what can be undone is: whoever leaves the class and comes back is asked nothing twice. */
const kept = new WeakMap<object, Map<string, Declined>>();

/** Whom somebody has said to be here in an hour against the proposal. */
export function declinedIn(register: object, place: HourPlace): Declined {
  return kept.get(register)?.get(keyOf(place)) ?? new Set();
}

/** Keeps that a proposed pupil is here; answers with all of the hour. */
export function decline(register: object, place: HourPlace, pupil: PersonId): Declined {
  const own = kept.get(register) ?? new Map<string, Declined>();
  kept.set(register, own);
  const next = new Set([...declinedIn(register, place), pupil]);
  own.set(keyOf(place), next);
  return next;
}

function keyOf({ day, schoolClass, hour }: HourPlace): string {
  return `${day}.${schoolClass}.${hour}`;
}
