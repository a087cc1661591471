import type { LocalTime } from '../../../domain/base/ids.ts';
import type { MinuteSpan } from '../../../domain/school/minute-span.ts';
import type { FoundHour, MarkedBy } from '../../../domain/kinds/attendance-day/roll-call.ts';

/** The other hours of a day, in which somebody looked for a pupil. */
export interface SeenElsewhere {
  /** The nearest hour before in which the pupil was there. */
  readonly before?: { readonly hour: number; readonly until: LocalTime };
  /** The hours after it in which somebody looked. */
  readonly later?: readonly FoundHour[];
  /** When on the day the pupil is out of class in the school's own name: nobody is absent then (D98). */
  readonly outOfClass?: readonly MinuteSpan[];
}

/** What other hours have found, as the rule of a mark takes it. */
export function foundElsewhere({
  before,
  later = [],
}: SeenElsewhere): Pick<MarkedBy, 'presentUntil' | 'later'> {
  return { ...(before ? { presentUntil: before.until } : {}), ...(later.length > 0 ? { later } : {}) };
}
