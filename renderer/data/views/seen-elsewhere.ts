import type { AttendanceEvent } from '../../../domain/records/attendance-day.ts';
import type { BellHour } from '../../../domain/records/bell-scheme.ts';
import { hourPresence } from '../../../domain/rules/hour-presence.ts';
import type { SeenElsewhere } from './elsewhere.ts';

/**
 * The nearest hours before and after one, in which somebody looked and the pupil was there, or was not when a later one began: by a roll that was called or by a mark made
 * in it. What a roll says of a pupil without a mark stands in no event.
 */
export function seenElsewhere(
  events: readonly AttendanceEvent[],
  bells: readonly BellHour[],
  hour: number,
  rolled: ReadonlySet<number>,
): SeenElsewhere {
  const marked = new Set(events.map((event) => event.hour));
  const looked = bells.filter((bell) => rolled.has(bell.hour) || marked.has(bell.hour));
  const before = looked.findLast(
    (bell) => bell.hour < hour && bell.hour !== hour && isThere(events, bell) !== undefined,
  );
  const after = looked.find((bell) => bell.hour > hour && isThere(events, bell)?.inAtStart === true);
  const away = looked.find((bell) => bell.hour > hour && !hourPresence(events, bell).inAtStart);
  return {
    ...(before ? { before: { hour: before.hour, until: before.end } } : {}),
    ...(after ? { after: { hour: after.hour, from: after.start } } : {}),
    ...(away ? { away } : {}),
  };
}

function isThere(events: readonly AttendanceEvent[], bell: BellHour) {
  const presence = hourPresence(events, bell);
  return presence.inAtStart || presence.inAtEnd ? presence : undefined;
}
