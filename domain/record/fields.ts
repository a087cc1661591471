import type { JsonSchema } from '../base/schema.ts';
import { HIGHEST_GRADE, LOWEST_GRADE } from '../grades/notation.ts';

/** Upper bound of an identifier's length: RxDB indexes need one. */
const ID_LENGTH = 120;

const id = { type: 'string', minLength: 1, maxLength: ID_LENGTH } as const satisfies JsonSchema;
const personId = { ...id, brand: 'PersonId' } as const satisfies JsonSchema;
const classId = { ...id, brand: 'ClassId' } as const satisfies JsonSchema;
const subjectId = { ...id, brand: 'SubjectId' } as const satisfies JsonSchema;
const schoolId = {
  type: 'string',
  pattern: '^[A-Z]{4}[0-9]{4}$',
  maxLength: 8,
  brand: 'SchoolId',
} as const satisfies JsonSchema;
const entryId = {
  type: 'string',
  minLength: 36,
  maxLength: 36,
  brand: 'EntryId',
} as const satisfies JsonSchema;
const day = {
  type: 'string',
  pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
  maxLength: 10,
  brand: 'LocalDate',
} as const satisfies JsonSchema;
const time = {
  type: 'string',
  pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
  maxLength: 5,
  brand: 'LocalTime',
} as const satisfies JsonSchema;
const instant = {
  type: 'string',
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$',
  maxLength: 24,
  brand: 'Instant',
} as const satisfies JsonSchema;
const hour = { type: 'integer', minimum: 1, maximum: 20, multipleOf: 1 } as const satisfies JsonSchema;
const weekday = { type: 'integer', minimum: 1, maximum: 7, multipleOf: 1 } as const satisfies JsonSchema;
const name = { type: 'string', minLength: 1, maxLength: 120 } as const satisfies JsonSchema;
const shortText = { type: 'string', maxLength: 200 } as const satisfies JsonSchema;
const longText = { type: 'string', maxLength: 4000 } as const satisfies JsonSchema;
const quarters = {
  type: 'integer',
  minimum: LOWEST_GRADE,
  maximum: HIGHEST_GRADE,
} as const satisfies JsonSchema;
const points = { type: 'integer', minimum: 0, maximum: 100_000 } as const satisfies JsonSchema;
const percent = { type: 'integer', minimum: 0, maximum: 100 } as const satisfies JsonSchema;

/** The property schemas that records share. */
export const field = {
  id,
  personId,
  classId,
  subjectId,
  schoolId,
  entryId,
  /** Calendar day, `YYYY-MM-DD`. */
  day,
  /** Time of day, `HH:MM`. */
  time,
  /** UTC instant with milliseconds. */
  instant,
  /** Ordinal of a lesson hour in the day, from 1. */
  hour,
  /** ISO weekday, 1 Monday to 7 Sunday. */
  weekday,
  name,
  shortText,
  longText,
  /** A grade in quarters of a point (D21). */
  quarters,
  /** Points of a test, in hundredths, so that half points are whole numbers. */
  points,
  /** Whole percent. */
  percent,
} as const;

/**
 * What every record carries beside its payload.
 *
 * `entry` names the save that made this version; `recordedAt` is the device's time of that save, corrected by the known offset to the
 * server; `receivedAt` is set by the server alone and is absent on what has not reached it yet. `backdated` is the server's, too: the
 * save claimed a time (`claimed`) at which its device is known not to have written it, since it had delivered everything at `after`.
 */
export const envelope = {
  id: field.id,
  school: field.schoolId,
  author: field.personId,
  entry: field.entryId,
  recordedAt: field.instant,
  receivedAt: field.instant,
  backdated: {
    type: 'object',
    properties: { claimed: field.instant, after: field.instant },
    required: ['claimed', 'after'],
    additionalProperties: false,
  },
} as const;

/** The envelope properties that a record must have when a device writes it. */
export const envelopeRequired = ['id', 'school', 'author', 'entry', 'recordedAt', 'kind'] as const;
