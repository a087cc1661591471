import type { Infer, JsonSchema } from '../../../base/schema.ts';
import { field } from '../../../record/fields.ts';
import { STAFF_ROLES } from '../../../access/staff-role.ts';
import { ACCOUNT_KINDS } from '../../../people/username.ts';
import { MAIL_LANGUAGES } from '../../mail-language.ts';
import { appointedSchema } from './appointed.ts';

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
        id: { type: 'string', minLength: 8, maxLength: 64, pattern: '^[A-Za-z0-9._:-]+$' },
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
    /** What a member of the staff is appointed to today; none where absent. */
    appointments: { type: 'array', items: appointedSchema, maxItems: 200 },
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
/** Names one account: a username of one school. */
export type AccountRef = Pick<Identity, 'school' | 'username'>;

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

/** Main process to server, `POST /session/refresh`. */
export const refreshRequestSchema = {
  type: 'object',
  properties: { refreshToken: { type: 'string', minLength: 1, maxLength: 200 } },
  required: ['refreshToken'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Main process to server: renew a session. */
export type RefreshRequest = Infer<typeof refreshRequestSchema>;

/** What has to be done before a sign-in is complete. */
export const SIGN_IN_STEPS = ['secondFactor', 'newPassword', 'enrolSecondFactor'] as const;

/**
 * A sign-in that is not complete: the password was right. `ticket` stands for what has been proved so far; it opens nothing, lives ten
 * minutes and works once for each step.
 */
const signInStepSchema = {
  type: 'object',
  properties: {
    kind: { type: 'string', enum: SIGN_IN_STEPS },
    ticket: { type: 'string', maxLength: 4000 },
    username: field.shortText,
    /** For `newPassword`: what the school will not take in a password, so that the page says so while it is typed. */
    personal: { type: 'array', items: field.shortText, maxItems: 20 },
    /** For `enrolSecondFactor`: the shared secret in base 32 and as an `otpauth://` address for the QR code. */
    enrolment: {
      type: 'object',
      properties: { secret: field.shortText, uri: { type: 'string', maxLength: 500 } },
      required: ['secret', 'uri'],
      additionalProperties: false,
    },
  },
  required: ['kind', 'ticket', 'username'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** A sign-in that is not complete. */
export type SignInStep = Infer<typeof signInStepSchema>;

/** Server to main process: what came of a sign-in or of one of its steps. Exactly one of `tokens` and `step` is there. */
export const signInAnswerSchema = {
  type: 'object',
  properties: {
    tokens: sessionTokensSchema,
    step: signInStepSchema,
    /** Shown once, when a second factor has been enrolled. */
    recoveryCodes: { type: 'array', items: field.shortText, maxItems: 20 },
  },
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Server to main process: what came of a sign-in or of one of its steps. */
export type SignInAnswer = Infer<typeof signInAnswerSchema>;

const ticket = { type: 'string', minLength: 1, maxLength: 4000 } as const satisfies JsonSchema;

/** Main process to server, `POST /session/second-factor` and `/session/confirm-second-factor`: a code, or a recovery code. */
export const codeRequestSchema = {
  type: 'object',
  properties: { ticket, code: { type: 'string', minLength: 1, maxLength: 50 } },
  required: ['ticket', 'code'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Main process to server: a code of the second factor. */
export type CodeRequest = Infer<typeof codeRequestSchema>;

/** Main process to server, `POST /session/new-password`: the owner's password in the place of the office's. */
export const newPasswordRequestSchema = {
  type: 'object',
  properties: {
    ticket,
    password: { type: 'string', minLength: 1, maxLength: 1000 },
    /** In which language the person reads the app: that of messages, as long as no other is chosen. */
    language: { type: 'string', enum: MAIL_LANGUAGES },
  },
  required: ['ticket', 'password'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Main process to server: the owner's password in the place of the office's. */
export type NewPasswordRequest = Infer<typeof newPasswordRequestSchema>;

/** Main process to server, `POST /session/switch`: a session for another account of the same profile. */
export const switchRequestSchema = {
  type: 'object',
  properties: {
    refreshToken: { type: 'string', minLength: 1, maxLength: 200 },
    username: { type: 'string', minLength: 1, maxLength: 200 },
  },
  required: ['refreshToken', 'username'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Main process to server: a session for another account of the same profile. */
export type SwitchRequest = Infer<typeof switchRequestSchema>;

/** Server to main process, `GET /session/ways`: how people sign in here beside the password. */
export const signInWaysSchema = {
  type: 'object',
  properties: {
    /** The provider of digital identities, as it is written on the button; null where there is none. */
    provider: {
      anyOf: [
        { type: 'null' },
        {
          type: 'object',
          properties: { name: field.shortText },
          required: ['name'],
          additionalProperties: false,
        },
      ],
    },
  },
  required: ['provider'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Server to main process, and on to the page: how people sign in beside the password. */
export type SignInWays = Infer<typeof signInWaysSchema>;

/** What a journey to the provider is for: a session, or the consent of whoever owns a blocked account (docs/adr/0009). */
export type JourneyPurpose = StartProviderRequest['purpose'];

/** Page to main process: a journey to the provider of a school, for which account alone, and what for (a sign-in, unless given). */
export interface ProviderRequest {
  readonly school: string;
  readonly only?: AccountRef;
  readonly purpose?: JourneyPurpose;
}

/** Main process to server, `POST /session/provider/start`: what the journey is for. */
export const startProviderRequestSchema = {
  type: 'object',
  properties: { purpose: { type: 'string', enum: ['signIn', 'handOver'] } },
  required: ['purpose'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Main process to server: the beginning of a journey to the provider. */
export type StartProviderRequest = Infer<typeof startProviderRequestSchema>;

/** Server to main process, `POST /session/provider/start`: the app's own secret, and the page to open in a browser (docs/adr/0010). */
export const providerStartSchema = {
  type: 'object',
  properties: { flow: { type: 'string', maxLength: 100 }, url: { type: 'string', maxLength: 2000 } },
  required: ['flow', 'url'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Server to main process: the beginning of a sign-in by a provider. */
export type ProviderStart = Infer<typeof providerStartSchema>;

/** Main process to server, `POST /session/provider/finish`: the secret of the beginning, and the code that the browser showed. */
export const finishProviderRequestSchema = {
  type: 'object',
  properties: {
    flow: { type: 'string', minLength: 1, maxLength: 100 },
    code: { type: 'string', minLength: 1, maxLength: 50 },
    device: signInRequestSchema.properties.device,
  },
  required: ['flow', 'code', 'device'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Main process to server: the end of a sign-in by a provider. */
export type FinishProviderRequest = Infer<typeof finishProviderRequestSchema>;
