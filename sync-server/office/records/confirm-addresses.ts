import { ok } from '../../../domain/base/result.ts';
import type { PersonId } from '../../../domain/base/ids.ts';
import * as ofAccounts from '../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import type { PersonalData } from '../../../domain/kinds/personal-data/record.ts';
import type { Account } from '../../storage/contract/accounts.ts';
import { changeDetails, masked } from '../../identity/proofs/change-details.ts';
import { heldBackOf } from '../../identity/proofs/once-counted.ts';
import { actOnEach } from '../act/act-report.ts';
import { defineAct } from '../act/define-act.ts';
import type { OfficeAct } from '../act/office.ts';
import { personalDataIn } from './personal-data-in.ts';

/** Addresses that a clerk has released, and the record that they are in. */
interface Released {
  readonly data: PersonalData;
  readonly addresses: readonly string[];
}

/**
 * A clerk's word that the addresses of these accounts' people are theirs. Those that came in by a doubt first; where there is none, those
 * that were taken out of use: none of these comes back before a second person has confirmed it (docs/adr/0013). It takes the mark off
 * them: one more version of the personal data, in the clerk's name.
 */
export const confirmAddresses = defineAct(
  ofAccounts.confirmAddresses,
  () =>
    async (act, { body: { usernames } }) => {
      const released = new Map<PersonId, Released>();
      const acted: Account[] = [];
      const report = await actOnEach(act, usernames, async (account) => {
        const found = await heldBackFor(act, account.person);
        if (!found) return 'noAddress';
        released.set(account.person, found);
        acted.push(account);
        return 'done';
      });
      await act.write([...released.values()].map(withoutMark));
      let waiting = 0;
      for (const { username, person, activatedAt } of acted) {
        const change = await act.accounts.recordChange(act.school, person);
        const addresses = released.get(person)?.addresses ?? [];
        if (!change) {
          await act.note(username, 'addressConfirmed', { after: masked({ emails: addresses }) });
          continue;
        }
        waiting += 1;
        // Of an account in use the writing itself has told.
        if (activatedAt !== undefined) continue;
        await act.note(username, 'recordChanged', changeDetails(change, { emails: addresses }));
      }
      return ok(waiting > 0 ? { ...report, waiting } : report);
    },
);

/** What a clerk's word releases of somebody's addresses; nothing where none is held back. */
async function heldBackFor(
  { records }: Pick<OfficeAct, 'records'>,
  person: PersonId,
): Promise<Released | undefined> {
  const data = await personalDataIn(records, person);
  const addresses = data?.unconfirmedEmails ?? [];
  if (!data || addresses.length === 0) return undefined;
  const held = await heldBackOf(records, new Map([[person, addresses]]));
  const { doubted = [], replaced = [] } = held.get(person) ?? {};
  return { data, addresses: doubted.length > 0 ? doubted : replaced };
}

function withoutMark({ data, addresses }: Released): PersonalData {
  const { unconfirmedEmails = [], ...kept } = data;
  const left = unconfirmedEmails.filter((one) => !addresses.includes(one));
  return left.length === 0 ? kept : { ...kept, unconfirmedEmails: left };
}
