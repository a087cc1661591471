import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Register } from '../../data/register.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLive } from '../../ui/use-live.ts';
import classes from './school-day.module.css';

/** The school itself: contacts, span of the lessons, periods. */
export function SchoolCard({ register }: { readonly register: Register }) {
  const { t } = useTranslation();
  const format = useFormat();
  const live = useLive(useMemo(() => register.school(), [register]));
  const liveYear = useLive(useMemo(() => register.schoolYear(), [register]));
  const school = live.ready ? live.value : undefined;
  const year = liveYear.ready ? liveYear.value : undefined;
  if (!school) return null;
  return (
    <section className={classes['card']} aria-labelledby="school-title">
      <h2 id="school-title">{school.name}</h2>
      <dl className={classes['facts']}>
        <div>
          <dt>{t('shell.office.contacts')}</dt>
          <dd>
            {[school.phone, school.email, school.address, school.city]
              .filter((text) => text !== '')
              .join(' · ')}
          </dd>
        </div>
        {year && (
          <div>
            <dt>
              {t('shell.office.year')} {year.startYear}/{String(year.startYear + 1).slice(-2)}
            </dt>
            <dd>
              {t('shell.office.lessons', {
                from: format.numericDay(year.lessonsFrom),
                to: format.numericDay(year.lessonsTo),
              })}
              <ul>
                {year.periods.map((period) => (
                  <li key={period.from}>
                    {period.name}: {format.numericDay(period.from)} – {format.numericDay(period.to)}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
