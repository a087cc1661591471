import type { TFunction } from 'i18next';
import type { SchoolDetails } from '../../domain/protocol/school-contacts.ts';

/** What the dialog of the school's name and contacts says (S11). */
export interface SchoolDetailsTexts {
  readonly title: string;
  readonly text: string;
  readonly save: string;
  readonly labels: Readonly<Record<keyof SchoolDetails, string>>;
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
  };
}
