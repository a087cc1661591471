import type { TFunction } from 'i18next';
import type { SchoolDetails } from '../../domain/protocol/endpoints/office/school-contacts.ts';
import { parseEmailAddress } from '../../domain/people/email-address.ts';

type Details = Readonly<Record<keyof SchoolDetails, string>>;

/** What the dialog of the school's name and contacts says (S11). */
export interface SchoolDetailsTexts {
  readonly title: string;
  readonly text: string;
  readonly save: string;
  readonly labels: Details;
  /** What is wrong with a field, beside it. */
  faultsOf(typed: Details): Partial<Details>;
  /** What to think about before it is saved. */
  warningOf(typed: Details): string | undefined;
}

/** The words for changing the school's name and contacts, in the order in which they are asked. */
export function schoolDetailsTexts(t: TFunction): SchoolDetailsTexts {
  return {
    title: t('shell.office.contactsTitle'),
    text: t('shell.office.contactsText'),
    save: t('shell.office.contactsSave'),
    labels: {
      name: t('shell.office.contact.name'),
      phone: t('shell.office.contact.phone'),
      email: t('shell.office.contact.email'),
      address: t('shell.office.contact.address'),
      city: t('shell.office.contact.city'),
    },
    faultsOf: ({ name, email }) => ({
      ...(name.trim() === '' ? { name: t('shell.office.contactFault.name') } : {}),
      ...(email.trim() !== '' && parseEmailAddress(email) === undefined
        ? { email: t('shell.office.contactFault.email') }
        : {}),
    }),
    // Letters are not printed without one of them (S11), and whoever cannot sign in has nobody to ask.
    warningOf: ({ phone, email }) =>
      phone.trim() === '' && email.trim() === '' ? t('shell.office.contactFault.nobodyToAsk') : undefined,
  };
}
