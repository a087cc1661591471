import { elsewhereBucket } from '../../../domain/access/bucket.ts';
import type { PresenceElsewhere } from '../../../domain/kinds/presence-elsewhere/record.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { overlaps } from '../../../domain/school/validity.ts';
import type { EffectContext } from '../../register/batch/batch.ts';
import { hasBegun } from '../pupil-day/has-begun.ts';
import { elsewhereWhileMarked } from '../pupil-day/absent-elsewhere.ts';
import { enteredSince } from '../pupil-day/day-classes.ts';
import type { KindEffects } from '../effects.ts';

/**
 * The server says in which other classes a pupil is on the days of a record, or has been since: whoever has the pupil reads where they
 * are, and for what no absence is justified (D97, D98). It also knows what else is said of when the pupil is elsewhere.
 */
export const presenceElsewhereEffects: KindEffects<PresenceElsewhere> = {
  async read(batch, { pupil }) {
    await batch.storedIn('presenceElsewhere', elsewhereBucket(pupil));
  },
  facts(batch, { pupil }, facts) {
    const known = batch.readIn('presenceElsewhere', elsewhereBucket(pupil)) ?? [];
    return { ...facts, othersElsewhere: known.filter((each) => each.kind === 'presenceElsewhere') };
  },
  completed: inItsClasses,
  taken: elsewhereWhileMarked,
};

/** What a device says of other classes is dropped: it would give the record to readers that are none of its pupil's. */
function inItsClasses(
  context: EffectContext,
  record: PresenceElsewhere,
  stands: PresenceElsewhere | null,
): PresenceElsewhere {
  const { otherClasses: _claimed, ...rest } = record;
  const span = { from: record.day, to: record.lastDay ?? record.day };
  const enrolments = context.snapshot.enrolmentsOf.get(record.pupil) ?? [];
  const today = dayOfInstant(context.now);
  const others = new Set([
    ...(stands?.otherClasses ?? []),
    ...enrolments.filter((one) => hasBegun(one, today) && overlaps(one, span)).map((one) => one.class),
    ...enteredSince(enrolments, record, context),
  ]);
  others.delete(record.class);
  return others.size === 0 ? rest : { ...rest, otherClasses: [...others].toSorted() };
}
