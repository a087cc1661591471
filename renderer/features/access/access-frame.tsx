import { IconMail, IconMapPin, IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstalledSchool } from '../../../domain/school-config.ts';
import { BellMark } from '../../ui/bell-mark.tsx';
import classes from './access.module.css';

interface AccessFrameProps {
  readonly school: InstalledSchool;
  /** Language and theme, at the top right. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** Whose register this is and how to reach the office, beside whatever is asked of the user. Shown offline too. */
export function AccessFrame({ school, tools, children }: AccessFrameProps) {
  const { t } = useTranslation();
  return (
    <div className={classes['page']}>
      <aside className={classes['school']} aria-label={school.name}>
        <p className={classes['product']}>
          <BellMark size={30} />
          {t('common.productName')}
        </p>
        <div>
          <p className={classes['schoolName']}>{school.name}</p>
          <p className={classes['city']}>{school.city}</p>
          <p className={classes['tagline']}>{t('access.tagline')}</p>
        </div>
        <div className={classes['office']}>
          <h2>{t('access.noCredentials')}</h2>
          <p>{t('access.noCredentialsText')}</p>
          <ul>
            <Contact
              icon={<IconPhone size={16} stroke={1.6} />}
              label={t('access.phone')}
              value={school.phone}
            />
            <Contact
              icon={<IconMail size={16} stroke={1.6} />}
              label={t('access.email')}
              value={school.email}
            />
            <Contact
              icon={<IconMapPin size={16} stroke={1.6} />}
              label={t('access.address')}
              value={school.address}
            />
          </ul>
        </div>
      </aside>
      <main className={classes['main']}>
        <div className={classes['tools']}>{tools}</div>
        <div className={classes['card']}>{children}</div>
      </main>
    </div>
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
