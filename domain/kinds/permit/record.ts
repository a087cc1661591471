import type { LocalDate, PersonId } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { MOST_ACTS } from '../../record/acts.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';
import { JUSTIFICATION_REASONS } from '../justification/record.ts';

/** What a permit is for: entrata posticipata or uscita anticipata of one pupil. */
export const PERMIT_MOVES = ['entry', 'exit'] as const;
/** What is done about a permit: chiedere, ritirare, concedere, non concedere. */
export const PERMIT_ACTS = ['ask', 'withdraw', 'grant', 'refuse'] as const;

/** One thing that somebody did about a permit; never changed and never taken out again. */
export const permitActSchema = {
  type: 'object',
  properties: {
    id: field.id,
    act: { type: 'string', enum: PERMIT_ACTS },
    by: field.personId,
    at: field.instant,
    /** When the pupil is to come, or to leave. */
    time: field.time,
    reason: { type: 'string', enum: JUSTIFICATION_REASONS },
    text: { type: 'string', maxLength: 255 },
    /** Who collects the pupil, from the list of those who may (D91). */
    collector: field.id,
    /** The request that this withdraws, grants or refuses; of a request, what its author saw of an earlier one. */
    answers: field.id,
  },
  required: ['id', 'act', 'by', 'at'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Permesso to come later, or to leave earlier, on one day: asked for by the family beforehand, granted by the principal's staff (D90). */
export const permitSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'permit' },
    day: field.day,
    move: { type: 'string', enum: PERMIT_MOVES },
    /** The class on the day, and those in which it is read too; the server alone says so. */
    class: field.classId,
    otherClasses: { type: 'array', items: field.classId, maxItems: 6, uniqueItems: true },
    pupil: field.personId,
    acts: { type: 'array', items: permitActSchema, maxItems: MOST_ACTS },
  },
  required: [...envelopeRequired, 'day', 'move', 'class', 'pupil', 'acts'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Permesso. */
export type Permit = Infer<typeof permitSchema>;
/** One thing that somebody did about a permit. */
export type PermitAct = Infer<typeof permitActSchema>;

/** Key of a permit: one per pupil, day and direction. */
export function permitId(day: LocalDate, pupil: PersonId, move: Permit['move']): string {
  return `${day}.${pupil}.${move}.permit`;
}
