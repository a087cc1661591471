import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { TeacherDay } from '../../../views/hours/teacher-day.ts';
import { joinedName } from '../../../i18n/class-label.ts';
import { useFormat } from '../../../i18n/format.ts';
import { hourPath } from '../../../ui/routes.ts';
import classes from './today.module.css';

/** My hours that are over without my signature: one press opens each. */
export function UnsignedList({ unsigned }: { readonly unsigned: TeacherDay['unsigned'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (unsigned.length === 0) return null;
  return (
    <section className={classes['unsigned']} aria-labelledby="unsigned-title">
      <h2 id="unsigned-title" title={t('today.unsignedHint')}>
        {t('today.unsigned')} <span className={classes['badge']}>{format.number(unsigned.length)}</span>
      </h2>
      <ul>
        {unsigned.map(({ planned, schoolClass, joined = [], subject }) => (
          <li key={`${planned.day}.${planned.class}.${planned.hour}`}>
            <Link
              href={hourPath(planned.day, planned.class, planned.hour)}
              title={`${format.hour(planned.hour)} · ${subject?.name ?? t('today.standIn')}`}
            >
              <span className={classes['unsignedDay']}>{format.shortDay(planned.day)}</span>
              <strong>{joinedName([schoolClass, ...joined])}</strong>
              <span className={classes['unsignedWhat']}>
                {format.hour(planned.hour)} · {subject?.name ?? t('today.standIn')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
