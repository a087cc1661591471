import { timeToMinutes } from '../../base/local-date.ts';
import { minutesIn, minutesWithout, type MinuteSpan } from '../../school/minute-span.ts';
import { decidingEvent, hourPresence, movesOf } from './hour-presence.ts';
import { speakingOf, type HoursOfDay } from './prepared-marks.ts';
import type { AttendanceEvent } from './record.ts';

/** What in the marks of a day does not go with being elsewhere: an absence, or only a coming or going, which may be taken away. */
export type Incoherence = 'absent' | 'moves';

/**
 * What the marks of a day say against time elsewhere (D98): somebody absent is not out of class in the school's own name. That is for a
 * page that knows both to refuse, or to tell where two devices said it; an entry or exit inside the time may be taken away after asking.
 */
export function incoherence(
  events: readonly AttendanceEvent[],
  ofDay: HoursOfDay,
  elsewhere: MinuteSpan,
): Incoherence | undefined {
  const isAbsent = ofDay.bells.some((bell) => {
    const hour = { from: timeToMinutes(bell.start), to: timeToMinutes(bell.end) };
    if (minutesIn(minutesWithout([hour], [elsewhere])) === hour.to - hour.from) return false;
    const said = speakingOf(events, ofDay, bell);
    return hourPresence(said, bell).mark === 'absent' && decidingEvent(said, bell)?.kind === 'absent';
  });
  if (isAbsent) return 'absent';
  const isInside = (minutes: number) => elsewhere.from <= minutes && minutes < elsewhere.to;
  return movesOf(events).some(({ time }) => isInside(timeToMinutes(time))) ? 'moves' : undefined;
}
