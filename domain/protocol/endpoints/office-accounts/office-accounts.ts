import type { Infer, JsonSchema } from '../../../base/schema.ts';
import { field } from '../../../record/fields.ts';
import { STAFF_ROLES } from '../../../access/staff-role.ts';
import { ACCOUNT_KINDS } from '../../../people/username.ts';
import { batchOf, leftOut } from '../../batch.ts';

const usernames = batchOf({ type: 'string', minLength: 1, maxLength: 40 });

const recordChangeSchema = {
  type: 'object',
  properties: {
    at: field.instant,
    /** Who wrote it, as the list names people; absent for somebody whom the school does not know: who runs the server. */
    by: field.shortText,
    /** Whether a list brought it, or a clerk wants an address back that lists had replaced. */
    origin: { type: 'string', enum: ['list', 'clerk'] },
    /** What counts until then, of those data that are to change. */
    before: {
      type: 'object',
      properties: {
        fiscalCode: { type: 'string', maxLength: 32 },
        emails: { type: 'array', items: field.shortText, maxItems: 10 },
      },
      required: ['emails'],
      additionalProperties: false,
    },
    own: { type: 'boolean' },
    /** Names the values shown; a confirmation says with it what was looked at. */
    digest: field.shortText,
    fiscalCode: { type: 'string', maxLength: 32 },
    emails: { type: 'array', items: field.shortText, maxItems: 10 },
  },
  required: ['at', 'own', 'emails'],
  additionalProperties: false,
} as const satisfies JsonSchema;

const officeAccountSchema = {
  type: 'object',
  properties: {
    username: field.shortText,
    kind: { type: 'string', enum: ACCOUNT_KINDS },
    surname: field.name,
    givenName: field.name,
    roles: { type: 'array', items: { type: 'string', enum: STAFF_ROLES } },
    /** The child of a guardian. */
    child: field.shortText,
    /** The class of the pupil concerned, today. */
    classId: field.classId,
    className: field.shortText,
    schoolPass: field.shortText,
    state: { type: 'string', enum: ['issued', 'activated', 'blocked'] },
    issuedAt: field.instant,
    /** The office's password is refused from here on. */
    passwordExpiresAt: field.instant,
    activatedAt: field.instant,
    lastSignInAt: field.instant,
    blockedReason: field.shortText,
    letterPrintedAt: field.instant,
    /** State of the last message with an activation link since the credentials were issued: an older one leads nowhere. */
    mail: { type: 'string', enum: ['queued', 'sent', 'failed', 'cancelled', 'printed'] },
    mailedAt: field.instant,
    /** Until when its link leads to the account. */
    mailLinkUntil: field.instant,
    /** Whether the person has linked an address of their own; the address itself is theirs. */
    hasEmail: { type: 'boolean' },
    /** Whether the school's record holds an address to send to. */
    hasRecordEmail: { type: 'boolean' },
    /** Addresses of the record that an import could not be sure of: nothing is sent to them before the office has confirmed them. */
    unconfirmedEmails: { type: 'array', items: field.shortText },
    /** Addresses that were taken out of use: a list has replaced them, or the office has refused them. No clerk alone brings one back. */
    replacedEmails: { type: 'array', items: field.shortText },
    /** How many accounts the profile opens. */
    portfolioSize: { type: 'integer', minimum: 1 },
    /** No longer at the school, though not blocked. */
    hasLeft: { type: 'boolean' },
    /** The pupil concerned is in no class of this school year, though nobody has written that it has left (S4): to be looked at. */
    isOnNoList: { type: 'boolean' },
    /** Letters of the name, or of the child's, that no typeface of the printed letters has: they come out as question marks. */
    notPrintable: field.shortText,
    /** What was changed of the record and opens nothing until a second person has confirmed it; `own` where the asker wrote it. */
    recordChange: recordChangeSchema,
  },
  required: [
    'username',
    'kind',
    'surname',
    'givenName',
    'roles',
    'schoolPass',
    'state',
    'issuedAt',
    'hasEmail',
    'hasRecordEmail',
    'portfolioSize',
    'hasLeft',
  ],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** An account as the office sees it. */
export type OfficeAccount = Infer<typeof officeAccountSchema>;

/** `GET /api/office/accounts`: all accounts of the school; the page searches and filters. */
export const officeAccountsSchema = {
  type: 'object',
  properties: {
    accounts: { type: 'array', items: officeAccountSchema },
    /** People who could have an account and have none, by kind: what issuing for the new ones would make. */
    missing: {
      type: 'object',
      properties: {
        staff: { type: 'integer' },
        firstGuardian: { type: 'integer' },
        secondGuardian: { type: 'integer' },
        student: { type: 'integer' },
        /** Guardians and pupils among them by class, today's or the one that begins next. */
        classes: {
          type: 'array',
          items: {
            type: 'object',
            properties: { classId: field.classId, count: { type: 'integer' } },
            required: ['classId', 'count'],
            additionalProperties: false,
          },
        },
      },
      required: ['staff', 'firstGuardian', 'secondGuardian', 'student', 'classes'],
      additionalProperties: false,
    },
    /** Whether the server has an SMTP server to send through; without one messages are printed. */
    canMail: { type: 'boolean' },
  },
  required: ['accounts', 'missing', 'canMail'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** All accounts of the school. */
export type OfficeAccounts = Infer<typeof officeAccountsSchema>;

/** `GET /api/office/accounts/never-activated`: how many the report of S9 holds, for the reminder on every page. */
export const neverActivatedSchema = {
  type: 'object',
  properties: { count: { type: 'integer', minimum: 0 } },
  required: ['count'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** How many accounts were never activated. */
export type NeverActivated = Infer<typeof neverActivatedSchema>;

/** `POST /api/office/accounts/issue`: accounts for those of a class, of the staff, or named people, who have none. */
export const issueRequestSchema = {
  type: 'object',
  properties: {
    /** A class: its pupils' guardians and, in secondary classes where the policy says so, its pupils. */
    classId: field.classId,
    /** The staff; with neither, one person and all that the person could have. */
    staff: { const: true },
    person: field.personId,
  },
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Whom to issue accounts for: exactly one member is there. */
export type IssueRequest = Infer<typeof issueRequestSchema>;

/** Why somebody got no account. */
export const NOT_ISSUED_REASONS = ['primaryStudent', 'studentAccessOff', 'hasLeft', 'unknownPerson'] as const;

/** What issuing did. */
export const issueAnswerSchema = {
  type: 'object',
  properties: {
    issued: { type: 'array', items: field.shortText },
    /** Those who had an account already. */
    unchanged: { type: 'integer' },
    refused: leftOut({ name: field.shortText, reason: { type: 'string', enum: NOT_ISSUED_REASONS } }),
  },
  required: ['issued', 'unchanged', 'refused'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What issuing did. */
export type IssueAnswer = Infer<typeof issueAnswerSchema>;

/** `POST /api/office/accounts/reissue`, `/mail`, `/unblock`: acts on many accounts at once. */
export const usernamesRequestSchema = {
  type: 'object',
  properties: { usernames },
  required: ['usernames'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Acts on many accounts at once. */
export type UsernamesRequest = Infer<typeof usernamesRequestSchema>;

/** `POST /api/office/accounts/confirm-record`, `/refuse-record`: changes that wait, with the digests of what was shown of them. */
export const confirmRecordsRequestSchema = {
  type: 'object',
  properties: { usernames, seen: batchOf(field.shortText) },
  required: ['usernames'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Changes to confirm or to refuse; one whose digest is not among `seen` has changed, and stays as it is. */
export type ConfirmRecordsRequest = Infer<typeof confirmRecordsRequestSchema>;

/** `POST /api/office/accounts/block`. */
export const blockRequestSchema = {
  type: 'object',
  properties: { usernames, reason: { type: 'string', minLength: 1, maxLength: 200 } },
  required: ['usernames', 'reason'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Accounts to block, and why. */
export type BlockRequest = Infer<typeof blockRequestSchema>;

/** `POST /api/office/accounts/letters`: answers a PDF, one letter for each account that has a password of the office. */
export const lettersRequestSchema = {
  type: 'object',
  properties: {
    usernames,
    /** A second language under the Italian text. */
    second: { type: 'string', enum: ['en'] },
  },
  required: ['usernames'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Letters to print. */
export type LettersRequest = Infer<typeof lettersRequestSchema>;

/** How many accounts an act has changed, and those for which it could do nothing, with the reason. */
export const actReportSchema = {
  type: 'object',
  properties: {
    done: { type: 'integer' },
    /** How many of those wait for a second person now. */
    waiting: { type: 'integer' },
    skipped: leftOut({
      username: field.shortText,
      reason: {
        type: 'string',
        enum: [
          'unknown',
          'activated',
          'blocked',
          'notBlocked',
          'noAddress',
          'hasLink',
          'addressInDoubt',
          'addressWaits',
          'addressReplaced',
          'noOfficePassword',
          'onlyAccount',
          'own',
          'byAuthor',
          'nothingWaits',
          'changed',
        ],
      },
    }),
  },
  required: ['done', 'skipped'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** How many accounts an act has changed. */
export type ActReport = Infer<typeof actReportSchema>;
