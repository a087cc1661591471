import type { Permit } from '../../../domain/kinds/permit/record.ts';
import type { KindEffects } from '../effects.ts';
import { inClassesOfNow, isOfOwnPupil } from '../pupil-day/day-classes.ts';

/** The server says in which classes a permit is read. */
export const permitEffects: KindEffects<Permit> = { completed: inClassesOfNow, isVisible: isOfOwnPupil };
