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
    title: t('schoolDay.contactsTitle'),
    text: t('schoolDay.contactsText'),
    save: t('schoolDay.contactsSave'),
    labels: {
      name: t('schoolDay.contact.name'),
      phone: t('schoolDay.contact.phone'),
      email: t('schoolDay.contact.email'),
      address: t('schoolDay.contact.address'),
      city: t('schoolDay.contact.city'),
    },
    faultsOf: ({ name, email }) => ({
      ...(name.trim() === '' ? { name: t('schoolDay.contactFault.name') } : {}),
      ...(email.trim() !== '' && parseEmailAddress(email) === undefined
        ? { email: t('schoolDay.contactFault.email') }
        : {}),
    }),
    // Letters are not printed without one of them (S11), and whoever cannot sign in has nobody to ask.
    warningOf: ({ phone, email }) =>
      phone.trim() === '' && email.trim() === '' ? t('schoolDay.contactFault.nobodyToAsk') : undefined,
  };
}
