import type { PresenceElsewhere } from '../../../domain/kinds/presence-elsewhere/record.ts';
import { overlaps } from '../../../domain/school/validity.ts';
import type { EffectContext } from '../../register/batch/batch.ts';
import { elsewhereWhileMarked } from '../pupil-day/absent-elsewhere.ts';
import type { KindEffects } from '../effects.ts';

/** The server says in which other classes a pupil is on the days of a record: whoever has the pupil then reads where they are. */
export const presenceElsewhereEffects: KindEffects<PresenceElsewhere> = {
  completed: inItsClasses,
  taken: elsewhereWhileMarked,
};

/** What a device says of other classes is dropped: it would give the record to readers that are none of its pupil's. */
function inItsClasses(
  { snapshot }: EffectContext,
  record: PresenceElsewhere,
  stands: PresenceElsewhere | null,
): PresenceElsewhere {
  const { otherClasses: _claimed, ...rest } = record;
  const span = { from: record.day, to: record.lastDay ?? record.day };
  const enrolments = snapshot.enrolmentsOf.get(record.pupil) ?? [];
  const others = new Set([
    ...(stands?.otherClasses ?? []),
    ...enrolments.filter((one) => overlaps(one, span)).map((one) => one.class),
  ]);
  others.delete(record.class);
  return others.size === 0 ? rest : { ...rest, otherClasses: [...others].toSorted() };
}
