import type { LocalTime } from '../../../domain/base/ids.ts';
import type { LessonHour } from '../../../domain/school/lesson-hour.ts';
import type { MinuteSpan } from '../../../domain/school/minute-span.ts';
import type { MarkedBy } from '../../../domain/kinds/attendance-day/roll-call.ts';

/** The nearest hours, before and after one, in which somebody looked and the pupil was there. */
export interface SeenElsewhere {
  readonly before?: { readonly hour: number; readonly until: LocalTime };
  readonly after?: { readonly hour: number; readonly from: LocalTime };
  /** The nearest later hour in which somebody looked, and the pupil was not there when it began. */
  readonly away?: LessonHour;
  /** When on the day the pupil is out of class in the school's own name: nobody is absent then (D98). */
  readonly outOfClass?: readonly MinuteSpan[];
}

/** What other hours have found, as the rule of a mark takes it. */
export function foundElsewhere({
  before,
  after,
  away,
}: SeenElsewhere): Pick<MarkedBy, 'presentUntil' | 'presentFrom' | 'absentIn'> {
  return {
    ...(before ? { presentUntil: before.until } : {}),
    ...(after ? { presentFrom: after.from } : {}),
    ...(away ? { absentIn: away } : {}),
  };
}
