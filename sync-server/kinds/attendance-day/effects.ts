import type { AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import type { KindEffects } from '../effects.ts';
import { markedWhileElsewhere } from '../pupil-day/absent-elsewhere.ts';
import { tellOfCorrectedItems } from '../pupil-day/corrected-items.ts';
import { inItsClasses, isOfOwnPupil } from '../pupil-day/day-classes.ts';
import { markArrived } from '../roll/roll-notices.ts';
import { readTakenAway, withTakenAway } from './taken-away.ts';
import { tellOfTakenMarks } from './taken-marks.ts';
import { withStandInsOfBatch } from '../roll/stood-in.ts';

/**
 * The server says in which classes a pupil's day stands, and tells whoever has confirmed a roll that a mark makes another one, whoever
 * has made a mark that a colleague takes away, and whoever has given a reason for what a mark corrects, or has written that the pupil is elsewhere.
 */
export const attendanceDayEffects: KindEffects<AttendanceDay> = {
  read: readTakenAway,
  facts: (batch, record, facts) => withTakenAway(batch, record, withStandInsOfBatch(batch, record, facts)),
  completed: inItsClasses,
  isVisible: isOfOwnPupil,
  async taken(batch, before, after) {
    const ofRoll = await markArrived(batch, before, after);
    await tellOfTakenMarks(batch, before, after, ofRoll);
    await tellOfCorrectedItems(batch, before, after);
    await markedWhileElsewhere(batch, before, after);
  },
};
