import { STAFF_ROLES } from '../../access/staff-role.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/**
 * A pupil, guardian or member of staff, as those who work with them need to see them.
 *
 * Only the name by which people are called and what the classroom needs; what the office alone needs (fiscal code, addresses,
 * contacts) is in the personal data record, which teachers never receive (D39, minimisation).
 */
export const personSchema = {
  type: 'object',
  properties: {
    ...envelope,
    id: field.personId,
    kind: { const: 'person' },
    type: { type: 'string', enum: ['pupil', 'guardian', 'staff'] },
    surname: field.name,
    givenName: field.name,
    /** Birth date of a pupil: tells two of the same name apart, and who is of age. */
    birthDate: field.day,
    /** Roles of a member of staff. */
    roles: { type: 'array', items: { type: 'string', enum: STAFF_ROLES }, uniqueItems: true, maxItems: 4 },
    /**
     * The classes a pupil is or was enrolled in (guardians: those of their children). Kept by the server from the enrolments; it
     * decides who may read the record.
     */
    classes: { type: 'array', items: field.classId, uniqueItems: true, maxItems: 200 },
    /** When the person left the school: the record stays, the account does not work. */
    leftOn: field.day,
  },
  required: [...envelopeRequired, 'type', 'surname', 'givenName', 'roles', 'classes'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** A pupil, guardian or member of staff. */
export type Person = Infer<typeof personSchema>;

/** "Surname Given" as registers list people. */
export function listName(person: Pick<Person, 'surname' | 'givenName'>): string {
  return `${person.surname} ${person.givenName}`;
}

const nameOrder = new Intl.Collator('it', { sensitivity: 'base', ignorePunctuation: true, numeric: true });

/** Orders people as an Italian class list does: surname, then given name, accents and apostrophes ignored. */
export function compareByName(
  a: Pick<Person, 'surname' | 'givenName'>,
  b: Pick<Person, 'surname' | 'givenName'>,
): number {
  return nameOrder.compare(a.surname, b.surname) || nameOrder.compare(a.givenName, b.givenName);
}
