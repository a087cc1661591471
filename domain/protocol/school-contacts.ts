import type { Infer, JsonSchema } from '../base/schema.ts';
import { field } from '../records/fields.ts';

/** `PUT /api/office/contacts`: how the school's office is reached (S11); empty where there is no such way. */
export const schoolContactsSchema = {
  type: 'object',
  properties: {
    phone: field.shortText,
    email: field.shortText,
    address: field.shortText,
    city: field.shortText,
  },
  required: ['phone', 'email', 'address', 'city'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** How the school's office is reached. */
export type SchoolContacts = Infer<typeof schoolContactsSchema>;

/** The members of the contacts, in the order in which they are read. */
export const CONTACT_FIELDS = ['phone', 'email', 'address', 'city'] as const;

/** The contacts alone, of whatever has them. */
export function contactsOf({ phone, email, address, city }: SchoolContacts): SchoolContacts {
  return { phone, email, address, city };
}
