import { fail, ok } from '../../../domain/base/result.ts';
import * as ofOffice from '../../../domain/protocol/endpoints/office/office-endpoints.ts';
import { parseEmailAddress } from '../../../domain/people/email-address.ts';
import { defineAct } from '../act/define-act.ts';
import { changeSchool } from './school-record.ts';

/**
 * Changes the school's name and how its office is reached (S11): letters, mails and the pages of everybody show it from then on. The
 * contacts are part of the school's record.
 */
export const changeContacts = defineAct(ofOffice.changeContacts, () => async (act, { body: given }) => {
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
