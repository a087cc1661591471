import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { SchoolDetails } from '../../../domain/protocol/endpoints/office/school-contacts.ts';
import { parseEmailAddress } from '../../../domain/people/email-address.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import type { OfficeContext } from '../act/office.ts';
import { changeSchool } from './school-record.ts';

/** Changes the school's name and how its office is reached (S11): letters, mails and the pages of everybody show it from then on. */
export type ChangeContacts = (who: SignedIn, details: SchoolDetails) => Promise<Result<null, Failure>>;

/** The contacts are part of the school's record. */
export function createChangeContacts({ act: run }: Pick<OfficeContext, 'act'>): ChangeContacts {
  return async (who, given) =>
    await run(who, async (act) => {
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
      const changed = await changeSchool(act, (record) => ok({ ...record, ...contacts }));
      if (!changed.ok) return changed;
      await act.note(act.by, 'contactsChanged');
      return ok(null);
    });
}
