import type { LocalDate } from '../base/ids.ts';
import type { AttendanceEvent } from '../records/attendance-day.ts';
import { hasBegun } from './before-its-time.ts';
import { hourPresence, type LessonHour } from './hour-presence.ts';

type Events = readonly AttendanceEvent[];

/**
 * Whether an event is an absence that was prepared: marked before its hour began (D19). It is kept as an exit at the start of that hour,
 * because an absence would say that the pupil had not been there in the hours before either, which nobody has seen. Shown in its own hour
 * it is what was marked: an absence.
 */
export function isPreparedAbsence(event: AttendanceEvent, day: LocalDate, bell: LessonHour): boolean {
  const { kind, hour, time, at } = event;
  return (
    kind === 'exit' && hour === bell.hour && time === bell.start && !hasBegun({ day, start: bell.start }, at)
  );
}

/**
 * The events of a day without the prepared absences that they say already: of whom a mark of an earlier hour says that they are not here,
 * nobody leaves. As an exit it would tell the family of a departure from school that never was.
 *
 * @param bells the lesson hours of the pupil's class on the day
 */
export function settlePrepared(events: Events, day: LocalDate, bells: readonly LessonHour[]): Events {
  return bells.reduce((kept, bell) => {
    const prepared = kept.find((event) => isPreparedAbsence(event, day, bell));
    if (!prepared) return kept;
    const rest = kept.filter((event) => event !== prepared);
    const isGone = rest.some(({ hour }) => hour < bell.hour) && !hourPresence(rest, bell).inAtStart;
    // A mark of its own hour decides by itself whether the pupil came back.
    return isGone && !rest.some(({ hour }) => hour === bell.hour) ? rest : kept;
  }, events);
}
