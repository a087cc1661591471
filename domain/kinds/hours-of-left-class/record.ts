import type { Infer, JsonSchema } from '../../base/schema.ts';
import { expectedSchema } from '../class-movement/record.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** More half units than a year of lessons has. */
const MOST_HALF_UNITS = 8000;

const halfUnits = { type: 'integer', minimum: 0, maximum: MOST_HALF_UNITS } as const satisfies JsonSchema;
const subjects = {
  type: 'array',
  items: field.subjectId,
  uniqueItems: true,
  maxItems: 20,
} as const satisfies JsonSchema;

/** How many half units of lesson were held for the pupil: signed for a subject, as substitution without one, and for each subject. */
const heldSchema = {
  type: 'object',
  properties: {
    official: halfUnits,
    withoutSubject: halfUnits,
    bySubject: {
      type: 'array',
      items: {
        type: 'object',
        properties: { subject: field.subjectId, halfUnits },
        required: ['subject', 'halfUnits'],
        additionalProperties: false,
      },
      maxItems: 100,
    },
  },
  required: ['official', 'withoutSubject', 'bySubject'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** One hour in which the pupil missed something: `missedMinutes` of `minutes`; how it is rounded is asked where it is shown. */
const missedSchema = {
  type: 'object',
  properties: {
    day: field.day,
    hour: field.hour,
    subjects,
    missedMinutes: { type: 'integer', minimum: 1, maximum: 1440 },
    minutes: { type: 'integer', minimum: 1, maximum: 1440 },
    halfUnits,
  },
  required: ['day', 'hour', 'subjects', 'missedMinutes', 'minutes', 'halfUnits'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** A day of that class on which the school called it late or sent it home: what its pupils missed by it is no absence, and is not justified. */
const movementSchema = {
  type: 'object',
  properties: { day: field.day, expected: expectedSchema },
  required: ['day', 'expected'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/**
 * Ore nella classe lasciata: what a pupil missed in a class before going over into another one in the same school year, and how many hours
 * were held for the pupil there (D97); and on which days the class was not expected, for what the pupil still has to justify (D98). The server counts them, for those who have the pupil now and not the register of that class; of its
 * lessons it tells nothing else.
 */
export const hoursOfLeftClassSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'hoursOfLeftClass' },
    pupil: field.personId,
    /** The class that was left, with the first and the last day of the pupil in it. */
    class: field.classId,
    day: field.day,
    lastDay: field.day,
    /** On the day after, the time at which the change was written: what had begun by then was still of this class. Absent where nothing had. */
    changedAt: field.time,
    /** The classes that the pupil has entered since. Kept by the server; it decides who may read the record. */
    classes: { type: 'array', items: field.classId, uniqueItems: true, maxItems: 20 },
    held: heldSchema,
    missed: { type: 'array', items: missedSchema, maxItems: 4000 },
    /** Of the days of the pupil there, in their order; absent where there are none. */
    movements: { type: 'array', items: movementSchema, maxItems: 400 },
  },
  required: [...envelopeRequired, 'pupil', 'class', 'day', 'lastDay', 'classes', 'held', 'missed'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Ore nella classe lasciata. */
export type HoursOfLeftClass = Infer<typeof hoursOfLeftClassSchema>;

/** Key of the hours in a class that was left: that of the enrolment that has ended. */
export function hoursOfLeftClassId(enrolment: string): string {
  return `${enrolment}.hours`;
}
