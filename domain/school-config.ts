import type { Infer, JsonSchema } from './base/schema.ts';
import { field } from './record/fields.ts';

/** What makes one school's installer: identity, server, office contacts. Validated when the installer is built and at every start. */
export const installedSchoolSchema = {
  type: 'object',
  properties: {
    school: field.schoolId,
    name: field.name,
    city: field.shortText,
    /** Origin of the school's server, `https://…`; plain http is accepted for this same machine only. */
    server: {
      type: 'string',
      pattern: '^(https://[^/?#]+|http://(127\\.0\\.0\\.1|localhost|\\[::1\\])(:[0-9]+)?)$',
      maxLength: 200,
    },
    /** Contacts of the office, shown offline too (S11). */
    phone: field.shortText,
    email: field.shortText,
    address: field.shortText,
    /** The signed list of schools on other servers (docs/adr/0008); without one this installer knows its own server alone. */
    directory: {
      type: 'object',
      properties: {
        url: {
          type: 'string',
          pattern: '^(https://[^/?#]+|http://(127\\.0\\.0\\.1|localhost|\\[::1\\])(:[0-9]+)?)/[^?#]*$',
          maxLength: 300,
        },
        /** Ed25519 public key: its 32 bytes in base64url. */
        publicKey: { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$', maxLength: 43 },
      },
      required: ['url', 'publicKey'],
      additionalProperties: false,
    },
  },
  required: ['school', 'name', 'city', 'server', 'phone', 'email', 'address'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What makes one school's installer. */
export type InstalledSchool = Infer<typeof installedSchoolSchema>;
