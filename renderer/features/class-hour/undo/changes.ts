import type { Instant, PersonId } from '../../../../domain/base/ids.ts';
import type { Register } from '../../../data/register.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { PupilHour } from '../view/class-hour.ts';

/** A pupil marked or unmarked on this page: when last, and how the pupil stood before the first time. */
interface Change {
  readonly at: Instant;
  readonly before: string;
}

/** Whom this device marked in an hour since its roll was confirmed last. */
export type Changes = ReadonlyMap<PersonId, Change>;

/** All that a roll says of a pupil in its hour: two that are equal have nothing changed between them. */
export function standingOf({ mark, time, also, moves }: PupilHour): string {
  return JSON.stringify([mark, time, also, moves]);
}

/** Takes note of a mark, or of one taken back; how the pupil stood when the roll was confirmed stays known. */
export function noteChange(changes: Changes, pupil: PupilHour, at: Instant, confirmedAt?: Instant): Changes {
  const known = changes.get(pupil.person.id);
  const isSince = known !== undefined && (confirmedAt === undefined || known.at > confirmedAt);
  return new Map(changes).set(pupil.person.id, { at, before: isSince ? known.before : standingOf(pupil) });
}

/**
 * Whether a pupil stands otherwise than the roll was confirmed. What is stored cannot tell a mark that was taken back from one that never was; what this page
 * has seen can: back as it was confirmed is no change.
 */
export function isChangedSince(
  pupil: PupilHour,
  changes: Changes,
  confirmedAt: Instant | undefined,
): boolean {
  if (confirmedAt === undefined) return false;
  const known = changes.get(pupil.person.id);
  if (!known || known.at <= confirmedAt) return pupil.changedAfterRollCall;
  return known.before !== standingOf(pupil);
}

/** Kept with the register, as the steps are: whoever leaves the class and comes back finds the same number. */
const kept = new WeakMap<Register, Map<string, Changes>>();

/** The changes of an hour that are known. */
export function changesOf(register: Register, place: HourPlace): Changes {
  return kept.get(register)?.get(keyOf(place)) ?? new Map();
}

/** Keeps the changes of an hour. */
export function keepChanges(register: Register, place: HourPlace, changes: Changes): void {
  const own = kept.get(register) ?? new Map<string, Changes>();
  kept.set(register, own);
  own.set(keyOf(place), changes);
}

function keyOf({ day, schoolClass, hour }: HourPlace): string {
  return `${day}.${schoolClass}.${hour}`;
}
