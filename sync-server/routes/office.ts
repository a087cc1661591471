import { ok } from '../../domain/base/result.ts';
import * as ofAccounts from '../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import * as ofOffice from '../../domain/protocol/endpoints/office/office-endpoints.ts';
import type { Serve } from '../http/serve.ts';
import { createListAccounts } from '../office/accounts/office-accounts.ts';
import { createAccountReports } from '../office/accounts/reports.ts';
import type { OfficeContext } from '../office/act/office.ts';
import { officeActs } from '../office/acts.ts';
import { createListHandOvers } from '../office/hand-over/settle.ts';
import { createListMails } from '../office/office-mails.ts';
import { createReadRestored } from '../office/restored/office-restored.ts';
import { createReadOpenInYear } from '../office/school/open-in-year.ts';
import { createReadRules } from '../office/school/school-rules.ts';

/** What office and principal do: each act of the list under its endpoint. */
export function officeActRoutes(serve: Serve, context: OfficeContext): void {
  for (const act of Object.values(officeActs)) act.serve(serve, context);
}

/** What office and principal see of their school. */
export function officeRoutes(serve: Serve, context: OfficeContext): void {
  const list = createListAccounts(context);
  const reports = createAccountReports(context, list);
  const readRules = createReadRules(context);
  const listMails = createListMails(context);
  const readRestored = createReadRestored(context);
  const listHandOvers = createListHandOvers(context);
  serve(ofAccounts.listAccounts, ({ who }) => list(who));
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
  serve(ofAccounts.readRules, ({ who }) => readRules(who));
  const readOpenInYear = createReadOpenInYear(context);
  serve(ofOffice.readOpenInYear, ({ who, params }) => readOpenInYear(who, Number(params.startYear)));
  serve(ofOffice.listMails, ({ who }) => listMails(who));
  serve(ofOffice.readRestored, ({ who }) => readRestored(who));
  serve(ofOffice.listHandOvers, ({ who, query }) => listHandOvers(who, query.after));
}
