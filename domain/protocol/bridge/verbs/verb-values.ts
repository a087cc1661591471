import type { JsonSchema } from '../../../base/schema.ts';
import { field } from '../../../record/fields.ts';

/** A password as typed. */
export const password = { type: 'string', minLength: 1, maxLength: 1000 } as const satisfies JsonSchema;
/** A code as typed. */
export const code = { type: 'string', minLength: 1, maxLength: 50 } as const satisfies JsonSchema;
/** Names an account of a school. */
export const account = {
  school: field.schoolId,
  username: { type: 'string', minLength: 1, maxLength: 200 },
} as const;
const { brand: _unknown, ...anySchool } = field.schoolId;
/** The code of a school that the page names: whether there is such a school, the directory says. */
export const school = anySchool;
/** How many entries the person has been told of. */
export const confirmed = { type: 'integer', minimum: 0, maximum: 10_000_000 } as const satisfies JsonSchema;
const uuid = { type: 'string', pattern: '^[0-9a-fA-F-]{36}$' } as const satisfies JsonSchema;
/** Names an entry. */
export const entry = { ...uuid, brand: 'EntryId' } as const satisfies JsonSchema;
/** Names an opening of an account. */
export const opening = { ...uuid, brand: 'OpeningId' } as const satisfies JsonSchema;

type Members = Readonly<Record<string, JsonSchema>>;

/** A request with these members, and perhaps those. */
export function request<const P extends Members, const O extends Members = P>(properties: P, optional?: O) {
  // The keys of a literal are those of its type; what is left out is an object without members.
  const all = { ...properties, ...optional } as P & O;
  const required = Object.keys(properties) as (keyof P & string)[];
  return { type: 'object', properties: all, required, additionalProperties: false } as const;
}
