import { refuse } from '../../access/refusal.ts';
import { equalJson } from '../../base/canonical-json.ts';
import { ok } from '../../base/result.ts';
import type { Decision, Write } from '../../record/kind.ts';
import { FORESEEN_MINUTES, isAheadOfClock, mayRunAhead } from '../../school/before-its-time.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { dayRefusal, isUnknownHour, mayKeepRoll } from '../../school/written-hour.ts';
import { eventFault } from './attendance-state.ts';
import { incoherence } from './incoherent-marks.ts';
import { saySameInHour } from './pupil-in-hour.ts';
import { attendanceDayId, type AttendanceDay } from './record.ts';

/**
 * Who may write a pupil's day (D6–D8, D19, F.5): a teacher of the class in which the pupil is on the day, or who answers for it, and each
 * their own marks alone.
 */
export function authorizeAttendanceDay(write: Write<AttendanceDay, WriteFacts>): Decision<AttendanceDay> {
  const { actor, previous, next, facts } = write;
  if (!mayKeepRoll(actor, facts) || facts.enrolment === 'never') return refuse('forbidden');
  if (next.id !== attendanceDayId(next.day, next.pupil)) return refuse('identityChanged', 'id');
  // The class follows the enrolment of the day: whoever has the pupil in this hour can mark, wherever the day's first mark was made.
  if (facts.enrolment === 'otherDays') return refuse('notEnrolled');
  const before = previous?.events ?? [];
  const changed = next.events.filter((event) => !before.some((other) => equalJson(event, other)));
  if (changed.some((event) => event.by !== actor.person)) return refuse('forbidden', 'events');
  if (changed.some((event) => isUnknownHour(event.hour, facts))) return refuse('invalid', 'events');
  const touched = [...changed, ...rewritten(write)];
  for (const hour of touched.length > 0 ? touched.map((event) => event.hour) : [undefined]) {
    const dayFault = dayRefusal(next, facts, hour);
    if (dayFault) return refuse(dayFault);
  }
  if (changed.some((event) => isOutsideLessons(event, next, facts))) return refuse('invalid', 'events');
  const fault = eventFault(next.events);
  if (fault) return refuse(fault, 'events');
  if (isAbsentElsewhere(next.events, next, facts) && !isAbsentElsewhere(before, next, facts))
    return refuse('elsewhere', 'events');
  const isEarly = !mayRunAhead(facts.policies) && changed.some((event) => isTooEarly(next.day, event));
  return isEarly ? refuse('notYet', 'events') : ok(next);
}

/**
 * Events that the author takes away and with which the day says something else of their hour. An absence that ends in a later hour
 * does not count: its own hour stays absent.
 */
function rewritten({
  previous,
  next,
  started,
  facts,
}: Write<AttendanceDay, WriteFacts>): AttendanceDay['events'] {
  const { day, events: after } = next;
  const before = previous?.events ?? [];
  const known = started?.events ?? [];
  return before.filter((event) => {
    const same = (other: typeof event) => equalJson(event, other);
    if (after.some(same) || (started !== undefined && !known.some(same))) return false;
    const bell = facts.hours.find(({ hour }) => hour === event.hour);
    return !bell || !saySameInHour(before, after, { day, bells: facts.hours }, bell);
  });
}

/**
 * Whether an entry or exit cannot have been one of a lesson (D93): it lies after the last bell, or is a coming up to the first one, which
 * is no late, on a day that says nothing else.
 *
 * Beside other events a coming at the first bell is how "present" stands against an hour that says the contrary: that is taken. Of a
 * class without bells nothing can be said.
 */
function isOutsideLessons(
  { kind, time }: AttendanceDay['events'][number],
  { events }: AttendanceDay,
  { hours }: WriteFacts,
): boolean {
  if (time === undefined || hours.length === 0) return false;
  if (hours.every(({ end }) => time > end)) return true;
  return kind === 'entry' && events.length === 1 && hours.every(({ start }) => time <= start);
}

/** Whether marks say that somebody is absent while the school has them elsewhere (D98): of two who did not know of each other both hear. */
function isAbsentElsewhere(
  events: AttendanceDay['events'],
  { day }: Pick<AttendanceDay, 'day'>,
  { elsewhere = [], hours, year }: WriteFacts,
): boolean {
  const mode = year?.attendanceMode;
  const ofDay = { day, bells: hours, ...(mode === undefined ? {} : { mode }) };
  return elsewhere.some((span) => incoherence(events, ofDay, span) === 'absent');
}

function isTooEarly(day: AttendanceDay['day'], { time, at }: AttendanceDay['events'][number]): boolean {
  return time !== undefined && isAheadOfClock({ time, at }, day, FORESEEN_MINUTES);
}
