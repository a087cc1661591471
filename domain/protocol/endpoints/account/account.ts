import type { Infer, JsonSchema } from '../../../base/schema.ts';
import { field } from '../../../record/fields.ts';
import { ACCOUNT_KINDS } from '../../../people/username.ts';
import { MAIL_LANGUAGES } from '../../mail-language.ts';

const address = { type: 'string', minLength: 3, maxLength: 254 } as const satisfies JsonSchema;
const password = { type: 'string', minLength: 1, maxLength: 1000 } as const satisfies JsonSchema;

/** A device on which an account was signed in (D40). */
const deviceSchema = {
  type: 'object',
  properties: {
    session: field.id,
    name: field.shortText,
    username: field.shortText,
    signedInAt: field.instant,
    lastUsedAt: field.instant,
    /** The device that asks. */
    current: { type: 'boolean' },
    /** Why the session ended; absent while it lasts. */
    ended: field.shortText,
  },
  required: ['session', 'name', 'username', 'signedInAt', 'lastUsedAt', 'current'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** `GET /api/account`: what the owner of an account sees of it. */
export const accountViewSchema = {
  type: 'object',
  properties: {
    username: field.shortText,
    kind: { type: 'string', enum: ACCOUNT_KINDS },
    schoolPass: field.shortText,
    /** The confirmed address: it signs in, and brings a forgotten password back. */
    email: {
      type: 'object',
      properties: { address: field.shortText, confirmedAt: field.instant },
      required: ['address', 'confirmedAt'],
      additionalProperties: false,
    },
    /** An address whose link has not been followed yet; `resendAt` is when another mail may be asked for. */
    pendingEmail: {
      type: 'object',
      properties: {
        address: field.shortText,
        since: field.instant,
        expiresAt: field.instant,
        resendAt: field.instant,
      },
      required: ['address', 'since', 'expiresAt', 'resendAt'],
      additionalProperties: false,
    },
    passwordSetAt: field.instant,
    secondFactor: {
      type: 'object',
      properties: {
        enabled: { type: 'boolean' },
        required: { type: 'boolean' },
        recoveryCodesLeft: { type: 'integer', minimum: 0 },
      },
      required: ['enabled', 'required', 'recoveryCodesLeft'],
      additionalProperties: false,
    },
    hasPicture: { type: 'boolean' },
    /** What the school has changed of the record and opens nothing until it is confirmed (docs/adr/0013). */
    recordChange: {
      type: 'object',
      properties: {
        at: field.instant,
        /** Names the values shown; the confirmation says with it what was looked at. */
        digest: field.shortText,
        fiscalCode: { type: 'string', maxLength: 32 },
        emails: { type: 'array', items: field.shortText, maxItems: 10 },
      },
      required: ['at', 'emails'],
      additionalProperties: false,
    },
    /** In which language the school's server writes to the owner. */
    language: { type: 'string', enum: MAIL_LANGUAGES },
    devices: { type: 'array', items: deviceSchema, maxItems: 200 },
  },
  required: [
    'username',
    'kind',
    'schoolPass',
    'passwordSetAt',
    'secondFactor',
    'hasPicture',
    'language',
    'devices',
  ],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What the owner of an account sees of it. */
export type AccountView = Infer<typeof accountViewSchema>;

/**
 * Acts on an account that carry a password: the page gives them to the main process (which seals the local data anew), and that one to
 * the server, `POST /session/act`, with the bearer of the account.
 *
 * - `linkEmail`: the address and a new password, valid at once (S22, S23), or the address alone, to hear which password is needed; where the address is confirmed for another profile the answer
 *   is `portfolioPasswordNeeded` and nothing has changed (S30).
 * - `mergeProfile`: joins the account to the profile with this confirmed address, whose password is given (S30), and a code of its second
 *   factor where it has one: without, the answer is `portfolioCode`.
 * - `changePassword`, `removeEmail` (the confirmed address), `disableSecondFactor`: with the current password.
 * - `separateAccount`: takes an account of the portfolio out of it; the office gives new credentials for it.
 */
export const accountActSchema = {
  anyOf: [
    act('linkEmail', { address }, { newPassword: password }),
    act('mergeProfile', { address, password }, { code: { type: 'string', minLength: 1, maxLength: 50 } }),
    act('changePassword', { current: password, next: password }),
    act('removeEmail', { password }),
    act('disableSecondFactor', { password, code: { type: 'string', minLength: 1, maxLength: 50 } }),
    act('separateAccount', { username: { type: 'string', minLength: 1, maxLength: 200 }, password }),
  ],
} as const satisfies JsonSchema;

/** An act on an account that carries a password. */
export type AccountAct = Infer<typeof accountActSchema>;

/**
 * `POST /api/account/second-factor/begin`: a code is asked for where a second factor is on already, which the new one then replaces. A
 * recovery code will do: the old telephone may be lost.
 */
export const beginSecondFactorSchema = {
  type: 'object',
  properties: { code: { type: 'string', minLength: 1, maxLength: 50 } },
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Begins a second factor, or its replacement. */
export type BeginSecondFactor = Infer<typeof beginSecondFactorSchema>;

/** Answer of `POST /api/account/second-factor/begin`: what the owner's authenticator is given. */
export const secondFactorEnrolmentSchema = {
  type: 'object',
  properties: { secret: field.shortText, uri: { type: 'string', maxLength: 500 } },
  required: ['secret', 'uri'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What the owner's authenticator is given. */
export type SecondFactorEnrolment = Infer<typeof secondFactorEnrolmentSchema>;

/** `POST /api/account/second-factor/confirm`: the first code; `…/recovery-codes`: a code of the authenticator. */
export const secondFactorConfirmSchema = {
  type: 'object',
  properties: { code: { type: 'string', minLength: 1, maxLength: 50 } },
  required: ['code'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** `PUT /api/account/language`: the language of the messages to the owner. */
export const mailLanguageSchema = {
  type: 'object',
  properties: { language: { type: 'string', enum: MAIL_LANGUAGES } },
  required: ['language'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** The recovery codes of a second factor: each works once, and they are shown once. */
export const recoveryCodesSchema = {
  type: 'object',
  properties: { recoveryCodes: { type: 'array', items: field.shortText, maxItems: 20 } },
  required: ['recoveryCodes'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** The recovery codes of a second factor. */
export type RecoveryCodes = Infer<typeof recoveryCodesSchema>;

/**
 * `GET /api/account/devices/:session/records`: what a lost device could hold (D40). The server does not know what a device has really
 * pulled: it answers what the account may read now, by collection. What it could read earlier and may no longer has been purged from
 * devices that were in contact since.
 */
export const deviceRecordsSchema = {
  type: 'object',
  properties: {
    session: field.id,
    lastUsedAt: field.instant,
    readableNow: {
      type: 'array',
      items: {
        type: 'object',
        properties: { collection: field.shortText, records: { type: 'integer', minimum: 0 } },
        required: ['collection', 'records'],
        additionalProperties: false,
      },
    },
    /** The groups of records behind the counts, by the names under which they are synchronised. */
    buckets: { type: 'array', items: field.shortText },
  },
  required: ['session', 'lastUsedAt', 'readableNow', 'buckets'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What a lost device could hold. */
export type DeviceRecords = Infer<typeof deviceRecordsSchema>;

/** What came of an act: done, or (for `linkEmail`) which password is needed: a new one, or that of the profile that has the address already. */
export const accountActAnswerSchema = {
  type: 'object',
  properties: { outcome: { type: 'string', enum: ['done', 'portfolioPasswordNeeded', 'newPasswordNeeded'] } },
  required: ['outcome'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What came of an act. */
export type AccountActAnswer = Infer<typeof accountActAnswerSchema>;

/** Main process to server, signed out, `POST /session/recover`: a forgotten password. */
export const recoveryRequestSchema = {
  anyOf: [
    act('byEmail', { address }),
    act('addresses', { name: { type: 'string', minLength: 1, maxLength: 200 } }),
    act('byName', {
      name: { type: 'string', minLength: 1, maxLength: 200 },
      choice: { type: 'string', minLength: 1, maxLength: 100 },
    }),
  ],
} as const satisfies JsonSchema;

/**
 * A forgotten password. `byEmail` is mode 1 (S16). Mode 2 asks for the `addresses` of a username or school pass, masked, and has the link
 * sent to one of them with `byName` (S18, S19).
 */
export type RecoveryRequest = Infer<typeof recoveryRequestSchema>;

/** Equal for names and addresses that exist and that do not: `choices` are masked addresses, each with an opaque name. */
export const recoveryAnswerSchema = {
  type: 'object',
  properties: {
    choices: {
      type: 'array',
      maxItems: 10,
      items: {
        type: 'object',
        properties: { choice: field.shortText, masked: field.shortText },
        required: ['choice', 'masked'],
        additionalProperties: false,
      },
    },
  },
  required: ['choices'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What came of asking for recovery. */
export type RecoveryAnswer = Infer<typeof recoveryAnswerSchema>;

function act<
  const K extends string,
  const P extends Readonly<Record<string, JsonSchema>>,
  const O extends Readonly<Record<string, JsonSchema>> = P,
>(kind: K, properties: P, optional?: O) {
  // The keys of a literal are those of its type; what is left out is an object without members.
  const required = ['kind', ...Object.keys(properties)] as ('kind' | (keyof P & string))[];
  const all = { kind: { const: kind }, ...properties, ...optional } as {
    readonly kind: { readonly const: K };
  } & P &
    O;
  return { type: 'object', properties: all, required, additionalProperties: false } as const;
}

/** `POST /api/account/record/confirm`: the owner's word, with the digest of what was shown. */
export const confirmOwnRecordSchema = {
  type: 'object',
  properties: { seen: field.shortText },
  additionalProperties: false,
} as const satisfies JsonSchema;

/** The owner's word for a change that waits. */
export type ConfirmOwnRecordRequest = Infer<typeof confirmOwnRecordSchema>;
