import type { ActEndpoint } from '../../domain/protocol/endpoint.ts';
import type * as ofAccounts from '../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import type * as ofOffice from '../../domain/protocol/endpoints/office/office-endpoints.ts';
import type * as ofPapers from '../../domain/protocol/endpoints/office-papers/office-papers-endpoints.ts';
import type * as ofSubstitutions from '../../domain/protocol/endpoints/office-substitutions/office-substitutions-endpoints.ts';
import { mailAccounts, remindAccounts } from './accounts/activation-mails.ts';
import { blockAccounts, blockLeavers, unblockAccounts } from './accounts/block.ts';
import { issueAccounts } from './accounts/issue.ts';
import { printLetters, printMails } from './accounts/office-letters.ts';
import { reissueAccounts } from './accounts/reissue.ts';
import type { DefinedAct } from './act/define-act.ts';
import { settleHandOvers } from './hand-over/settle.ts';
import { retryMail } from './office-mails.ts';
import { cancelPaper, changePaper } from './papers/change-paper.ts';
import { writePapers } from './papers/write-papers.ts';
import { confirmAddresses } from './records/confirm-addresses.ts';
import { confirmRecords } from './records/confirm-record.ts';
import { refuseRecords } from './records/refuse-record.ts';
import { setPlacesAside } from './restored/set-aside.ts';
import { assignSubstitution, cancelSubstitution } from './substitutions/assign.ts';
import { changeRules } from './school/school-rules.ts';
import { closeYear, reopenYear } from './school/close-year.ts';
import { saySubject } from './school/subjects.ts';
import { freezePeriod, holdGrades } from './school/term-grades.ts';
import { changeContacts } from './school/school-contacts.ts';

type Messages = typeof ofAccounts & typeof ofOffice & typeof ofPapers & typeof ofSubstitutions;

/** Every act of the office, each served from here; the compiler asks for the act of each endpoint that notes an operation. */
export const officeActs = {
  issueAccounts,
  reissueAccounts,
  mailAccounts,
  remindAccounts,
  confirmAddresses,
  confirmRecords,
  refuseRecords,
  blockAccounts,
  unblockAccounts,
  blockLeavers,
  printLetters,
  printMails,
  changeRules,
  changeContacts,
  closeYear,
  reopenYear,
  freezePeriod,
  holdGrades,
  saySubject,
  retryMail,
  setPlacesAside,
  settleHandOvers,
  writePapers,
  changePaper,
  cancelPaper,
  assignSubstitution,
  cancelSubstitution,
} satisfies {
  readonly [
    K in keyof Messages as Messages[K] extends ActEndpoint ? K : never
  ]: Messages[K] extends ActEndpoint ? DefinedAct<Messages[K]> : never;
};
