import type { Texts } from '../../../i18n/texts.ts';
import { OPERATION_DETAILS } from './operation-details.en.ts';
import { operationNames } from './operation-words.ts';
import type { events as source } from './texts.it.ts';

/** The register of operations. */
export const events = {
  lead: 'Every operation of the office and on an account: who, when, on what. It is never changed and never deleted.',
  ofAccount: 'Operations on {{username}}',
  ofSchool: 'Operations of the school',
  table: 'Register of operations',
  none: 'No operations.',
  number: 'No.',
  at: 'When',
  username: 'On what',
  object: {
    year: 'School year {{year}}',
    rules: 'Rules of the school',
    subject: 'Subjects',
    contacts: 'Contacts of the school',
    register: 'Register of the school',
    leavers: 'Accounts of those who left the school',
    paper: 'Paper of “Who is who”',
    substitution: 'Hour of substitution',
    termGrades: 'Grades of a period',
  },
  act: 'Operation',
  by: 'By',
  details: 'Details',
  itself: 'the owner',
  more: 'Show earlier ones',
  showAll: 'Show the whole school',
  search: 'Search by name or username',
  operator: 'Operator of the server',
  name: operationNames('en'),
  detail: OPERATION_DETAILS,
} as const satisfies Texts<typeof source>;
