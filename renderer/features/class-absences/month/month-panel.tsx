import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClassId, LocalDate } from '../../../../domain/base/ids.ts';
import { addDays } from '../../../../domain/base/local-date.ts';
import { listName } from '../../../../domain/kinds/person/record.ts';
import type { Register } from '../../../data/register.ts';
import { useFormat } from '../../../i18n/format.ts';
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
  const live = useView(classMonth, register, schoolClass, first.slice(0, MONTH));
  if (!live.ready) return <div aria-busy="true" aria-label={t('classAbsences.loading')} />;
  if (!live.value) return <Notice tone="info">{t('classAbsences.notOfThisYear')}</Notice>;
  const { hasBefore, hasAfter } = live.value;
  const title = format.month(first);
  const list = t('classAbsences.month.list', { name, month: title });
  return (
    <div className={classes['panel']}>
      <div className={classes['head']}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('classAbsences.month.before')}
          disabled={!hasBefore}
          onClick={() => setFirst(firstOf(addDays(first, -1)))}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
        <h2 aria-live="polite">{title}</h2>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('classAbsences.month.after')}
          disabled={!hasAfter}
          onClick={() => setFirst(firstOf(addDays(first, 31)))}
        >
          <IconChevronRight size={18} />
        </ActionIcon>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPrinter size={16} stroke={1.7} />}
          onClick={() => globalThis.print()}
        >
          {t('classAbsences.month.print')}
        </Button>
      </div>
      {live.value.days.length === 0 ? (
        <p>{t('classAbsences.month.noLessons')}</p>
      ) : (
        <MonthTable shown={live.value} label={list} />
      )}
      <p className={classes['legend']}>{t('classAbsences.month.legend')}</p>
      <MonthPrint register={register} name={name} title={title} shown={live.value} />
    </div>
  );
}

/** The month on the screen: a column for each lesson day. */
function MonthTable({ shown, label }: { readonly shown: ClassMonth; readonly label: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useMemo(
    () =>
      make.columns([
        make.display({
          id: 'pupil',
          header: t('classAbsences.justify.pupil'),
          meta: { isRowHeader: true },
          cell: ({ row }) => listName(row.original.person),
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
    [shown.days, t, format],
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
