import type { AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import type { KindEffects } from '../effects.ts';
import { markArrived } from '../roll/roll-notices.ts';
import { inItsClasses, isOfOwnPupil } from './day-classes.ts';

/** The server says in which classes a pupil's day stands, and tells whoever has confirmed a roll that a mark makes another one. */
export const attendanceDayEffects: KindEffects<AttendanceDay> = {
  completed: inItsClasses,
  isVisible: isOfOwnPupil,
  taken: markArrived,
};
