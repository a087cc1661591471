import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';

/**
 * Whether I have signed an hour as a substitute, of a lesson that is not on this device: after the day it leaves it (D209). My signature
 * stands, and is not made anew.
 */
export function isSignedAway(
  facts: Pick<SchoolFacts, 'mySubstitutions'>,
  { day, schoolClass, hour }: HourPlace,
): boolean {
  return facts
    .mySubstitutions(day)
    .some(
      (one) =>
        one.class === schoolClass && one.hour === hour && (one.origin === 'signature' || one.signed === true),
    );
}
