import { VisuallyHidden } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SchoolDayClass } from '../../views/school-day.ts';
import { classLabel } from '../../i18n/class-label.ts';
import { useFormat } from '../../i18n/format.ts';
import { Chip } from '../../ui/marks/chip.tsx';
import { columnsOf } from '../../ui/table/features.ts';
import { Table } from '../../ui/table/table.tsx';
import classes from './school-day.module.css';
import { unsignedHours } from './unsigned-hours.ts';

interface ClassTableProps {
  readonly shown: readonly SchoolDayClass[];
  /** Hours that ended by this time should be signed. */
  readonly time: string;
}

/** What the numbers of the hours mean; the last one only where there is such an hour. */
const LEGEND = ['Signed', 'Unsigned', 'Running', 'Ahead', 'Unexpected'] as const;

const make = columnsOf<SchoolDayClass>();

/** All classes of the day, one line each: roll call, hours signed and not, absent pupils. */
export function ClassTable(props: ClassTableProps) {
  const { shown } = props;
  const { t } = useTranslation();
  const columns = useClassColumns(props);
  return (
    <Table
      label={t('schoolDay.table')}
      className={classes['card']}
      tableClassName={classes['table']}
      rows={shown}
      columns={columns}
      rowId={idOf}
      empty={t('schoolDay.none')}
    >
      <p className={classes['legend']} aria-hidden="true">
        {LEGEND.filter(
          (state) =>
            state !== 'Unexpected' ||
            shown.some(({ hours }) => hours.some(({ isUnexpected }) => isUnexpected)),
        ).map((state) => (
          <span key={state}>
            <span className={classes['hour']} data-state={state}>
              1
            </span>{' '}
            {t(`schoolDay.legend${state}`)}
          </span>
        ))}
      </p>
    </Table>
  );
}

/** What the table says of each class. */
function useClassColumns({ shown, time }: ClassTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const everyClass = shown.map(({ schoolClass }) => schoolClass);
    const number = { className: classes['number'] };
    return make.columns([
      make.accessor(({ schoolClass }) => classLabel(schoolClass, everyClass, t), {
        id: 'class',
        header: t('schoolDay.class'),
        sortFn: 'text',
        meta: { isRowHeader: true },
      }),
      make.accessor((each) => t(isCalled(each) ? 'schoolDay.rollTaken' : 'schoolDay.rollMissing'), {
        id: 'roll',
        header: t('schoolDay.roll'),
        sortFn: 'text',
        cell: ({ row, getValue }) => {
          const called = isCalled(row.original);
          return (
            <Chip tone={called ? 'ok' : 'neutral'} icon={called ? <IconCircleCheck /> : <IconCircleDashed />}>
              {getValue()}
            </Chip>
          );
        },
      }),
      make.display({
        id: 'hours',
        header: t('schoolDay.hours'),
        cell: ({ row }) => <Hours hours={row.original.hours} time={time} />,
      }),
      // What somebody looks for here is a signature that is missing: the class that lacks most of them stands first.
      make.accessor((each) => -unsignedHours(each, time).length, {
        id: 'signed',
        header: t('schoolDay.signed'),
        sortFn: 'number',
        meta: number,
        cell: ({ row }) =>
          t('schoolDay.signedOf', {
            signed: format.number(signedIn(row.original)),
            total: format.number(row.original.hours.length),
          }),
      }),
      // Of a class that nobody has called nobody knows who is absent: it stands after the others.
      make.accessor((each) => (isCalled(each) ? each.absent : undefined), {
        id: 'absent',
        header: t('schoolDay.absent'),
        sortFn: 'number',
        sortUndefined: 'last',
        meta: number,
        cell: ({ row, getValue }) => {
          const absent = getValue();
          return absent === undefined
            ? t('common.unknown')
            : t('schoolDay.absentOf', {
                absent: format.number(absent),
                enrolled: format.number(row.original.enrolled),
              });
        },
      }),
    ]);
  }, [shown, time, t, format]);
}

type Hour = SchoolDayClass['hours'][number];

function Hours({ hours, time }: { readonly hours: readonly Hour[]; readonly time: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className={classes['hours']}>
      {hours.map((hour) => {
        const state = stateOf(hour, time);
        const text = t(`schoolDay.hour${state}`, { hour: format.hour(hour.planned.hour) });
        return (
          <span key={hour.planned.hour} className={classes['hour']} data-state={state} title={text}>
            <span aria-hidden="true">{hour.planned.hour}</span>
            <VisuallyHidden>{text}; </VisuallyHidden>
          </span>
        );
      })}
    </span>
  );
}

function stateOf({ signed, planned, isUnexpected }: Hour, time: string) {
  if (signed) return 'Signed';
  if (isUnexpected) return 'Unexpected';
  if (planned.end <= time) return 'Unsigned';
  return planned.start <= time ? 'Running' : 'Ahead';
}

function isCalled({ hours }: SchoolDayClass): boolean {
  return hours.some((hour) => hour.rollCallTaken);
}

function signedIn({ hours }: SchoolDayClass): number {
  return hours.filter((hour) => hour.signed).length;
}

function idOf({ schoolClass }: SchoolDayClass): string {
  return schoolClass.id;
}
