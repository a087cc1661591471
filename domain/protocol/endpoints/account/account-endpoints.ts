import type { JsonSchema } from '../../../base/schema.ts';
import { field } from '../../../record/fields.ts';
import {
  accountActAnswerSchema,
  accountActSchema,
  accountViewSchema,
  beginSecondFactorSchema,
  confirmOwnRecordSchema,
  deviceRecordsSchema,
  mailLanguageSchema,
  recoveryCodesSchema,
  secondFactorConfirmSchema,
  secondFactorEnrolmentSchema,
} from './account.ts';
import { NOTHING, type Endpoint } from '../../endpoint.ts';

/** One's own account: none of these takes another one's name. */
const OWN = { audience: 'self', patience: 2 } as const;
const BODY_LIMIT = 8192;

/** Largest picture of a person, bytes. */
const PICTURE_BYTES = 200_000;
const picture = { mediaTypes: ['image/png', 'image/jpeg', 'image/webp'] } as const;

const device = {
  type: 'object',
  properties: { session: field.id },
  required: ['session'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What its owner sees of an account. */
export const viewAccount = {
  method: 'GET',
  path: '/api/account',
  audience: 'self',
  answer: accountViewSchema,
} as const satisfies Endpoint;

/** Acts with a password: the main process alone sends them. */
export const actOnAccount = {
  method: 'POST',
  path: '/session/act',
  audience: 'self',
  body: accountActSchema,
  bodyLimit: BODY_LIMIT,
  answer: accountActAnswerSchema,
  isSecret: true,
} as const satisfies Endpoint;

/** Sends the link of a linked address once more. */
export const resendEmail = {
  ...OWN,
  method: 'POST',
  path: '/api/account/email/resend',
  answer: NOTHING,
} as const satisfies Endpoint;

/** Gives up an address that was never confirmed. */
export const deletePendingEmail = {
  ...OWN,
  method: 'DELETE',
  path: '/api/account/email/pending',
  answer: NOTHING,
} as const satisfies Endpoint;

/** The owner's word that what the school has changed of the record is right. */
export const confirmOwnRecord = {
  ...OWN,
  method: 'POST',
  path: '/api/account/record/confirm',
  body: confirmOwnRecordSchema,
  answer: NOTHING,
} as const satisfies Endpoint;

/** In which language messages are written. */
export const chooseLanguage = {
  ...OWN,
  method: 'PUT',
  path: '/api/account/language',
  body: mailLanguageSchema,
  answer: NOTHING,
} as const satisfies Endpoint;

/** A second factor to be confirmed. */
export const beginSecondFactor = {
  ...OWN,
  method: 'POST',
  path: '/api/account/second-factor/begin',
  body: beginSecondFactorSchema,
  bodyLimit: BODY_LIMIT,
  answer: secondFactorEnrolmentSchema,
  isSecret: true,
} as const satisfies Endpoint;

/** The first code of a second factor, which switches it on. */
export const confirmSecondFactor = {
  ...OWN,
  method: 'POST',
  path: '/api/account/second-factor/confirm',
  body: secondFactorConfirmSchema,
  bodyLimit: BODY_LIMIT,
  answer: recoveryCodesSchema,
  isSecret: true,
} as const satisfies Endpoint;

/** New recovery codes in the place of the old ones. */
export const renewRecoveryCodes = {
  ...OWN,
  method: 'POST',
  path: '/api/account/second-factor/recovery-codes',
  body: secondFactorConfirmSchema,
  bodyLimit: BODY_LIMIT,
  answer: recoveryCodesSchema,
  isSecret: true,
} as const satisfies Endpoint;

/** Ends the session of one of the own devices. */
export const endDevice = {
  ...OWN,
  method: 'POST',
  path: '/api/account/devices/:session/end',
  params: device,
  answer: NOTHING,
} as const satisfies Endpoint;

/** What one of the own devices may hold. */
export const deviceRecords = {
  ...OWN,
  method: 'GET',
  path: '/api/account/devices/:session/records',
  params: device,
  answer: deviceRecordsSchema,
} as const satisfies Endpoint;

/** The own picture; nothing where there is none. */
export const readPicture = {
  ...OWN,
  method: 'GET',
  path: '/api/account/picture',
  answer: picture,
} as const satisfies Endpoint;

/** Another picture. */
export const savePicture = {
  ...OWN,
  method: 'PUT',
  path: '/api/account/picture',
  body: picture,
  bodyLimit: PICTURE_BYTES,
  answer: NOTHING,
} as const satisfies Endpoint;

/** No picture any more. */
export const removePicture = {
  ...OWN,
  method: 'DELETE',
  path: '/api/account/picture',
  answer: NOTHING,
} as const satisfies Endpoint;
