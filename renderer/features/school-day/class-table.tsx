import { VisuallyHidden } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SchoolDayClass } from '../../data/register.ts';
import { classLabel } from '../../i18n/class-label.ts';
import { useFormat } from '../../i18n/format.ts';
import { Chip } from '../../ui/marks/chip.tsx';
import { ScrollRegion } from '../../ui/focus/scroll-region.tsx';
import classes from './school-day.module.css';

interface ClassTableProps {
  readonly shown: readonly SchoolDayClass[];
  /** Hours that ended by this time should be signed. */
  readonly time: string;
}

/** All classes of the day, one line each: roll call, hours signed and not, absent pupils. */
export function ClassTable({ shown, time }: ClassTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const everyClass = shown.map(({ schoolClass }) => schoolClass);
  const stateOf = ({ signed, planned }: SchoolDayClass['hours'][number]) => {
    if (signed) return 'Signed';
    if (planned.end <= time) return 'Unsigned';
    return planned.start <= time ? 'Running' : 'Ahead';
  };
  return (
    <ScrollRegion label={t('schoolDay.table')} className={classes['card']}>
      <table className={classes['table']} aria-label={t('schoolDay.table')}>
        <thead>
          <tr>
            <th scope="col">{t('schoolDay.class')}</th>
            <th scope="col">{t('schoolDay.roll')}</th>
            <th scope="col">{t('schoolDay.hours')}</th>
            <th scope="col" className={classes['number']}>
              {t('schoolDay.signed')}
            </th>
            <th scope="col" className={classes['number']}>
              {t('schoolDay.absent')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ schoolClass, hours, absent, enrolled }) => {
            const called = hours.some((hour) => hour.rollCallTaken);
            const signed = hours.filter((hour) => hour.signed).length;
            return (
              <tr key={schoolClass.id}>
                <th scope="row">{classLabel(schoolClass, everyClass, t)}</th>
                <td>
                  <Chip
                    tone={called ? 'ok' : 'neutral'}
                    icon={called ? <IconCircleCheck /> : <IconCircleDashed />}
                  >
                    {called ? t('schoolDay.rollTaken') : t('schoolDay.rollMissing')}
                  </Chip>
                </td>
                <td>
                  <span className={classes['hours']}>
                    {hours.map((hour) => {
                      const state = stateOf(hour);
                      const text = t(`schoolDay.hour${state}`, { hour: format.hour(hour.planned.hour) });
                      return (
                        <span
                          key={hour.planned.hour}
                          className={classes['hour']}
                          data-state={state}
                          title={text}
                        >
                          <span aria-hidden="true">{hour.planned.hour}</span>
                          <VisuallyHidden>{text}; </VisuallyHidden>
                        </span>
                      );
                    })}
                  </span>
                </td>
                <td className={classes['number']}>
                  {t('schoolDay.signedOf', {
                    signed: format.number(signed),
                    total: format.number(hours.length),
                  })}
                </td>
                <td className={classes['number']}>
                  {called
                    ? t('schoolDay.absentOf', {
                        absent: format.number(absent),
                        enrolled: format.number(enrolled),
                      })
                    : t('common.unknown')}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={classes['legend']} aria-hidden="true">
        {(['Signed', 'Unsigned', 'Running', 'Ahead'] as const).map((state) => (
          <span key={state}>
            <span className={classes['hour']} data-state={state}>
              1
            </span>{' '}
            {t(`schoolDay.legend${state}`)}
          </span>
        ))}
      </p>
    </ScrollRegion>
  );
}
