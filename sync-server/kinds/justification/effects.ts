import type { Justification } from '../../../domain/kinds/justification/record.ts';
import type { KindEffects } from '../effects.ts';
import { inClassesOfNow, isOfOwnPupil } from '../pupil-day/day-classes.ts';
import { tellOfVoidActs } from './void-notices.ts';

/** The server says in which classes a justification is read, and tells both sides of an act that has no effect. */
export const justificationEffects: KindEffects<Justification> = {
  completed: inClassesOfNow,
  isVisible: isOfOwnPupil,
  taken: tellOfVoidActs,
};
