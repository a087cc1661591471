import type { Infer, JsonSchema } from '../../../base/schema.ts';
import { field } from '../../../record/fields.ts';

/** `PUT /api/office/contacts`: what the school is called and how its office is reached (S11); empty where there is no such way. */
export const schoolContactsSchema = {
  type: 'object',
  properties: {
    /** The school's name as people say it; without it the name stays as it is. */
    name: field.name,
    phone: field.shortText,
    email: field.shortText,
    address: field.shortText,
    city: field.shortText,
  },
  required: ['phone', 'email', 'address', 'city'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** How the school's office is reached. */
export type SchoolContacts = Omit<Infer<typeof schoolContactsSchema>, 'name'>;

/** How the school's office is reached, and the school's name where it changes. */
export type SchoolDetails = Infer<typeof schoolContactsSchema>;

/** The members of the contacts, in the order in which they are read. */
export const CONTACT_FIELDS = ['phone', 'email', 'address', 'city'] as const;

/** The contacts alone, of whatever has them. */
export function contactsOf({ phone, email, address, city }: SchoolContacts): SchoolContacts {
  return { phone, email, address, city };
}

/** Where the office is: its address and its town, which is said once though the address may name it. */
export function whereOf({ address, city }: Pick<SchoolContacts, 'address' | 'city'>, between = ', '): string {
  return [address, address.includes(city) ? '' : city].filter((part) => part !== '').join(between);
}

/**
 * Whether a school can be named on a letter, and whoever reads it can ask somebody (S10, S11): an import makes a school that has its code
 * for a name and no contacts at all.
 */
export function isReadyForLetters({
  school,
  name,
  phone,
  email,
}: Pick<SchoolContacts, 'phone' | 'email'> & { readonly school: string; readonly name: string }): boolean {
  return name.trim() !== '' && name !== school && (phone.trim() !== '' || email.trim() !== '');
}
