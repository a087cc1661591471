import { createActivationMails, type ActivationMails } from './accounts/activation-mails.ts';
import { createBlockActs, type BlockActs } from './accounts/block.ts';
import { createConfirmAddresses, type ConfirmAddresses } from './records/confirm-addresses.ts';
import { createIssue, type Issue } from './accounts/issue.ts';
import { createListAccounts, type ListAccounts } from './accounts/office-accounts.ts';
import type { OfficeContext } from './act/office.ts';
import { createReissue, type Reissue } from './accounts/reissue.ts';
import { createConfirmRecords, type ConfirmRecords } from './records/confirm-record.ts';
import { createRefuseRecords, type RefuseRecords } from './records/refuse-record.ts';
import { createAccountReports, type AccountReports } from './accounts/reports.ts';

/** All that the office does with accounts. */
export interface OfficeServices {
  readonly list: ListAccounts;
  readonly issue: Issue;
  readonly reissue: Reissue;
  readonly blocks: BlockActs;
  readonly mails: ActivationMails;
  readonly confirmAddresses: ConfirmAddresses;
  readonly reports: AccountReports;
  readonly confirmRecords: ConfirmRecords;
  readonly refuseRecords: RefuseRecords;
}

/** The office's services over one context. */
export function createOfficeServices(context: OfficeContext): OfficeServices {
  const list = createListAccounts(context);
  return {
    list,
    issue: createIssue(context),
    reissue: createReissue(context),
    blocks: createBlockActs(context),
    mails: createActivationMails(context),
    confirmAddresses: createConfirmAddresses(context),
    reports: createAccountReports(context, list),
    confirmRecords: createConfirmRecords(context),
    refuseRecords: createRefuseRecords(context),
  };
}
