import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstalledSchool } from '../../../../domain/school-config.ts';
import { BellMark } from '../../../ui/marks/bell-mark.tsx';
import { OfficeContacts } from '../../../ui/office-contacts.tsx';
import classes from './door.module.css';

interface DoorFrameProps {
  readonly school: InstalledSchool;
  /** Language and theme, at the top right. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** Whose register this is and how to reach the office, beside whatever is asked of the user. Shown offline too. */
export function DoorFrame({ school, tools, children }: DoorFrameProps) {
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
          <p className={classes['tagline']}>{t('door.tagline')}</p>
        </div>
        <div className={classes['office']}>
          <h2>{t('door.noCredentials')}</h2>
          <p>{t('door.noCredentialsText')}</p>
          <OfficeContacts contacts={school} />
        </div>
      </aside>
      <main className={classes['main']}>
        <div className={classes['tools']}>{tools}</div>
        <div className={classes['card']}>{children}</div>
      </main>
    </div>
  );
}
