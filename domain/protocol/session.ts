import type { Infer, JsonSchema } from '../base/schema.ts';
import { field } from '../records/fields.ts';
import { STAFF_ROLES } from '../records/person.ts';

/** Main process to server, `POST /session/sign-in`. */
export const signInRequestSchema = {
  type: 'object',
  properties: {
    username: { type: 'string', minLength: 1, maxLength: 200 },
    password: { type: 'string', minLength: 1, maxLength: 1000 },
    /** Random identity of the installation and what the user calls it, for the list of devices. */
    device: {
      type: 'object',
      properties: {
        id: { type: 'string', minLength: 8, maxLength: 64 },
        name: { type: 'string', maxLength: 100 },
      },
      required: ['id', 'name'],
      additionalProperties: false,
    },
  },
  required: ['username', 'password', 'device'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Main process to server: sign in with a password. */
export type SignInRequest = Infer<typeof signInRequestSchema>;

/** Who is signed in, as shown in the header; holds no secret. */
export const identitySchema = {
  type: 'object',
  properties: {
    school: field.schoolId,
    schoolName: field.name,
    person: field.personId,
    username: field.shortText,
    surname: field.name,
    givenName: field.name,
    roles: { type: 'array', items: { type: 'string', enum: STAFF_ROLES } },
  },
  required: ['school', 'schoolName', 'person', 'username', 'surname', 'givenName', 'roles'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Who is signed in. */
export type Identity = Infer<typeof identitySchema>;

/** Server to main process: the answer of sign-in and refresh. Never reaches the renderer. */
export const sessionTokensSchema = {
  type: 'object',
  properties: {
    accessToken: { type: 'string' },
    /** Seconds the access token lives from now. */
    expiresIn: { type: 'integer' },
    refreshToken: { type: 'string' },
    identity: identitySchema,
    serverTime: field.instant,
  },
  required: ['accessToken', 'expiresIn', 'refreshToken', 'identity', 'serverTime'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Server to main process: the answer of sign-in and refresh. */
export type SessionTokens = Infer<typeof sessionTokensSchema>;

/** Main process to server, `POST /session/refresh` and `POST /session/sign-out`. */
export const refreshRequestSchema = {
  type: 'object',
  properties: { refreshToken: { type: 'string', minLength: 1, maxLength: 200 } },
  required: ['refreshToken'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Main process to server: renew or end a session. */
export type RefreshRequest = Infer<typeof refreshRequestSchema>;
