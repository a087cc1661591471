import { pupilInHour } from '../../../../domain/kinds/attendance-day/pupil-in-hour.ts';
import type { HourMark } from '../../../../domain/kinds/attendance-day/hour-presence.ts';
import type { ClassHour, PupilHour } from '../view/class-hour.ts';
import type { MarkedHour } from './gone-first.ts';

/**
 * Why a mark is not made before the bell of its hour, undefined where it can be prepared (D19): nobody has come late to the hour, left it
 * or come back in it yet. "Present" takes back what was prepared; of somebody who is away by the marks of other hours it would be a coming.
 */
export function refusedBeforeBell(
  mark: HourMark,
  { bell, mayRunAhead, ...ofDay }: MarkedHour & Pick<ClassHour, 'mayRunAhead'>,
  { state }: Pick<PupilHour, 'state'>,
): 'notLateYet' | 'notGoneYet' | 'notHereYet' | undefined {
  if (mark === 'late') return mayRunAhead ? undefined : 'notLateYet';
  if (mark === 'exited') return mayRunAhead ? undefined : 'notGoneYet';
  if (mark !== 'present') return undefined;
  const others = state.events.filter(({ hour }) => hour !== bell.hour);
  return pupilInHour(others, ofDay, bell).inAtStart ? undefined : 'notHereYet';
}
