import { ok } from '../../domain/base/result.ts';
import * as ofAccounts from '../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import * as ofOffice from '../../domain/protocol/endpoints/office/office-endpoints.ts';
import type { Serve } from '../http/serve.ts';
import type { AccessRuleActs } from '../office/school/access-rules.ts';
import type { OfficeServices } from '../office/office-services.ts';
import type { ChangeContacts } from '../office/school/school-contacts.ts';
import type { HandOverActs } from '../office/hand-over/settle.ts';
import type { OfficeLetters } from '../office/accounts/office-letters.ts';
import type { OfficeMailActs } from '../office/office-mails.ts';
import type { ReadRestored } from '../office/restored/office-restored.ts';
import type { SetAside } from '../office/restored/set-aside.ts';

/** What the office does, by topic. */
export interface OfficeWork {
  readonly accounts: OfficeServices;
  readonly letters: OfficeLetters;
  readonly rules: AccessRuleActs;
  readonly changeContacts: ChangeContacts;
  readonly mails: OfficeMailActs;
  readonly restored: { readonly read: ReadRestored; readonly setAside: SetAside };
  readonly handOvers: HandOverActs;
}

/** What office and principal see of the accounts of their school, and do with them. */
export function officeAccountRoutes(serve: Serve, { accounts, letters, rules }: OfficeWork): void {
  const { list, issue, reissue, blocks, mails, reports } = accounts;
  serve(ofAccounts.listAccounts, ({ who }) => list(who));
  serve(ofAccounts.issueAccounts, ({ who, body }) => issue(who, body));
  serve(ofAccounts.reissueAccounts, ({ who, body }) => reissue(who, body.usernames));
  serve(ofAccounts.mailAccounts, ({ who, body }) => mails.mail(who, body.usernames));
  serve(ofAccounts.confirmAddresses, ({ who, body }) => accounts.confirmAddresses(who, body.usernames));
  serve(ofAccounts.unblockAccounts, ({ who, body }) => blocks.unblock(who, body.usernames));
  serve(ofAccounts.confirmRecords, ({ who, body }) => accounts.confirmRecords(who, body));
  serve(ofAccounts.refuseRecords, ({ who, body }) => accounts.refuseRecords(who, body));
  serve(ofAccounts.blockAccounts, ({ who, body }) => blocks.block(who, body.usernames, body.reason));
  serve(ofAccounts.blockLeavers, ({ who }) => blocks.blockLeavers(who));
  serve(ofAccounts.remindAccounts, ({ who }) => mails.remind(who));
  serve(ofAccounts.listEvents, ({ who, query: { username, below } }) =>
    reports.events(who, {
      ...(username === undefined ? {} : { username }),
      ...(below === undefined ? {} : { below: Number(below) }),
    }),
  );
  serve(ofAccounts.countNeverActivated, ({ who }) => reports.countNeverActivated(who));
  serve(ofAccounts.exportNeverActivated, async ({ who }) => {
    const csv = await reports.neverActivated(who);
    return csv.ok ? ok({ bytes: csv.value, name: 'utenze-mai-attivate.csv' }) : csv;
  });
  serve(ofAccounts.printLetters, async ({ who, body }) => {
    const bytes = await letters.letters(who, body);
    return bytes.ok ? ok({ bytes: bytes.value, name: 'lettere-credenziali.pdf' }) : bytes;
  });
  serve(ofAccounts.printMails, async ({ who }) => {
    const bytes = await letters.mails(who);
    return bytes.ok ? ok({ bytes: bytes.value, name: 'messaggi-da-consegnare.pdf' }) : bytes;
  });
  serve(ofAccounts.readRules, ({ who }) => rules.read(who));
  serve(ofAccounts.changeRules, ({ who, body }) => rules.change(who, body));
}

/** What they see and do beside the accounts. */
export function officeRoutes(serve: Serve, { changeContacts, mails, restored, handOvers }: OfficeWork): void {
  serve(ofOffice.changeContacts, ({ who, body }) => changeContacts(who, body));
  serve(ofOffice.listMails, ({ who }) => mails.list(who));
  serve(ofOffice.retryMail, ({ who, params }) => mails.retry(who, params.id));
  serve(ofOffice.readRestored, ({ who }) => restored.read(who));
  serve(ofOffice.setAside, ({ who, body }) => restored.setAside(who, body));
  serve(ofOffice.listHandOvers, ({ who, query }) => handOvers.list(who, query.after));
  serve(ofOffice.settleHandOvers, ({ who, body }) => handOvers.settle(who, body));
}
