import type { EntryId, PersonId } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/**
 * Tells the author of an overruled value that somebody else's entry on the same field won (decision "Conflicts").
 *
 * Written by the server alone; its addressee may only mark it as seen.
 */
export const conflictNoticeSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'conflictNotice' },
    /** Whose value lost. */
    addressee: field.personId,
    /** The child for whom the addressee wrote; absent for staff. */
    child: field.personId,
    /** Kind, collection and key of the record in question: a collection may hold kinds that name their fields alike. */
    recordKind: { type: 'string', maxLength: 40 },
    recordCollection: { type: 'string', maxLength: 40 },
    record: field.id,
    class: field.classId,
    day: field.day,
    hour: field.hour,
    pupil: field.personId,
    /** The other class, where the notice is about signatures of one teacher in two classes at once. */
    otherClass: field.classId,
    /** The notice is about a roll: what lost is what the addressee confirmed of the pupil, and not what they marked. */
    ofRoll: { const: true },
    /** What stands is the addressee's own: `lost` is what `keptAuthor`, a colleague, had written at the same time. */
    won: { const: true },
    /** Path of the field within the record, for example `topic` or `events`. */
    field: { type: 'string', maxLength: 80 },
    /** JSON of the value that lost and of the one that stands. */
    lost: field.longText,
    kept: field.longText,
    keptAuthor: field.personId,
    lostRecordedAt: field.instant,
    keptRecordedAt: field.instant,
    seen: { type: 'boolean' },
  },
  required: [
    ...envelopeRequired,
    'addressee',
    'recordKind',
    'recordCollection',
    'record',
    'field',
    'lost',
    'kept',
    'keptAuthor',
    'lostRecordedAt',
    'keptRecordedAt',
    'seen',
  ],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Tells the author of an overruled value that another's entry won. */
export type ConflictNotice = Infer<typeof conflictNoticeSchema>;

/**
 * Key of a notice: one per addressee, entry of theirs and field, so that a repeated push makes no second one. What has won is told by itself: it may lose later.
 */
export function conflictNoticeId(
  addressee: PersonId,
  entry: EntryId,
  fieldPath: string,
  won = false,
): string {
  return `${addressee}.${entry}.${fieldPath}${won ? '.won' : ''}`;
}
