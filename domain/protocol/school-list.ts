import type { SchoolId } from '../base/ids.ts';
import type { Infer, JsonSchema } from '../base/schema.ts';
import { installedSchoolSchema } from '../school-config.ts';
import { field } from '../record/fields.ts';

const { school, name, city, server } = installedSchoolSchema.properties;

/** `typ` in the header of a signed list: no other statement made with the same key can pass for one. */
export const SCHOOL_LIST_TYPE = 'campanella-schools';

/** The longest signed list, in bytes, that a device takes. */
export const LARGEST_SCHOOL_LIST = 8 * 1024 * 1024;

/** The header of a signed list. No `jwk`, `jku`, `crit` or whatever else it could bring along: key and algorithm are known. */
export const schoolListHeaderSchema = {
  type: 'object',
  properties: {
    alg: { const: 'EdDSA' },
    typ: { const: SCHOOL_LIST_TYPE },
    kid: { type: 'string', maxLength: 100 },
  },
  required: ['alg', 'typ'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** The payload of the signed list of schools (docs/adr/0008): where the server of each school is. */
export const schoolListSchema = {
  type: 'object',
  properties: {
    version: { const: 1 },
    /** A list replaces those that were issued before it. */
    issuedAt: field.instant,
    /** From here on the list is not used any more. */
    expiresAt: field.instant,
    schools: {
      type: 'array',
      maxItems: 20_000,
      items: {
        type: 'object',
        properties: { school, name, city, server },
        required: ['school', 'name', 'city', 'server'],
        additionalProperties: false,
      },
    },
  },
  required: ['version', 'issuedAt', 'expiresAt', 'schools'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** The payload of the signed list of schools. */
export type SchoolList = Infer<typeof schoolListSchema>;

/** Schools that stand in a list more than once: which of their servers would be asked would depend on the order. */
export function schoolsListedTwice(list: readonly { readonly school: SchoolId }[]): readonly SchoolId[] {
  const seen = new Set<SchoolId>();
  const twice = new Set<SchoolId>();
  for (const { school } of list) (seen.has(school) ? twice : seen).add(school);
  return [...twice];
}

/** Why a signed list is not taken: no compact JWS, not signed by the key of the installer, or signed but not a list of schools. */
export type ListFault = 'malformed' | 'notSigned' | 'notAList';

/** A school that can be signed in to from here: the installed one and those of the signed directory (docs/adr/0008). */
export interface ReachableSchool {
  readonly school: string;
  readonly name: string;
  readonly city: string;
}
