import type { Infer, JsonSchema } from '../../../base/schema.ts';
import { COLLECTION_NAMES } from '../../../record/collection-names.ts';
import { field } from '../../../record/fields.ts';
import { BATCH_LIMIT, batchOf, leftOut } from '../../batch.ts';
import { finishProviderRequestSchema, signInRequestSchema } from './session.ts';

/** Entries that one request may carry at most. */
export const HAND_OVER_LIMIT = BATCH_LIMIT;

const record = { type: 'object' } as const satisfies JsonSchema;

const { password, device, username } = signInRequestSchema.properties;
const { flow, code } = finishProviderRequestSchema.properties;

/** Who consents: whoever knows the account's password, or has been recognised by the provider on a journey for this very purpose. */
const consentSchema = {
  anyOf: [
    { type: 'object', properties: { password }, required: ['password'], additionalProperties: false },
    { type: 'object', properties: { flow, code }, required: ['flow', 'code'], additionalProperties: false },
  ],
} as const satisfies JsonSchema;

/** The consent to handing over. */
export type HandOverConsent = Infer<typeof consentSchema>;

/**
 * Main process to server, `POST /session/hand-over`: unsent entries of a blocked account, for the office to look at (docs/adr/0009), with
 * the consent of its owner. Asked again with the same entries it answers the same.
 */
export const handOverRequestSchema = {
  type: 'object',
  properties: {
    username,
    consent: consentSchema,
    device,
    entries: {
      type: 'array',
      minItems: 1,
      maxItems: HAND_OVER_LIMIT,
      items: {
        type: 'object',
        properties: {
          entry: field.entryId,
          collection: { type: 'string', enum: COLLECTION_NAMES },
          record,
          assumed: { anyOf: [{ type: 'null' }, record] },
        },
        required: ['entry', 'collection', 'record', 'assumed'],
        additionalProperties: false,
      },
    },
  },
  required: ['username', 'consent', 'device', 'entries'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Unsent entries of a blocked account. */
export type HandOverRequest = Infer<typeof handOverRequestSchema>;

/**
 * Why an entry is not put aside: larger than an entry of the register can be, with a text that cannot be kept or the name of another entry that is here, or because this account's
 * or the school's entries that wait are as many as the server holds until the office has looked at some.
 */
export const HAND_OVER_BOUNDS = ['tooLarge', 'malformed', 'accountFull', 'schoolFull'] as const;
/** Why an entry is not put aside. */
export type HandOverBound = (typeof HAND_OVER_BOUNDS)[number];

/** The entries that are durably put aside: the device forgets these and no others; `left` says why of those that are not. */
export const handOverAnswerSchema = {
  type: 'object',
  properties: {
    taken: { type: 'array', items: field.entryId, maxItems: HAND_OVER_LIMIT },
    left: {
      type: 'array',
      maxItems: HAND_OVER_LIMIT,
      items: {
        type: 'object',
        properties: { entry: field.entryId, reason: { type: 'string', enum: HAND_OVER_BOUNDS } },
        required: ['entry', 'reason'],
        additionalProperties: false,
      },
    },
  },
  required: ['taken'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** The entries that are durably put aside. */
export type HandOverAnswer = Infer<typeof handOverAnswerSchema>;

/** How an entry that was handed over is doing; one that was taken has gone through the same checks as any other. */
export const HAND_OVER_STATES = ['waiting', 'taken', 'left'] as const;

/**
 * `GET /api/office/hand-overs`: entries of blocked accounts, those that wait first, newest first, in pages of bounded size; `next` asks for
 * the page behind, as `?after=…`.
 */
export const officeHandOversSchema = {
  type: 'object',
  properties: {
    entries: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: field.id,
          username: field.shortText,
          /** The author. */
          name: field.shortText,
          device: field.shortText,
          collection: { type: 'string', enum: COLLECTION_NAMES },
          /** What would be written, as the device has it: not checked before it is taken. */
          record: { type: 'object', additionalProperties: true },
          /** What the device says; absent where it says none. */
          recordedAt: field.shortText,
          handedOverAt: field.instant,
          state: { type: 'string', enum: HAND_OVER_STATES },
          /** Why it could not be taken, the last time that a clerk tried. */
          refusal: field.shortText,
          settledAt: field.instant,
          settledBy: field.shortText,
        },
        required: ['id', 'username', 'name', 'device', 'collection', 'record', 'handedOverAt', 'state'],
        additionalProperties: false,
      },
    },
    next: { type: 'string', maxLength: 400 },
  },
  required: ['entries'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Entries of blocked accounts, for the office. */
export type OfficeHandOvers = Infer<typeof officeHandOversSchema>;

/** `POST /api/office/hand-overs/settle`: takes entries into the register in their author's name, or leaves them. */
export const settleHandOverSchema = {
  type: 'object',
  properties: {
    ids: batchOf(field.id),
    take: { type: 'boolean' },
  },
  required: ['ids', 'take'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What a clerk decides on entries that were handed over. */
export type SettleHandOver = Infer<typeof settleHandOverSchema>;

/** How many were settled, and which could not be taken, with the reason. */
export const settledHandOverSchema = {
  type: 'object',
  properties: {
    done: { type: 'integer' },
    refused: leftOut({ id: field.id, reason: field.shortText }),
  },
  required: ['done', 'refused'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** How many entries were settled. */
export type SettledHandOver = Infer<typeof settledHandOverSchema>;
