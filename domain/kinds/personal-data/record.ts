import type { PersonId } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** Anagrafica of a person: what the office alone may read. One per person. */
export const personalDataSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'personalData' },
    person: field.personId,
    /** Whose it is: the office of the pupils reads theirs and their guardians', that of the personnel those of the staff. */
    personType: { type: 'string', enum: ['pupil', 'guardian', 'staff'] },
    /** Codice fiscale as the source gave it; schools do hold provisional ones, so its form is not enforced here. */
    fiscalCode: { type: 'string', maxLength: 32 },
    /** Identifier in the system the person was imported from. */
    sourceId: field.shortText,
    /** Username in the system the person was imported from: later files refer to people by it. */
    sourceUsername: field.shortText,
    sex: { type: 'string', enum: ['F', 'M', 'X'] },
    birthPlace: field.shortText,
    birthProvince: field.shortText,
    address: field.shortText,
    city: field.shortText,
    province: field.shortText,
    emails: { type: 'array', items: field.shortText, maxItems: 10 },
    /**
     * Those of `emails` that came in by a row of which nobody can say for sure whose it is, or that several families have: nothing that
     * opens an account goes there before the office has confirmed them.
     */
    unconfirmedEmails: { type: 'array', items: field.shortText, maxItems: 10 },
    phones: { type: 'array', items: field.shortText, maxItems: 10 },
    /** For a guardian: the children, first guardian (G) or second (X). */
    children: {
      type: 'array',
      maxItems: 20,
      items: {
        type: 'object',
        properties: { pupil: field.personId, guardian: { type: 'string', enum: ['first', 'second'] } },
        required: ['pupil', 'guardian'],
        additionalProperties: false,
      },
    },
  },
  required: [...envelopeRequired, 'person', 'emails', 'phones', 'children'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Anagrafica of a person. */
export type PersonalData = Infer<typeof personalDataSchema>;

/** Key of a person's personal data. */
export function personalDataId(person: PersonId): string {
  return `${person}.data`;
}
