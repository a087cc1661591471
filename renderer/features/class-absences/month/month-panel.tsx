import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClassId, LocalDate } from '../../../../domain/base/ids.ts';
import { addDays } from '../../../../domain/base/local-date.ts';
import type { Register } from '../../../data/register.ts';
import { useFormat } from '../../../i18n/format.ts';
import { usePupilNames } from '../../../hosts/pupils/use-pupil-names.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { columnsOf } from '../../../ui/table/features.ts';
import { Table } from '../../../ui/table/table.tsx';
import { useView } from '../../../ui/use-view.ts';
import { classMonth, type ClassMonth, type PupilMonth } from '../view/class-month.ts';
import { dayCell, dayHead } from './day-cell.tsx';
import { MonthPrint } from './month-print.tsx';
import classes from './month.module.css';

interface MonthPanelProps {
  readonly register: Register;
  readonly schoolClass: ClassId;
  readonly name: string;
  /** The day that the class shows: its month is shown first. */
  readonly day: LocalDate;
}

const MONTH = 'YYYY-MM'.length;
const TOTALS = ['absent', 'late', 'exited'] as const;
const make = columnsOf<PupilMonth>();

/** A month of a class: who was absent, late, left early or was out of class, on which day; for the screen and for paper. */
export function MonthPanel({ register, schoolClass, name, day }: MonthPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [first, setFirst] = useState<LocalDate>(() => firstOf(day));
  const nameOf = usePupilNames(register, schoolClass);
  const live = useView(classMonth, register, schoolClass, first.slice(0, MONTH));
  // The way from month to month stays, and keeps the focus, while the next one is read.
  const shown = live.ready ? live.value : undefined;
  if (live.ready && !shown) return <Notice tone="info">{t('classAbsences.notOfThisYear')}</Notice>;
  const title = format.month(first);
  const list = t('classAbsences.month.list', { name, month: title });
  return (
    <div className={classes['panel']}>
      <div className={classes['head']}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('classAbsences.month.before')}
          disabled={shown?.hasBefore === false}
          onClick={() => setFirst(firstOf(addDays(first, -1)))}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
        <h2 aria-live="polite">{title}</h2>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('classAbsences.month.after')}
          disabled={shown?.hasAfter === false}
          onClick={() => setFirst(firstOf(addDays(first, 31)))}
        >
          <IconChevronRight size={18} />
        </ActionIcon>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPrinter size={16} stroke={1.7} />}
          disabled={!shown}
          onClick={() => globalThis.print()}
        >
          {t('classAbsences.month.print')}
        </Button>
      </div>
      {!shown && <div aria-busy="true" aria-label={t('classAbsences.loading')} />}
      {shown?.days.length === 0 && <p>{t('classAbsences.month.noLessons')}</p>}
      {shown && shown.days.length > 0 && <MonthTable shown={shown} label={list} nameOf={nameOf} />}
      <p className={classes['legend']}>{t('classAbsences.month.legend')}</p>
      {shown && <MonthPrint register={register} name={name} title={title} shown={shown} nameOf={nameOf} />}
    </div>
  );
}

interface MonthTableProps {
  readonly shown: ClassMonth;
  readonly label: string;
  readonly nameOf: (person: PupilMonth['person']) => string;
}

/** The month on the screen: a column for each lesson day. */
function MonthTable({ shown, label, nameOf }: MonthTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useMemo(
    () =>
      make.columns([
        make.display({
          id: 'pupil',
          header: t('classAbsences.justify.pupil'),
          meta: { isRowHeader: true },
          cell: ({ row }) => nameOf(row.original.person),
        }),
        ...shown.days.map((day) =>
          make.display({
            id: day,
            header: () => dayHead(day, format),
            meta: { className: classes['cell'] },
            cell: ({ row }) => dayCell(row.original.days.get(day), t, format),
          }),
        ),
        ...TOTALS.map((mark) =>
          make.accessor(({ totals }) => totals[mark], {
            id: mark,
            header: t(`classAbsences.month.total.${mark}`),
            sortFn: 'number',
            meta: { className: classes['total'] },
            cell: ({ getValue }) => (getValue() === 0 ? '' : format.number(getValue())),
          }),
        ),
      ]),
    [shown.days, nameOf, t, format],
  );
  return (
    <Table
      label={label}
      className={classes['region']}
      tableClassName={classes['month']}
      rows={shown.pupils}
      columns={columns}
      rowId={idOf}
      empty={t('classAbsences.hours.nobody')}
    />
  );
}

function idOf({ person }: PupilMonth): string {
  return person.id;
}

function firstOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - Number(day.slice(-2)));
}
