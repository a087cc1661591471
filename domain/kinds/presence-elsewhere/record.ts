import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** Why a pupil is out of class in the school's own name (D98): work placement (P), mobility (M), activity inside (S) or outside (E). */
export const ELSEWHERE_TYPES = ['workPlacement', 'mobility', 'activityInside', 'activityOutside'] as const;
/** One of them. */
export type ElsewhereType = (typeof ELSEWHERE_TYPES)[number];

/**
 * Which part of each day: from the start of a lesson hour to the end of the day, or between two clock times; the whole day where it says
 * nothing. One value, so that the halves of two people's corrections never make a third.
 */
const duringSchema = {
  type: 'object',
  properties: { fromHour: field.hour, start: field.time, end: field.time },
  required: [],
  additionalProperties: false,
} as const satisfies JsonSchema;

/**
 * Fuori classe: a pupil is elsewhere in the school's own name, from a day to a day (D98). It is no absence, wherever it stands; the family
 * sees it with type and hours (D99). It may be written for days to come.
 *
 * An hour out of class that a teacher ticks on the roll stays an event of the day (`outOfClass`).
 */
export const presenceElsewhereSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'presenceElsewhere' },
    /** First day, and the last one where there are more. */
    day: field.day,
    lastDay: field.day,
    class: field.classId,
    /** Other classes in which the pupil is on these days; the server alone says so, and their teachers read it too. */
    otherClasses: { type: 'array', items: field.classId, maxItems: 4, uniqueItems: true },
    pupil: field.personId,
    elsewhereType: { type: 'string', enum: ELSEWHERE_TYPES },
    during: duringSchema,
    /** Where, in the school's words. */
    whereabouts: field.shortText,
    /** It was taken back: nothing of it holds. */
    withdrawn: { type: 'boolean' },
  },
  required: [...envelopeRequired, 'day', 'class', 'pupil', 'elsewhereType', 'during', 'whereabouts'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Fuori classe of one pupil. */
export type PresenceElsewhere = Infer<typeof presenceElsewhereSchema>;
