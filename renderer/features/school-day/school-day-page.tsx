import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../domain/base/ids.ts';
import type { Register } from '../../data/register.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLive } from '../../ui/use-live.ts';
import classes from './school-day.module.css';

interface SchoolDayPageProps {
  readonly register: Register;
  readonly day?: LocalDate;
}

/** The page of those who do not teach: what the register holds for their role. */
export function SchoolDayPage({ register }: SchoolDayPageProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const school = useLive(useMemo(() => register.school(), [register]));
  const year = useLive(useMemo(() => register.schoolYear(), [register]));
  const { identity } = register;
  const record = school.ready ? school.value : undefined;
  const schoolYear = year.ready ? year.value : undefined;
  return (
    <div className={classes['page']}>
      <h1>{t('shell.office.welcome', { name: identity.givenName })}</h1>
      <p className={classes['lead']}>{t('shell.office.text')}</p>
      <section className={classes['card']}>
        <h2>{record?.name ?? identity.schoolName}</h2>
        <p>
          {[record?.address, record?.city, record?.phone, record?.email].filter((each) => each).join(' · ')}
        </p>
        {schoolYear && (
          <ul>
            {schoolYear.periods.map((period) => (
              <li key={period.from}>
                <strong>{period.name}</strong> {format.shortDay(period.from)} – {format.shortDay(period.to)}
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}
