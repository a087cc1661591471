import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoursTerm, HoursTotal } from '../../../../domain/hours/hours-of-absence.ts';
import { useFormat } from '../../../i18n/format.ts';
import { columnsOf } from '../../../ui/table/features.ts';
import { Table } from '../../../ui/table/table.tsx';
import classes from './hours.module.css';
import type { ClassHours } from '../../../views/absence-hours/class-hours.ts';
import { hoursText } from '../../../views/absence-hours/hours-text.ts';

interface HoursSumProps {
  readonly title: string;
  readonly total: HoursTotal;
  /** Of which classes the hours are: said where one of them is of another one than that of today. */
  readonly classes: Pick<ClassHours, 'schoolClass' | 'className'>;
}

const make = columnsOf<HoursTerm>();

/** A number of hours that explains itself: opened, it is the list that sums to it (D246). */
export function HoursSum({ title, total, classes: of }: HoursSumProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const said = t('classAbsences.hours.ofHeld', {
    absent: hoursText(total.absentHalfUnits, format),
    held: hoursText(total.heldHalfUnits, format),
  });
  if (total.terms.length === 0)
    return (
      <p className={classes['sum']}>
        {title} <strong>{said}</strong>
      </p>
    );
  return (
    <details className={classes['sum']}>
      <summary>
        {title} <strong>{said}</strong>
      </summary>
      <Terms title={title} total={total} classes={of} />
    </details>
  );
}

/** The hours that were missed, in the order of the days. */
function Terms({ title, total, classes: of }: HoursSumProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useMemo(
    () =>
      make.columns([
        make.display({
          id: 'day',
          header: t('classAbsences.hours.day'),
          meta: { isRowHeader: true },
          cell: ({ row }) => format.shortDay(row.original.day),
        }),
        make.display({
          id: 'hour',
          header: t('classAbsences.hours.hour'),
          cell: ({ row }) => format.hour(row.original.hour),
        }),
        ...(total.terms.some((term) => term.class !== of.schoolClass)
          ? [
              make.display({
                id: 'class',
                header: t('classAbsences.hours.class'),
                cell: ({ row }) => of.className(row.original.class),
              }),
            ]
          : []),
        make.display({
          id: 'missed',
          header: t('classAbsences.hours.missed'),
          cell: ({ row: { original } }) =>
            t('classAbsences.hours.minutesOf', {
              missed: original.missedMinutes,
              minutes: original.minutes,
            }),
        }),
        make.display({
          id: 'counts',
          header: t('classAbsences.hours.counts'),
          meta: { className: classes['number'] },
          cell: ({ row }) => hoursText(row.original.absentHalfUnits, format),
        }),
      ]),
    [t, format, total, of],
  );
  return (
    <Table
      label={title}
      tableClassName={classes['terms']}
      rows={total.terms}
      columns={columns}
      rowId={idOf}
      empty=""
    >
      <p className={classes['total']}>
        {t('classAbsences.hours.sum', { hours: hoursText(total.absentHalfUnits, format) })}
      </p>
    </Table>
  );
}

function idOf({ day, hour, class: schoolClass }: HoursTerm): string {
  return `${day} ${hour} ${schoolClass}`;
}
