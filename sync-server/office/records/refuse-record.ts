import { must } from '../../../domain/base/assert.ts';
import type { PersonId } from '../../../domain/base/ids.ts';
import { ok } from '../../../domain/base/result.ts';
import * as ofAccounts from '../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import type { PersonalData } from '../../../domain/kinds/personal-data/record.ts';
import { parseEmailAddress } from '../../../domain/people/email-address.ts';
import type { AccountTransaction } from '../../storage/contract/accounts.ts';
import type { RecordChange } from '../../storage/contract/record-changes.ts';
import { actOnEach } from '../act/act-report.ts';
import { defineAct } from '../act/define-act.ts';
import { personalDataIn } from './personal-data-in.ts';
import { changeDetails } from '../../identity/proofs/change-details.ts';
import { decidable } from './four-eyes.ts';
import { openingDataOf, type OpeningData } from '../../identity/proofs/record-trust.ts';

/** A change that is refused, as it was looked at. */
interface Refusal {
  readonly username: string;
  readonly data: PersonalData;
  readonly change: RecordChange;
  readonly news: OpeningData;
}

/**
 * A second person of the office says that what a list has brought is wrong: what counted before goes on counting. The same four eyes as
 * for a confirmation, and the same look at what was shown. The record gets back what counted, and the refused values are noted so that no
 * list asks for them again.
 */
export const refuseRecords = defineAct(
  ofAccounts.refuseRecords,
  () =>
    async (act, { who, body: { usernames, seen = [] } }) => {
      const refusals = new Map<PersonId, Refusal>();
      const report = await actOnEach(act, usernames, async (account) => {
        const { person, username } = account;
        const data = await personalDataIn(act.records, person);
        const found = await decidable(
          act.accounts,
          account,
          { by: who.person, seen },
          async () => data && openingDataOf(data),
        );
        if (typeof found === 'string') return found;
        refusals.set(person, { username, data: must(data, 'what waits has a record'), ...found });
        return 'done';
      });
      for (const { username, change, news } of refusals.values()) {
        await noteRefused(act.accounts, change, news);
        await act.note(username, 'recordRefused', changeDetails(change, news));
        act.after.changed([username]);
      }
      await act.write(
        [...refusals.values()].map(({ data, change, news }) => withoutNews(data, change, news)),
      );
      return ok(report);
    },
);

/** What counted before, with the refused addresses held back: so a list that says them again does not bring them as new. */
function withoutNews(
  data: PersonalData,
  { fiscalCode, emails: counted }: RecordChange,
  news: OpeningData,
): PersonalData {
  const { fiscalCode: said, emails, unconfirmedEmails = [], ...rest } = data;
  const is = (typed: string, of: readonly string[]) => {
    const address = parseEmailAddress(typed);
    return address !== undefined && of.includes(address);
  };
  const code = news.fiscalCode === undefined ? said : fiscalCode;
  const isAddress = news.emails.length > 0;
  const back = isAddress ? counted.filter((one) => !emails.some((typed) => is(typed, [one]))) : [];
  const own = isAddress ? emails.filter((typed) => is(typed, counted)) : [];
  const others = emails.filter((typed) => !own.includes(typed));
  const held = [
    ...unconfirmedEmails.filter((typed) => !own.includes(typed)),
    ...others.filter((typed) => is(typed, news.emails)),
  ];
  return {
    ...rest,
    ...(code === undefined ? {} : { fiscalCode: code }),
    emails: [...own, ...back, ...others].slice(0, MOST_ADDRESSES),
    ...(held.length === 0 ? {} : { unconfirmedEmails: held.slice(0, MOST_ADDRESSES) }),
  };
}

/** Most addresses that a record holds. */
const MOST_ADDRESSES = 10;

async function noteRefused(
  transaction: AccountTransaction,
  change: RecordChange,
  news: OpeningData,
): Promise<void> {
  const { school, person } = change;
  // A refused address is held back in the record itself.
  if (news.fiscalCode === undefined) return;
  const known = (await transaction.refusedValuesOf(school)).find((values) => values.person === person);
  const fiscalCodes = [...new Set([...(known?.fiscalCodes ?? []), news.fiscalCode])];
  await transaction.saveRefusedValues({ school, person, fiscalCodes });
}
