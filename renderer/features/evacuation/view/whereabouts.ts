import type { LocalTime } from '../../../../domain/base/ids.ts';
import { timeToMinutes } from '../../../../domain/base/local-date.ts';
import { entriesOf, isAtSchool, movesOf } from '../../../../domain/kinds/attendance-day/hour-presence.ts';
import { speakingOf, type HoursOfDay } from '../../../../domain/kinds/attendance-day/prepared-marks.ts';
import { pupilInHour } from '../../../../domain/kinds/attendance-day/pupil-in-hour.ts';
import type { AttendanceEvent } from '../../../../domain/kinds/attendance-day/record.ts';
import { isHereWith, type ClassAt } from '../../../../domain/kinds/class-movement/class-at.ts';
import { elsewhereOn } from '../../../../domain/kinds/presence-elsewhere/elsewhere-on.ts';
import type { PresenceElsewhere } from '../../../../domain/kinds/presence-elsewhere/record.ts';
import type { LessonHour } from '../../../../domain/school/lesson-hour.ts';

/** Where a pupil is at a minute of a day (D108). */
export interface Whereabouts {
  readonly where: 'inClass' | 'outOfClass' | 'left' | 'expected' | 'absent';
  /** Since when whoever has left is gone; when whoever is still to come is expected. */
  readonly time?: LocalTime;
  /** Where and why, of somebody out of class in the school's own name. */
  readonly out?: PresenceElsewhere;
  /** Not at school by their own choice: it is the religion hour, and they go out (D94). */
  readonly isByChoice?: true;
}

/** What the choice not to be at school in the religion hour means at a minute: gone out, or not come yet. */
export type OutByChoice =
  { readonly where: 'left' } | { readonly where: 'expected'; readonly time: LocalTime };

/** Of what minute is asked. */
interface Asked {
  /** The hour that runs, or has begun last. */
  readonly bell: LessonHour | undefined;
  readonly time: LocalTime;
  /** Whether the class is at school. */
  readonly at: ClassAt;
  /** Of somebody who goes out in this hour: gone already, or coming at a time for the hour after it. */
  readonly choice?: OutByChoice;
}

/** Where a pupil is at a minute, from the marks of the day and from what takes the pupil out of class for the school. */
export function whereabouts(
  events: readonly AttendanceEvent[],
  elsewhere: readonly PresenceElsewhere[],
  ofDay: HoursOfDay,
  { bell, time, at, choice }: Asked,
): Whereabouts {
  const minute = timeToMinutes(time);
  const out = elsewhere.find((one) => {
    const span = elsewhereOn(one, ofDay.day, ofDay.bells);
    return span !== undefined && span.from <= minute && minute < span.to;
  });
  if (out) return { where: 'outOfClass', out };
  if (!bell) return withClass(events, { time, at });
  const said = speakingOf(events, ofDay, bell);
  const isRunning = bell.start <= time && time < bell.end;
  if (isRunning && pupilInHour(events, ofDay, bell).mark === 'outOfClass') return { where: 'outOfClass' };
  if (isAtSchool(said, bell, time)) {
    // Whoever came in this very hour is there all the same.
    const came = movesOf(said).some(
      (move) => move.kind === 'entry' && move.hour === bell.hour && move.time <= time,
    );
    return choice && !came ? { ...choice, isByChoice: true } : withClass(events, { time, at });
  }
  const moves = movesOf(said);
  const gone = moves.findLast((move) => move.time <= time);
  if (gone?.kind === 'exit') return { where: 'left', time: gone.time };
  const coming = moves.find((move) => move.kind === 'entry' && move.time > time);
  return { where: 'absent', ...(coming ? { time: coming.time } : {}) };
}

/** Where somebody is whom no mark keeps away: where the class is, but for those who came when it was not expected. */
function withClass(
  events: readonly AttendanceEvent[],
  { time, at }: Pick<Asked, 'time' | 'at'>,
): Whereabouts {
  if (at.kind === 'atSchool' || isHereWith(at, entriesOf(events), time)) return { where: 'inClass' };
  return { where: at.kind === 'sentHome' ? 'left' : 'expected', time: at.time };
}

/**
 * In which hour somebody was last known to be absent, where absences are called by the hour and nobody has called this one yet (D102). The
 * absence holds on for nobody, and is where a search begins.
 */
export function lastAbsence(
  events: readonly AttendanceEvent[],
  ofDay: HoursOfDay,
  { bell, called }: { readonly bell: LessonHour; readonly called: ReadonlySet<number> },
): number | undefined {
  if (ofDay.mode === 'daily') return undefined;
  const isTold = ({ hour }: LessonHour) => called.has(hour) || events.some((event) => event.hour === hour);
  const last = ofDay.bells.findLast((each) => each.hour <= bell.hour && isTold(each));
  return last && last.hour < bell.hour && !pupilInHour(events, ofDay, last).inAtEnd ? last.hour : undefined;
}
