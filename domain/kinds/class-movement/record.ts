import type { ClassId, LocalDate } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** The clock times between which the school expects the class; the bell where one is absent. One value: two corrections make no third. */
export const expectedSchema = {
  type: 'object',
  properties: {
    /** The class was called late (entrata posticipata): it comes at this time. */
    from: field.time,
    /** The class is sent home early (uscita anticipata di classe): it leaves at this time. */
    to: field.time,
  },
  required: [],
  additionalProperties: false,
} as const satisfies JsonSchema;

/**
 * The school calls a class late or sends it home early on a day (D98, D106): what its pupils miss of their hours by it is no absence. It
 * may be written for days to come; nothing expected but the bells takes it back.
 */
export const classMovementSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'classMovement' },
    day: field.day,
    class: field.classId,
    expected: expectedSchema,
    /** Why, in the school's words; families read it. */
    movementReason: field.shortText,
  },
  required: [...envelopeRequired, 'day', 'class', 'expected', 'movementReason'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** A class called late, or sent home early, by the school. */
export type ClassMovement = Infer<typeof classMovementSchema>;

/** Key of a class's movement: one per day and class, so that two teachers offline collide visibly. */
export function classMovementId(day: LocalDate, schoolClass: ClassId): string {
  return `${day}.${schoolClass}`;
}
