import type { Infer, JsonSchema } from '../base/schema.ts';
import { field } from '../records/fields.ts';
import { STAFF_ROLES } from '../records/person.ts';
import { ACCOUNT_KINDS } from '../rules/username.ts';

/** Main process to server, `POST /session/sign-in`. */
export const signInRequestSchema = {
  type: 'object',
  properties: {
    /** A username or a confirmed e-mail address, as typed. */
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

/** A child as the account of its guardian names it. */
const childSchema = {
  type: 'object',
  properties: {
    person: field.personId,
    surname: field.name,
    givenName: field.name,
    className: field.shortText,
  },
  required: ['person', 'surname', 'givenName'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** One account of a portfolio, as the switcher shows it (S28, S33). */
const portfolioAccountSchema = {
  type: 'object',
  properties: {
    school: field.schoolId,
    schoolName: field.name,
    username: field.shortText,
    kind: { type: 'string', enum: ACCOUNT_KINDS },
    surname: field.name,
    givenName: field.name,
    child: childSchema,
  },
  required: ['school', 'schoolName', 'username', 'kind', 'surname', 'givenName'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** One account of a portfolio. */
export type PortfolioAccount = Infer<typeof portfolioAccountSchema>;

/** Who is signed in, as shown in the header; holds no secret. */
export const identitySchema = {
  type: 'object',
  properties: {
    school: field.schoolId,
    schoolName: field.name,
    person: field.personId,
    username: field.shortText,
    kind: { type: 'string', enum: ACCOUNT_KINDS },
    surname: field.name,
    givenName: field.name,
    roles: { type: 'array', items: { type: 'string', enum: STAFF_ROLES } },
    /** The child of a guardian, the pupil itself for a student; absent for staff. */
    child: childSchema,
    /** Shown beside the name, for recovery (S14). */
    schoolPass: { type: 'string', pattern: '^[0-9]{1,12}$', maxLength: 12 },
    /** Whose password opens it: accounts with the same profile are one portfolio. */
    profile: field.id,
    /** All accounts of the profile on this server, this one among them. */
    portfolio: { type: 'array', items: portfolioAccountSchema, maxItems: 100 },
  },
  required: [
    'school',
    'schoolName',
    'person',
    'username',
    'kind',
    'surname',
    'givenName',
    'roles',
    'schoolPass',
    'profile',
    'portfolio',
  ],
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
