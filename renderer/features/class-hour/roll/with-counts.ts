import type { PersonId } from '../../../../domain/base/ids.ts';
import type { PupilHour } from '../view/class-hour.ts';

/** The pupils with how much each has to justify, once it is known. */
export function withCounts(
  pupils: readonly PupilHour[],
  countOf: ReadonlyMap<PersonId, number> | undefined,
): readonly PupilHour[] {
  if (!countOf || countOf.size === 0) return pupils;
  return pupils.map((pupil) => {
    const toJustify = countOf.get(pupil.person.id);
    return toJustify === undefined ? pupil : { ...pupil, toJustify };
  });
}
