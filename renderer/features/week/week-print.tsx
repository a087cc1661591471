import { useTranslation } from 'react-i18next';
import type { Register } from '../../data/register.ts';
import { joinedName } from '../../i18n/class-label.ts';
import { useFormat } from '../../i18n/format.ts';
import { PrintSheet } from '../../ui/print/print-sheet.tsx';
import type { WeekDay } from './view/taught-days.ts';
import classes from './week-print.module.css';

interface WeekPrintProps {
  readonly register: Register;
  /** What it is of, in words. */
  readonly title: string;
  readonly days: readonly WeekDay[];
}

/** My hours day by day with what was done or is planned, on paper. Seen by the printer alone. */
export function WeekPrint({ register: { identity }, title, days }: WeekPrintProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <PrintSheet className={classes['sheet']}>
      <h1>{t('week.printed', { name: `${identity.surname} ${identity.givenName}` })}</h1>
      <p>
        {identity.schoolName} · {title}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('week.day')}</th>
            <th scope="col">{t('week.class')}</th>
            <th scope="col">{t('week.subject')}</th>
            <th scope="col">{t('week.topic')}</th>
            <th scope="col">{t('week.activity')}</th>
            <th scope="col">{t('week.stateColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {days.flatMap(({ hours }) =>
            hours.map(({ day, hour, schoolClass, joined = [], subject, topic, activity, state }) => (
              <tr key={`${day}.${hour}.${schoolClass.id}`}>
                <td>{`${format.shortDay(day)}, ${format.hour(hour)}`}</td>
                <td>{joinedName([schoolClass, ...joined])}</td>
                <td>{subject?.name}</td>
                <td>{topic}</td>
                <td>{activity}</td>
                <td>{t(`week.state.${state}`)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </PrintSheet>
  );
}
