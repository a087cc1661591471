import type { Instant, LocalTime, PersonId } from '../../../domain/base/ids.ts';
import type { SchoolClass } from '../../../domain/records/class.ts';
import type { LessonHour } from '../../../domain/rules/hour-presence.ts';

/** The nearest hours, before and after one, in which somebody looked and the pupil was there. */
export interface SeenElsewhere {
  readonly before?: { readonly hour: number; readonly until: LocalTime };
  readonly after?: { readonly hour: number; readonly from: LocalTime };
  /** The nearest later hour in which somebody looked, and the pupil was not there when it began. */
  readonly away?: LessonHour;
}

/** Another hour of the class and its roll, for saying whose roll a mark would change. */
export interface CalledHour {
  readonly hour: number;
  readonly by: PersonId;
  readonly at: Instant;
}

/** A lesson of mine in another class at the same time. */
export interface SignedElsewhere {
  readonly schoolClass: SchoolClass;
  readonly hour: number;
  readonly start: LocalTime;
}
