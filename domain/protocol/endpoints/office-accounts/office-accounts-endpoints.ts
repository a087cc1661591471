import type { JsonSchema } from '../../../base/schema.ts';
import { schoolRulesAnswerSchema, schoolRulesSchema } from './school-rules.ts';
import type { ActEndpoint, Endpoint } from '../../endpoint.ts';
import { accountEventsSchema } from '../account/account-events.ts';
import {
  actReportSchema,
  blockRequestSchema,
  confirmRecordsRequestSchema,
  issueAnswerSchema,
  issueRequestSchema,
  lettersRequestSchema,
  neverActivatedSchema,
  officeAccountsSchema,
  usernamesRequestSchema,
} from './office-accounts.ts';

/** What office and principal do with the accounts of their school; many people at once take their time. */
const OFFICE = { audience: 'office', duty: 'accounts', patience: 8 } as const;
const ACCOUNTS = '/api/office/accounts';
/** Two hundred usernames and a reason. */
const BODY_LIMIT = 16_384;
/** Acts that hash or write for many. */
const COSTLY = { perMinute: 60 } as const;

/** An act on named accounts, which answers how many it has changed. */
const ACT = {
  ...OFFICE,
  ...COSTLY,
  method: 'POST',
  bodyLimit: BODY_LIMIT,
  answer: actReportSchema,
} as const;

/** All accounts of the school. */
export const listAccounts = {
  ...OFFICE,
  method: 'GET',
  path: ACCOUNTS,
  answer: officeAccountsSchema,
} as const satisfies Endpoint;

/** Makes accounts for those who have none. */
export const issueAccounts = {
  ...OFFICE,
  ...COSTLY,
  method: 'POST',
  path: `${ACCOUNTS}/issue`,
  body: { ...issueRequestSchema, minProperties: 1, maxProperties: 1 },
  bodyLimit: BODY_LIMIT,
  answer: issueAnswerSchema,
  notes: ['issued'],
} as const satisfies ActEndpoint;

/** New credentials in the place of the old ones. */
export const reissueAccounts = {
  ...ACT,
  path: `${ACCOUNTS}/reissue`,
  body: usernamesRequestSchema,
  notes: ['reissued'],
} as const satisfies ActEndpoint;

/** Sends the links of activation. */
export const mailAccounts = {
  ...ACT,
  path: `${ACCOUNTS}/mail`,
  body: usernamesRequestSchema,
  notes: ['mailQueued'],
} as const satisfies ActEndpoint;

/** A clerk's word on addresses of which an import was not sure. */
export const confirmAddresses = {
  ...ACT,
  duty: 'papers',
  path: `${ACCOUNTS}/confirm-addresses`,
  body: usernamesRequestSchema,
  notes: ['addressConfirmed', 'recordChanged'],
} as const satisfies ActEndpoint;

/** Opens blocked accounts again. */
export const unblockAccounts = {
  ...ACT,
  path: `${ACCOUNTS}/unblock`,
  body: usernamesRequestSchema,
  notes: ['unblocked'],
} as const satisfies ActEndpoint;

/** A second person's word on changes of records that wait for it. */
export const confirmRecords = {
  ...ACT,
  duty: 'papers',
  path: `${ACCOUNTS}/confirm-record`,
  body: confirmRecordsRequestSchema,
  notes: ['recordConfirmed'],
} as const satisfies ActEndpoint;

/** The same person's no. */
export const refuseRecords = {
  ...ACT,
  duty: 'papers',
  path: `${ACCOUNTS}/refuse-record`,
  body: confirmRecordsRequestSchema,
  notes: ['recordRefused'],
} as const satisfies ActEndpoint;

/** Blocks accounts, with a reason. */
export const blockAccounts = {
  ...OFFICE,
  method: 'POST',
  path: `${ACCOUNTS}/block`,
  body: blockRequestSchema,
  bodyLimit: BODY_LIMIT,
  answer: actReportSchema,
  notes: ['blocked'],
} as const satisfies ActEndpoint;

/** Blocks the accounts of all who have left. */
export const blockLeavers = {
  ...ACT,
  path: `${ACCOUNTS}/block-leavers`,
  bodyLimit: 1024,
  notes: ['blocked', 'leaversBlocked'],
} as const satisfies ActEndpoint;

/** Writes to all who have never activated. */
export const remindAccounts = {
  ...ACT,
  path: `${ACCOUNTS}/remind`,
  bodyLimit: 1024,
  notes: ['reminderSent'],
} as const satisfies ActEndpoint;

/** The register of operations, newest first, or those below a number. */
export const listEvents = {
  ...OFFICE,
  method: 'GET',
  path: `${ACCOUNTS}/events`,
  query: {
    type: 'object',
    properties: {
      username: { type: 'string', minLength: 1, maxLength: 40 },
      below: { type: 'string', pattern: '^[0-9]{1,15}$' },
    },
    additionalProperties: false,
  } as const satisfies JsonSchema,
  answer: accountEventsSchema,
} as const satisfies Endpoint;

/** How many have never activated (S9). */
export const countNeverActivated = {
  ...OFFICE,
  method: 'GET',
  path: `${ACCOUNTS}/never-activated`,
  answer: neverActivatedSchema,
} as const satisfies Endpoint;

/** Their list, for a spreadsheet. */
export const exportNeverActivated = {
  ...OFFICE,
  ...COSTLY,
  method: 'GET',
  path: `${ACCOUNTS}/export.csv`,
  answer: { mediaTypes: ['text/csv; charset=utf-8'] },
  isSecret: true,
} as const satisfies Endpoint;

/** Each is a thread that sets up to two hundred pages. */
const PRINT = {
  ...OFFICE,
  method: 'POST',
  perMinute: 30,
  answer: { mediaTypes: ['application/pdf'] },
  isSecret: true,
} as const;

/** The letters with the credentials of accounts. */
export const printLetters = {
  ...PRINT,
  path: `${ACCOUNTS}/letters`,
  body: lettersRequestSchema,
  bodyLimit: BODY_LIMIT,
  notes: ['letterPrinted'],
} as const satisfies ActEndpoint;

/** The messages that wait to be handed out; they count as printed from then on. */
export const printMails = {
  ...PRINT,
  path: '/api/office/mails/print',
  bodyLimit: 1024,
  notes: ['letterPrinted'],
} as const satisfies ActEndpoint;

/** What the school decides on access. */
export const readRules = {
  ...OFFICE,
  duty: 'parameters',
  method: 'GET',
  path: `${ACCOUNTS}/rules`,
  answer: schoolRulesAnswerSchema,
} as const satisfies Endpoint;

/** Decides on it. */
export const changeRules = {
  ...OFFICE,
  duty: 'parameters',
  method: 'POST',
  path: `${ACCOUNTS}/rules`,
  body: schoolRulesSchema,
  bodyLimit: 4096,
  answer: schoolRulesAnswerSchema,
  notes: ['rulesChanged'],
} as const satisfies ActEndpoint;
