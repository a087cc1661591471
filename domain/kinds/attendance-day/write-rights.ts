import { refuse } from '../../access/refusal.ts';
import { equalJson } from '../../base/canonical-json.ts';
import { timeToMinutes } from '../../base/local-date.ts';
import { ok } from '../../base/result.ts';
import type { Decision, Write } from '../../record/kind.ts';
import { FORESEEN_MINUTES, isAheadOfClock, mayRunAhead } from '../../school/before-its-time.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { dayRefusal, hoursStoodIn, isUnknownHour, mayKeepRoll } from '../../school/written-hour.ts';
import { hoursOfDay } from './attendance-mode.ts';
import { eventFault } from './attendance-state.ts';
import { hourAt } from './hour-presence.ts';
import { incoherence } from './incoherent-marks.ts';
import { pupilInHour, saySameInHour } from './pupil-in-hour.ts';
import { MOST_EVENTS, type AttendanceDay, type AttendanceEvent } from './record.ts';

/**
 * Who may write a pupil's day (D6–D8, D19, F.5): a teacher of the class in which the pupil is on the day, or who answers for it, and each
 * their own marks alone. Whoever stands in there writes the marks of that hour, at a time of it, and takes none of another one away (D209).
 */
export function authorizeAttendanceDay(write: Write<AttendanceDay, WriteFacts>): Decision<AttendanceDay> {
  const { actor, previous, next, facts } = write;
  const isOfClass = mayKeepRoll(actor, facts);
  const hours = hoursStoodIn(actor, facts);
  if ((!isOfClass && hours.length === 0) || facts.enrolment === 'never') return refuse('forbidden');
  // The class follows the enrolment of the day: whoever has the pupil in this hour can mark, wherever the day's first mark was made.
  if (facts.enrolment === 'otherDays') return refuse('notEnrolled');
  const before = previous?.events ?? [];
  const added = next.events.filter((event) => !before.some((other) => equalJson(event, other)));
  // With a mark that is taken back comes what it had taken away, in the name of whoever has seen it.
  const isPutBack = (event: AttendanceEvent) => event.by !== actor.person && facts.tookAway?.(event) === true;
  const changed = added.filter((event) => !isPutBack(event));
  if (changed.some((event) => event.by !== actor.person)) return refuse('forbidden', 'events');
  if (isOverfull(write)) return refuse('invalid', 'events');
  if (changed.some((event) => isUnknownHour(event.hour, facts))) return refuse('invalid', 'events');
  const taken = takenAway(write);
  const isForeign = ({ hour }: AttendanceEvent) => !hours.includes(hour);
  const isTheirs = (event: AttendanceEvent) =>
    isForeign(event) && !hours.some((hour) => wasForeseenFor(hour, event, write));
  if (!isOfClass && (changed.some(isForeign) || taken.some(isTheirs))) return refuse('forbidden', 'events');
  if (!isOfClass && changed.some((event) => isOfOtherHours(event, write)))
    return refuse('forbidden', 'events');
  const touched = [...added, ...rewritten(write, taken)];
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
 * Whether an entry or exit lies outside the hour in which it was marked, and so says of other hours where the pupil was. The beginning of
 * a later one that says what it said is none: what that hour has found is kept so when an earlier one is marked (ADR 11).
 */
function isOfOtherHours(
  { hour, time }: AttendanceEvent,
  { previous, next, facts }: Write<AttendanceDay, WriteFacts>,
): boolean {
  const own = facts.hours.find((bell) => bell.hour === hour);
  if (time === undefined || !own || (own.start <= time && time <= own.end)) return false;
  // Of the break after it too: no other hour has begun.
  if (hourAt(facts.hours, time) === own) return false;
  const later = facts.hours.find((bell) => bell.hour > hour && bell.start === time);
  if (!later) return true;
  const isThere = (events: AttendanceDay['events']) =>
    pupilInHour(events, hoursOfDay(next.day, facts), later).inAtStart;
  return isThere(previous?.events ?? []) !== isThere(next.events);
}

/**
 * Whether a coming or going that another hour has foreseen is overtaken by what this one has seen: it lies inside this hour; or it is a
 * coming after it of a pupil who was in it. Whoever has the pupil then takes it away by their mark (ADR 11).
 */
function wasForeseenFor(
  number: number,
  { kind, hour, time }: AttendanceEvent,
  { next, facts }: Write<AttendanceDay, WriteFacts>,
): boolean {
  const bell = facts.hours.find((one) => one.hour === number);
  if (!bell || time === undefined) return false;
  if (bell.start < time && time < bell.end) return true;
  if (kind !== 'entry' || hour > number || time < bell.end) return false;
  const { missedMinutes } = pupilInHour(next.events, hoursOfDay(next.day, facts), bell);
  return missedMinutes < timeToMinutes(bell.end) - timeToMinutes(bell.start);
}

/** Events that the author takes away, those left out of which this author did not know. */
function takenAway({ previous, next, started }: Write<AttendanceDay, WriteFacts>): AttendanceDay['events'] {
  const known = started?.events ?? [];
  return (previous?.events ?? []).filter((event) => {
    const same = (other: typeof event) => equalJson(event, other);
    return !next.events.some(same) && (started === undefined || known.some(same));
  });
}

/**
 * Those of the events taken away with which the day says something else of their hour. An absence that ends in a later hour does not
 * count: its own hour stays absent.
 */
function rewritten(
  { previous, next, facts }: Write<AttendanceDay, WriteFacts>,
  taken: AttendanceDay['events'],
): AttendanceDay['events'] {
  const { day, events: after } = next;
  return taken.filter((event) => {
    const bell = facts.hours.find(({ hour }) => hour === event.hour);
    return !bell || !saySameInHour(previous?.events ?? [], after, hoursOfDay(day, facts), bell);
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

/** Whether somebody adds to a day that says more already than a day holds; what two devices have said in one is left to be corrected. */
function isOverfull({ previous, started, next }: Write<AttendanceDay, WriteFacts>): boolean {
  if (started !== undefined) return false;
  return next.events.length > Math.max(MOST_EVENTS, previous?.events.length ?? 0);
}

/** Whether marks say that somebody is absent while the school has them elsewhere (D98): of two who did not know of each other both hear. */
function isAbsentElsewhere(
  events: AttendanceDay['events'],
  { day }: Pick<AttendanceDay, 'day'>,
  facts: WriteFacts,
): boolean {
  const { elsewhere = [] } = facts;
  // The usual case: no pupil of the class is.
  if (elsewhere.length === 0) return false;
  const ofDay = hoursOfDay(day, facts);
  return elsewhere.some((span) => incoherence(events, ofDay, span) === 'absent');
}

function isTooEarly(day: AttendanceDay['day'], { time, at }: AttendanceDay['events'][number]): boolean {
  return time !== undefined && isAheadOfClock({ time, at }, day, FORESEEN_MINUTES);
}
