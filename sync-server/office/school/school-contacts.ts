import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { SchoolDetails } from '../../../domain/protocol/endpoints/office/school-contacts.ts';
import { parseEmailAddress } from '../../../domain/people/email-address.ts';
import { createRosterStore, type RosterStoreOptions } from '../import/roster-store.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import { officeEvent, officeOf, type OfficeContext } from '../act/office.ts';
import { changeSchool } from './school-record.ts';

/** Changes the school's name and how its office is reached (S11): letters, mails and the pages of everybody show it from then on. */
export type ChangeContacts = (who: SignedIn, details: SchoolDetails) => Promise<Result<null, Failure>>;

/** The contacts are part of the school's record. */
export function createChangeContacts(
  context: OfficeContext,
  onWritten: NonNullable<RosterStoreOptions['onWritten']>,
): ChangeContacts {
  const store = createRosterStore(context.storage, { now: context.now, onWritten });
  return async (who, given) => {
    const office = await officeOf(context, who);
    if (!office.ok) return office;
    const tidy = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
    const name = tidy(given.name ?? '');
    const contacts = {
      ...(name === '' ? {} : { name }),
      phone: tidy(given.phone),
      email: tidy(given.email),
      address: tidy(given.address),
      city: tidy(given.city),
    };
    if (contacts.email !== '' && parseEmailAddress(contacts.email) === undefined)
      return fail({ kind: 'notPossible', message: 'Not an address', reason: 'addressInvalid' });
    const changed = await changeSchool(context, store, who, office.value, (record) =>
      ok({ ...record, ...contacts }),
    );
    if (!changed.ok) return changed;
    await context.storage.accounts.transaction((transaction) =>
      transaction.addEvent(officeEvent(office.value, who.username, 'contactsChanged')),
    );
    return ok(null);
  };
}
