import { equalJson } from '../../../../domain/base/canonical-json.ts';
import type { ClassHour, PupilHour } from './class-hour.ts';

/**
 * An hour in which whatever stands as before is the very same: a mark changes one pupil of thirty, and whoever draws them looks at no more. Where all
 * of it stands as before it is the hour of before.
 */
export function keptHour(before: ClassHour | undefined, now: ClassHour | undefined): ClassHour | undefined {
  if (!before || !now) return now;
  const { pupils: _pupils, ...ofHour } = now;
  const { pupils: _before, ...ofHourBefore } = before;
  const pupils = keptPupils(before.pupils, now.pupils);
  if (equalJson(ofHourBefore, ofHour)) return pupils === before.pupils ? before : { ...before, pupils };
  return { ...now, pupils, bell: kept(before.bell, now.bell), hours: kept(before.hours, now.hours) };
}

function keptPupils(before: readonly PupilHour[], now: readonly PupilHour[]): readonly PupilHour[] {
  const known = new Map(before.map((pupil) => [pupil.person.id, pupil]));
  const pupils = now.map((pupil) => kept(known.get(pupil.person.id), pupil));
  const isAsBefore = pupils.length === before.length && pupils.every((pupil, at) => pupil === before[at]);
  return isAsBefore ? before : pupils;
}

function kept<T>(before: T | undefined, now: T): T {
  return before !== undefined && equalJson(before, now) ? before : now;
}
