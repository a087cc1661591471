import type { Justification } from '../../../domain/kinds/justification/record.ts';
import type { KindEffects } from '../effects.ts';
import { inClassesOfNow, isOfOwnPupil } from '../pupil-day/day-classes.ts';
import { readAbsence, withAbsence } from './absence-of-reason.ts';
import { tellOfVoidActs } from './void-notices.ts';

/** The server knows how long an absence was, says in which classes a justification is read, and tells both sides of an act that has no effect. */
export const justificationEffects: KindEffects<Justification> = {
  read: readAbsence,
  facts: withAbsence,
  completed: inClassesOfNow,
  isVisible: isOfOwnPupil,
  taken: tellOfVoidActs,
};
