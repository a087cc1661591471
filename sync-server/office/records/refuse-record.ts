import { randomBytes } from 'node:crypto';
import { must } from '../../../domain/base/assert.ts';
import { toEntryId, toInstant, type Instant, type PersonId } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { uuidV7 } from '../../../domain/base/uuid-v7.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type {
  ActReport,
  ConfirmRecordsRequest,
} from '../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import type { PersonalData } from '../../../domain/kinds/personal-data/record.ts';
import { parseEmailAddress } from '../../../domain/people/email-address.ts';
import { RosterMoved } from '../../roster/roster-store.ts';
import type { AccountTransaction } from '../../storage/contract/accounts.ts';
import type { RecordChange } from '../../storage/contract/record-changes.ts';
import { actOnEach } from '../act/act-report.ts';
import { personalDataOf } from './personal-data-of.ts';
import {
  officeEvent,
  officeInTransaction,
  officeOf,
  requireOffice,
  type OfficeContext,
} from '../act/office.ts';
import { createRosterStore, type RosterStoreOptions } from '../import/roster-store.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import { changeDetails } from '../../identity/proofs/change-details.ts';
import { decidable } from './four-eyes.ts';
import { digestOf, openingDataOf, type OpeningData } from '../../identity/proofs/record-trust.ts';

/** A second person of the office says that what a list has brought is wrong: what counted before goes on counting. */
export type RefuseRecords = (
  who: SignedIn,
  request: ConfirmRecordsRequest,
) => Promise<Result<ActReport, Failure>>;

/** A change that is refused, as it was looked at. */
interface Refusal {
  readonly username: string;
  readonly data: PersonalData;
  readonly change: RecordChange;
  readonly news: OpeningData;
}

/**
 * The same four eyes as for a confirmation, and the same look at what was shown. The record gets back what counted, the refused values are
 * noted so that no list asks for them again, and the act stands in the register of operations: all in one transaction, or nothing of it.
 */
export function createRefuseRecords(
  context: OfficeContext,
  onWritten: NonNullable<RosterStoreOptions['onWritten']>,
): RefuseRecords {
  const { storage } = context;
  const store = createRosterStore(storage, { now: context.now, onWritten });
  return async (who, { usernames, seen = [] }) => {
    const found = await officeOf(context, who);
    if (!found.ok) return found;
    const office = found.value;
    const { records, version } = await store.readRoster(office.school);
    const dataOf = personalDataOf(records);
    const refusals = new Map<PersonId, Refusal>();
    const report = await storage.accounts.transaction(async (transaction) => {
      await officeInTransaction(context, transaction, who);
      return await actOnEach(transaction, office, usernames, async (account) => {
        const { person, username } = account;
        const data = dataOf.get(person);
        const found = await decidable(
          transaction,
          account,
          { by: who.person, seen },
          async () => data && openingDataOf(data),
        );
        if (typeof found === 'string') return found;
        refusals.set(person, { username, data: must(data, 'what waits has a record'), ...found });
        return 'done';
      });
    });
    if (refusals.size === 0) return ok(report);
    const at = toInstant(office.at);
    const written = [...refusals.values()].map(({ data, change, news }): PersonalData => ({
      ...withoutNews(data, change, news),
      author: who.person,
      entry: toEntryId(uuidV7(office.at, randomBytes(10))),
      recordedAt: at satisfies Instant,
    }));
    try {
      await store.write(office.school, written, version, async (transaction) => {
        await requireOffice(context, transaction, who);
        for (const refusal of refusals.values()) {
          await stillWaits(transaction.accounts, refusal);
          await noteRefused(transaction.accounts, refusal);
          const details = changeDetails(refusal.change, refusal.news);
          await transaction.accounts.addEvent(
            officeEvent(office, refusal.username, 'recordRefused', details),
          );
        }
      });
    } catch (error) {
      if (!(error instanceof RosterMoved)) throw error;
      return fail({ kind: 'unavailable', message: error.message, retryAfter: 5 });
    }
    context.onAccountChanged(await sessionsOf(context, [...refusals.values()]));
    return ok(report);
  };
}

/** What counted before, with the refused addresses held back: so a list that says them again does not bring them as new. */
function withoutNews(
  data: PersonalData,
  { fiscalCode, emails: counted }: RecordChange,
  news: OpeningData,
): Omit<PersonalData, 'author' | 'entry' | 'recordedAt'> {
  const { receivedAt: _received, fiscalCode: said, emails, unconfirmedEmails = [], ...rest } = data;
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

/** A colleague's confirmation may have come first: it leaves the record as it is, and then there is nothing to refuse. */
async function stillWaits(transaction: AccountTransaction, { change, news }: Refusal): Promise<void> {
  const now = await transaction.recordChange(change.school, change.person);
  if (!now || digestOf(now, news) !== digestOf(change, news) || now.at !== change.at) throw new RosterMoved();
}

async function noteRefused(transaction: AccountTransaction, { change, news }: Refusal): Promise<void> {
  const { school, person } = change;
  // A refused address is held back in the record itself.
  if (news.fiscalCode === undefined) return;
  const known = (await transaction.refusedValuesOf(school)).find((values) => values.person === person);
  const fiscalCodes = [...new Set([...(known?.fiscalCodes ?? []), news.fiscalCode])];
  await transaction.saveRefusedValues({ school, person, fiscalCodes });
}

async function sessionsOf(
  { storage }: Pick<OfficeContext, 'storage'>,
  refusals: readonly Refusal[],
): Promise<ReadonlySet<string>> {
  const usernames = refusals.map(({ username }) => username);
  const sessions = await storage.accounts.read((reader) => reader.sessionsOf(usernames));
  return new Set(sessions.filter(({ endReason }) => endReason === null).map(({ id }) => id));
}
