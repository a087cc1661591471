import type { LocalDate, PersonId } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** Kinds of attendance event: assenza, entrata in ritardo, uscita anticipata, fuori classe (present elsewhere for one hour). */
export const ATTENDANCE_EVENT_KINDS = ['absent', 'entry', 'exit', 'outOfClass'] as const;

/**
 * One time-stamped event of a pupil's day.
 *
 * `hour` is the lesson hour in which it was marked, `time` the clock time of an entry or exit. State of the day and hours of absence
 * are computed from the events, never stored. An absence holds from the start of the day, or from the last event of an earlier hour, to
 * the next event of a later one. One that was marked before its hour began says nothing of the hours before it.
 */
export const attendanceEventSchema = {
  type: 'object',
  properties: {
    kind: { type: 'string', enum: ATTENDANCE_EVENT_KINDS },
    hour: field.hour,
    time: field.time,
    /** The teacher who marked it and when. */
    by: field.personId,
    at: field.instant,
  },
  required: ['kind', 'hour', 'by', 'at'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** How many events a day has when somebody writes on it: no pupil comes and goes more often. */
export const MOST_EVENTS = 30;

/**
 * What happened to one pupil on one day. A pupil without this record, or with no events in it, was present.
 *
 * Events are kept sorted by {@link ATTENDANCE_EVENT_KINDS} then hour and time, so that equal days are equal values.
 */
export const attendanceDaySchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'attendanceDay' },
    day: field.day,
    /** The class of the enrolment that holds on the day. */
    class: field.classId,
    /** Other classes in which the pupil was, or was marked, on the day of a change; the server alone says so, and their teachers read it too. */
    otherClasses: { type: 'array', items: field.classId, maxItems: 4, uniqueItems: true },
    pupil: field.personId,
    /** More than anybody writes: two devices that do not know of each other may each bring as many as one may. */
    events: { type: 'array', items: attendanceEventSchema, maxItems: 4 * MOST_EVENTS },
  },
  required: [...envelopeRequired, 'day', 'class', 'pupil', 'events'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What happened to one pupil on one day. */
export type AttendanceDay = Infer<typeof attendanceDaySchema>;
/** One time-stamped event of a pupil's day. */
export type AttendanceEvent = Infer<typeof attendanceEventSchema>;

/** Key of a pupil's day: one in the world, so that two teachers offline collide visibly. */
export function attendanceDayId(day: LocalDate, pupil: PersonId): string {
  return `${day}.${pupil}`;
}
