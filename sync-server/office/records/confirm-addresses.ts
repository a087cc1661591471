import { randomBytes } from 'node:crypto';
import { toEntryId, toInstant, type PersonId } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { uuidV7 } from '../../../domain/base/uuid-v7.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { ActReport } from '../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import type { PersonalData } from '../../../domain/kinds/personal-data/record.ts';
import { RosterMoved } from '../../roster/roster-store.ts';
import type { Account } from '../../storage/contract/accounts.ts';
import { changeDetails, masked } from '../../identity/proofs/change-details.ts';
import { heldBackOf } from '../../identity/proofs/once-counted.ts';
import { createRosterStore, type RosterStoreOptions } from '../import/roster-store.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import { actOnEach } from '../act/act-report.ts';
import { personalDataOf } from './personal-data-of.ts';
import { officeEvent, officeOf, requireOffice, type OfficeContext } from '../act/office.ts';

/**
 * A clerk's word that the addresses of these accounts' people are theirs. Those that came in by a doubt first; where there is none, those
 * that were taken out of use: none of these comes back before a second person has confirmed it (docs/adr/0013).
 */
export type ConfirmAddresses = (
  who: SignedIn,
  usernames: readonly string[],
) => Promise<Result<ActReport, Failure>>;

/** Takes the mark off addresses that are held back; one more version of the personal data, in the clerk's name. */
export function createConfirmAddresses(
  context: OfficeContext,
  onWritten: NonNullable<RosterStoreOptions['onWritten']>,
): ConfirmAddresses {
  const { storage } = context;
  const store = createRosterStore(storage, { now: context.now, onWritten });
  return async (who, usernames) => {
    const found = await officeOf(context, who);
    if (!found.ok) return found;
    const office = found.value;
    const { records, version } = await store.readRoster(office.school);
    const dataOf = personalDataOf(records);
    const released = new Map<
      PersonId,
      { readonly data: PersonalData; readonly addresses: readonly string[] }
    >();
    const acted: Account[] = [];
    const report = await storage.accounts.transaction((transaction) =>
      actOnEach(transaction, office, usernames, async (account) => {
        const { person } = account;
        const data = dataOf.get(person);
        const addresses = data?.unconfirmedEmails ?? [];
        if (!data || addresses.length === 0) return 'noAddress';
        const held = await storage.read(office.school, (reader) =>
          heldBackOf(reader, new Map([[person, addresses]])),
        );
        const { doubted = [], replaced = [] } = held.get(person) ?? {};
        released.set(person, { data, addresses: doubted.length > 0 ? doubted : replaced });
        acted.push(account);
        return 'done';
      }),
    );
    const written = [...released.values()].map(({ data, addresses }): PersonalData => {
      const { unconfirmedEmails = [], receivedAt: _received, ...kept } = data;
      const left = unconfirmedEmails.filter((one) => !addresses.includes(one));
      const entry = toEntryId(uuidV7(office.at, randomBytes(10)));
      const said = left.length === 0 ? kept : { ...kept, unconfirmedEmails: left };
      return { ...said, author: who.person, entry, recordedAt: toInstant(office.at) };
    });
    try {
      if (written.length > 0)
        await store.write(office.school, written, version, (transaction) =>
          requireOffice(context, transaction, who),
        );
    } catch (error) {
      if (!(error instanceof RosterMoved)) throw error;
      return fail({ kind: 'unavailable', message: error.message, retryAfter: 5 });
    }
    let waiting = 0;
    await storage.accounts.transaction(async (transaction) => {
      for (const { username, person, activatedAt } of acted) {
        const change = await transaction.recordChange(office.school, person);
        const addresses = released.get(person)?.addresses ?? [];
        if (!change) {
          const details = { after: masked({ emails: addresses }) };
          await transaction.addEvent(officeEvent(office, username, 'addressConfirmed', details));
          continue;
        }
        waiting += 1;
        // Of an account in use the writing itself has told.
        if (activatedAt !== undefined) continue;
        const details = changeDetails(change, { emails: addresses });
        await transaction.addEvent(officeEvent(office, username, 'recordChanged', details));
      }
    });
    return ok(waiting > 0 ? { ...report, waiting } : report);
  };
}
