import type { JsonSchema } from '../../../base/schema.ts';
import { NOTHING, type ActEndpoint, type Endpoint } from '../../endpoint.ts';
import { officeHandOversSchema, settledHandOverSchema, settleHandOverSchema } from '../session/hand-over.ts';
import { importReportSchema } from './import-report.ts';
import { officeMailsSchema } from './office-mail-list.ts';
import { officeRestoredSchema, setAsideAnswerSchema, setAsideRequestSchema } from './office-restored.ts';
import { openInYearSchema } from './open-in-year.ts';
import { schoolContactsSchema } from './school-contacts.ts';
import { closeYearSchema, reopenYearSchema } from './school-years.ts';
import { saySubjectSchema } from './subjects.ts';
import { freezePeriodSchema, holdGradesSchema } from './term-grades.ts';

/** What the office of a school sees and does beside its accounts; a roster import of thousands of rows takes its time. */
const OFFICE = { audience: 'office', patience: 8 } as const;

/** The school's name, and how its office is reached (S11). */
export const changeContacts = {
  ...OFFICE,
  duty: 'parameters',
  method: 'PUT',
  path: '/api/office/contacts',
  body: schoolContactsSchema,
  bodyLimit: 8192,
  answer: NOTHING,
  notes: ['contactsChanged'],
} as const satisfies ActEndpoint;

const YEARS = '/api/office/years';

/** Closes a school year of which the lessons are over (D198): from the next day on it is read, and written no more. */
export const closeYear = {
  ...OFFICE,
  duty: 'parameters',
  method: 'POST',
  path: `${YEARS}/close`,
  body: closeYearSchema,
  bodyLimit: 1024,
  answer: NOTHING,
  notes: ['yearClosed'],
} as const satisfies ActEndpoint;

/** What is open in a school year, class by class, for whoever is about to close it. */
export const readOpenInYear = {
  ...OFFICE,
  duty: 'parameters',
  method: 'GET',
  path: `${YEARS}/:startYear/open`,
  params: {
    type: 'object',
    properties: { startYear: { type: 'string', pattern: '^20[0-9]{2}$' } },
    required: ['startYear'],
    additionalProperties: false,
  } as const satisfies JsonSchema,
  answer: openInYearSchema,
} as const satisfies Endpoint;

/** Opens a closed school year again, by the principal's word alone and with a reason (D165). */
export const reopenYear = {
  ...OFFICE,
  duty: 'parameters',
  method: 'POST',
  path: `${YEARS}/reopen`,
  body: reopenYearSchema,
  bodyLimit: 2048,
  answer: NOTHING,
  notes: ['yearReopened'],
} as const satisfies ActEndpoint;

/** Closes a period for what is assessed in it, of a class or of the whole school, or opens it again (D24, D28). */
export const freezePeriod = {
  ...OFFICE,
  duty: 'parameters',
  method: 'POST',
  path: `${YEARS}/freeze`,
  body: freezePeriodSchema,
  bodyLimit: 1024,
  answer: NOTHING,
  notes: ['periodFrozen', 'periodUnfrozen'],
} as const satisfies ActEndpoint;

/** Holds back from families what is assessed in a period until a day, or does so no more (D76). */
export const holdGrades = {
  ...OFFICE,
  duty: 'parameters',
  method: 'POST',
  path: `${YEARS}/hold-back`,
  body: holdGradesSchema,
  bodyLimit: 1024,
  answer: NOTHING,
  notes: ['gradesHeldBack', 'gradesShown'],
} as const satisfies ActEndpoint;

/** Says what rules know a subject as: religion, civics, behaviour, or none of these (D27, D62, D70). */
export const saySubject = {
  ...OFFICE,
  duty: 'parameters',
  method: 'POST',
  path: '/api/office/subjects',
  body: saySubjectSchema,
  bodyLimit: 1024,
  answer: NOTHING,
  notes: ['subjectSaid'],
} as const satisfies ActEndpoint;

/** Messages on their way, and those that did not arrive. */
export const listMails = {
  ...OFFICE,
  duty: 'accounts',
  method: 'GET',
  path: '/api/office/mails',
  answer: officeMailsSchema,
} as const satisfies Endpoint;

/** Sends a message again that did not arrive. */
export const retryMail = {
  ...OFFICE,
  duty: 'accounts',
  method: 'POST',
  path: '/api/office/mails/:id/retry',
  params: {
    type: 'object',
    properties: { id: { type: 'string', maxLength: 120 } },
    required: ['id'],
    additionalProperties: false,
  } as const satisfies JsonSchema,
  bodyLimit: 1024,
  answer: NOTHING,
  notes: ['mailQueued'],
} as const satisfies ActEndpoint;

/** What came back after the store was put back from a copy, and what did not. */
export const readRestored = {
  ...OFFICE,
  duty: 'register',
  method: 'GET',
  path: '/api/office/restored',
  answer: officeRestoredSchema,
} as const satisfies Endpoint;

/** Places for which nobody waits: two hundred, each of at most a few hundred characters. */
export const setPlacesAside = {
  ...OFFICE,
  duty: 'register',
  method: 'POST',
  path: '/api/office/restored/set-aside',
  body: setAsideRequestSchema,
  bodyLimit: 131_072,
  answer: setAsideAnswerSchema,
  notes: ['missingSetAside'],
} as const satisfies ActEndpoint;

/** Entries that devices of blocked accounts have handed over, page by page. */
export const listHandOvers = {
  ...OFFICE,
  duty: 'register',
  method: 'GET',
  path: '/api/office/hand-overs',
  query: {
    type: 'object',
    properties: { after: { type: 'string', maxLength: 400 } },
    additionalProperties: false,
  } as const satisfies JsonSchema,
  answer: officeHandOversSchema,
} as const satisfies Endpoint;

/** Takes such entries into the register in their author's name, or leaves them. */
export const settleHandOvers = {
  ...OFFICE,
  duty: 'register',
  method: 'POST',
  path: '/api/office/hand-overs/settle',
  body: settleHandOverSchema,
  bodyLimit: 50_000,
  answer: settledHandOverSchema,
  notes: ['handOverTaken', 'handOverLeft'],
} as const satisfies ActEndpoint;

const ROSTER_IMPORT = '/api/office/roster/import';

/** One roster file in its bytes, its name percent-encoded in the header `x-file-name`; answers the report of the import. */
export const importRoster = {
  ...OFFICE,
  duty: 'everything',
  method: 'POST',
  path: ROSTER_IMPORT,
  query: {
    type: 'object',
    properties: {
      dryRun: { type: 'string', enum: ['0', '1'] },
      language: { type: 'string', enum: ['it', 'en'] },
    },
    additionalProperties: false,
  } as const satisfies JsonSchema,
  body: { mediaTypes: ['application/octet-stream'] },
  bodyLimit: 20_000_000,
  answer: importReportSchema,
} as const satisfies Endpoint;

/** Where an import stands. */
export const readImport = {
  ...OFFICE,
  duty: 'everything',
  method: 'GET',
  path: ROSTER_IMPORT,
  answer: {
    type: 'object',
    properties: { phase: { type: 'string', enum: ['idle', 'waiting', 'reading', 'planning', 'writing'] } },
    required: ['phase'],
    additionalProperties: false,
  } as const satisfies JsonSchema,
} as const satisfies Endpoint;

/** Ends an import with nothing written. */
export const cancelImport = {
  ...OFFICE,
  duty: 'everything',
  method: 'DELETE',
  path: ROSTER_IMPORT,
  answer: NOTHING,
} as const satisfies Endpoint;
