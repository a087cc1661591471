import { BehaviorSubject } from 'rxjs';
import type { ClassId } from '../../../../domain/base/ids.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';

/** What somebody has said of the classes of an hour that they have not signed yet: the signature says it afterwards. */
export interface Joining {
  /** Joined beside the timetable. */
  readonly added: readonly ClassId[];
  /** Joined by the timetable, and not today. */
  readonly leftOut: readonly ClassId[];
}

const NOTHING: Joining = { added: [], leftOut: [] };

/** Kept with the register, as what can be undone is: whoever leaves the class and comes back finds the same classes. */
const kept = new WeakMap<object, Map<string, BehaviorSubject<Joining>>>();

/** What was said of the classes of an hour, live. */
export function joiningOf(register: object, { day, schoolClass, hour }: HourPlace): BehaviorSubject<Joining> {
  const own = kept.get(register) ?? new Map<string, BehaviorSubject<Joining>>();
  kept.set(register, own);
  const key = `${day}.${schoolClass}.${hour}`;
  const found = own.get(key) ?? new BehaviorSubject(NOTHING);
  own.set(key, found);
  return found;
}

/** Joins a class with an hour that is not signed yet. */
export function addClass(register: object, place: HourPlace, id: ClassId): void {
  const joining = joiningOf(register, place);
  const { added, leftOut } = joining.value;
  joining.next({
    added: [...added.filter((one) => one !== id), id],
    leftOut: leftOut.filter((one) => one !== id),
  });
}

/** Leaves a class out of an hour that is not signed yet. */
export function leaveClassOut(register: object, place: HourPlace, id: ClassId): void {
  const joining = joiningOf(register, place);
  const { added, leftOut } = joining.value;
  joining.next({
    added: added.filter((one) => one !== id),
    leftOut: [...leftOut.filter((one) => one !== id), id],
  });
}
