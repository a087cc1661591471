import type { LocalDate, PersonId } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** Reads and writes for the child, reads only, or neither. */
export const GUARDIAN_RIGHTS = ['full', 'readOnly', 'none'] as const;
/** What a guardian may do for a child. */
export type GuardianRights = (typeof GUARDIAN_RIGHTS)[number];

/** What a guardian may do for a child from a day to a day, by which document (D233). Without one the rights are full. A pupil of age who justifies for themselves has one of their own (D87). */
export const guardianshipSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'guardianship' },
    guardian: field.personId,
    pupil: field.personId,
    rights: { type: 'string', enum: GUARDIAN_RIGHTS },
    from: field.day,
    /** Last day; absent while it lasts. */
    to: field.day,
    /** Where the document is kept, and nothing of what it says. */
    document: field.shortText,
  },
  required: [...envelopeRequired, 'guardian', 'pupil', 'rights', 'from', 'document'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What a guardian may do for a child. */
export type Guardianship = Infer<typeof guardianshipSchema>;

/** Key of a guardian's rights. */
export function guardianshipId(guardian: PersonId, pupil: PersonId, from: LocalDate): string {
  return `${guardian}.${pupil}.${from}`;
}
