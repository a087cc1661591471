import type { LocalTime } from '../../../domain/base/ids.ts';
import { timeToMinutes } from '../../../domain/base/local-date.ts';
import { isAtSchool, movesOf } from '../../../domain/kinds/attendance-day/hour-presence.ts';
import { speakingOf, type HoursOfDay } from '../../../domain/kinds/attendance-day/prepared-marks.ts';
import { pupilInHour } from '../../../domain/kinds/attendance-day/pupil-in-hour.ts';
import type { AttendanceEvent } from '../../../domain/kinds/attendance-day/record.ts';
import { elsewhereOn } from '../../../domain/kinds/presence-elsewhere/elsewhere-on.ts';
import type { PresenceElsewhere } from '../../../domain/kinds/presence-elsewhere/record.ts';
import type { LessonHour } from '../../../domain/school/lesson-hour.ts';

/** Where a pupil is at a minute of a day (D108). */
export interface Whereabouts {
  readonly where: 'inClass' | 'outOfClass' | 'left' | 'absent';
  /** Since when whoever has left is gone; when whoever is still to come is expected. */
  readonly time?: LocalTime;
  /** Where and why, of somebody out of class in the school's own name. */
  readonly out?: PresenceElsewhere;
}

/** Where a pupil is at a minute, from the marks of the day and from what takes the pupil out of class for the school. */
export function whereabouts(
  events: readonly AttendanceEvent[],
  elsewhere: readonly PresenceElsewhere[],
  ofDay: HoursOfDay,
  { bell, time }: { readonly bell: LessonHour | undefined; readonly time: LocalTime },
): Whereabouts {
  const minute = timeToMinutes(time);
  const out = elsewhere.find((one) => {
    const span = elsewhereOn(one, ofDay.day, ofDay.bells);
    return span !== undefined && span.from <= minute && minute < span.to;
  });
  if (out) return { where: 'outOfClass', out };
  if (!bell) return { where: 'inClass' };
  const said = speakingOf(events, ofDay, bell);
  const isRunning = bell.start <= time && time < bell.end;
  if (isRunning && pupilInHour(events, ofDay, bell).mark === 'outOfClass') return { where: 'outOfClass' };
  if (isAtSchool(said, bell, time)) return { where: 'inClass' };
  const moves = movesOf(said);
  const gone = moves.findLast((move) => move.time <= time);
  if (gone?.kind === 'exit') return { where: 'left', time: gone.time };
  const coming = moves.find((move) => move.kind === 'entry' && move.time > time);
  return { where: 'absent', ...(coming ? { time: coming.time } : {}) };
}
