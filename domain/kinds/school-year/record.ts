import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** How absences are called: of the day, where each holds until the pupil comes, or hour by hour (D102). */
export const ATTENDANCE_MODES = ['daily', 'hourly'] as const;
/** One of them. */
export type AttendanceMode = (typeof ATTENDANCE_MODES)[number];

const namedSpanSchema = {
  type: 'object',
  properties: { name: field.name, from: field.day, to: field.day },
  required: ['name', 'from', 'to'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Anno scolastico: lesson span, periods, weekly rest, closures. National holidays are computed, not stored (D1–D4). */
export const schoolYearSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'schoolYear' },
    /** Calendar year in which the school year begins: 2026 for 2026/27. */
    startYear: { type: 'integer', minimum: 2000, maximum: 2100 },
    /** First and last day of lessons. */
    lessonsFrom: field.day,
    lessonsTo: field.day,
    /** Assessment periods (trimestre, quadrimestre, pentamestre): ordered, without gaps or overlaps; the last is final (D2). */
    periods: { type: 'array', items: namedSpanSchema, minItems: 1, maxItems: 4 },
    /** Weekly days without lessons beside Sunday; `[6]` is the short week. */
    restDays: { type: 'array', items: field.weekday, maxItems: 3 },
    /** Days without lessons decided by region or school, each span with its reason (D3). */
    closures: { type: 'array', items: namedSpanSchema, maxItems: 60 },
    /** Patron saint's day as `MM-DD`, when the town has one. */
    patronSaint: { type: 'string', pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$', maxLength: 5 },
    /** How absences are called, for the whole school (D102). Absent: `daily`. */
    attendanceMode: { type: 'string', enum: ATTENDANCE_MODES },
    /** The periods that are closed for what is assessed in them, for one class or for all: their term meetings have been opened (D24, D28). */
    frozen: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          /** The place of the period among {@link periods}, from 0. */
          period: { type: 'integer', minimum: 0, maximum: 3, multipleOf: 1 },
          class: field.classId,
          /** The last day of the meeting, until which the whole council reads all grades (F.5); absent: as long as the period is closed. */
          councilUntil: field.day,
        },
        required: ['period'],
        additionalProperties: false,
      },
      maxItems: 1200,
    },
    /** Until which day families see nothing of what is assessed in a period, in one class or in all (D76); what has ended stays. */
    heldBack: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          period: { type: 'integer', minimum: 0, maximum: 3, multipleOf: 1 },
          class: field.classId,
          /** The first day on which they see it. */
          until: field.day,
          /** When the server took it: what they had seen before then is not unseen by it. */
          heldAt: field.instant,
          /** The day of one that has no such instant. Without either it is held back since before it was written. */
          since: field.day,
          /** When the server took it that the school shows it before that day. */
          liftedAt: field.instant,
        },
        required: ['period', 'until'],
        additionalProperties: false,
      },
      maxItems: 4800,
    },
    /** The day on which the school closed the year: what is recorded after it is not taken, and all of it stays readable (D198). Absent: open. */
    closedOn: field.day,
  },
  required: [...envelopeRequired, 'startYear', 'lessonsFrom', 'lessonsTo', 'periods', 'restDays', 'closures'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Anno scolastico. */
export type SchoolYear = Infer<typeof schoolYearSchema>;
/** Assessment period. */
export type Period = Infer<typeof namedSpanSchema>;

/** Key of a school year. */
export function schoolYearId(startYear: number): string {
  return `year.${startYear}`;
}

/** How people say a school year: 2026/27. */
export function schoolYearName(startYear: number): string {
  return `${startYear}/${String(startYear + 1).slice(-2)}`;
}
