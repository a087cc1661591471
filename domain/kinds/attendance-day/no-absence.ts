import { timeToMinutes } from '../../base/local-date.ts';
import type { LessonHour } from '../../school/lesson-hour.ts';
import { minutesIn, minutesWithout, type MinuteSpan } from '../../school/minute-span.ts';
import type { HourPresence } from './hour-presence.ts';

/** What is known of a pupil's day beside the marks, that is no absence (D98). */
export interface NoAbsence {
  /** When the pupil is elsewhere in the school's own name. */
  readonly elsewhere?: readonly MinuteSpan[];
  /** When the school does not expect the class: called late, or sent home early. */
  readonly classAway?: readonly MinuteSpan[];
}

/**
 * How a pupil stands in an hour where marks are not all that is known of it. What was missed while the school had them elsewhere, or did
 * not expect them, was not missed; who is elsewhere for all of the hour is out of class, whatever the marks say.
 */
export function withoutAbsence(
  presence: HourPresence,
  hour: LessonHour,
  { elsewhere = [], classAway = [] }: NoAbsence,
): HourPresence {
  if (elsewhere.length === 0 && classAway.length === 0) return presence;
  const missed = minutesWithout(presence.missed, [...elsewhere, ...classAway]);
  const counted = { ...presence, missed, missedMinutes: minutesIn(missed) };
  const whole = [{ from: timeToMinutes(hour.start), to: timeToMinutes(hour.end) }];
  const inClass = minutesIn(minutesWithout(whole, elsewhere));
  if (inClass === minutesIn(whole) || presence.mark === 'outOfClass') return counted;
  if (inClass > 0 && presence.mark !== 'present') return { ...counted, also: alsoOut(presence.also) };
  const { time: _ofTheMark, ...rest } = counted;
  return { ...rest, mark: 'outOfClass' };
}

function alsoOut(also: HourPresence['also']): HourPresence['also'] {
  return also.includes('outOfClass') ? also : [...also, 'outOfClass'];
}
