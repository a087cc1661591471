import { IconMail, IconMapPin, IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './credentials/credentials.module.css';

/** How a school's office is reached; empty where there is no such way. */
export interface Contacts {
  readonly phone: string;
  readonly email: string;
  readonly address: string;
}

/** The office's telephone, mail and address: part of the service, with or without a network (S11). */
export function OfficeContacts({ contacts }: { readonly contacts: Contacts }) {
  const { t } = useTranslation();
  const icon = { size: 16, stroke: 1.6 } as const;
  return (
    <ul className={classes['contacts']}>
      <Contact
        icon={<IconPhone {...icon} />}
        label={t('credentials.contacts.phone')}
        value={contacts.phone}
      />
      <Contact icon={<IconMail {...icon} />} label={t('credentials.contacts.email')} value={contacts.email} />
      <Contact
        icon={<IconMapPin {...icon} />}
        label={t('credentials.contacts.address')}
        value={contacts.address}
      />
    </ul>
  );
}

function Contact(props: { readonly icon: ReactNode; readonly label: string; readonly value: string }) {
  if (props.value === '') return null;
  return (
    <li>
      <span role="img" aria-label={props.label}>
        {props.icon}
      </span>
      {props.value}
    </li>
  );
}
