import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate, LocalTime } from '../../../domain/base/ids.ts';
import type { FamilyWeek } from './view.ts';
import { useFormat } from '../../i18n/format.ts';
import { noLessonText } from '../../i18n/no-lesson-text.ts';
import { Chip } from '../../ui/marks/chip.tsx';
import { columnsOf } from '../../ui/table/features.ts';
import { Table } from '../../ui/table/table.tsx';
import classes from './family.module.css';

/** Monday to Friday. */
const SCHOOL_DAYS = 5;

interface WeekTableProps {
  readonly week: FamilyWeek;
  readonly today: LocalDate;
}

type Day = FamilyWeek['days'][number];

/** The days of the week that are shown: Sunday only where somebody has lessons then; Saturday where the school does. */
export function shownDays({ days }: FamilyWeek): readonly Day[] {
  return days.filter(({ hours }, index) => index < SCHOOL_DAYS || hours.length > 0);
}

/** A row of the timetable; in a week without lessons one alone, which says so day by day. */
type Row =
  { readonly hour: number; readonly start: LocalTime; readonly end: LocalTime } | { readonly hour: 0 };

const NO_HOURS: Row = { hour: 0 };
const make = columnsOf<Row>();

/** The timetable of a week: a column for each day, a row for each hour. */
export function WeekTable(props: WeekTableProps) {
  const { week } = props;
  const { t } = useTranslation();
  const rows = useMemo(() => rowsOf(shownDays(week)), [week]);
  const columns = useDayColumns(props);
  return (
    <Table
      label={t('family.timetable')}
      tableClassName={classes['table']}
      rows={rows}
      columns={columns}
      rowId={hourOf}
      empty={t('family.noHours')}
    />
  );
}

/** A column for each day, after that of the hours. */
function useDayColumns({ week, today }: WeekTableProps) {
  const { t } = useTranslation();
  return useMemo(
    () =>
      make.columns([
        make.display({
          id: 'hour',
          header: t('family.hour'),
          meta: { isRowHeader: true },
          cell: ({ row: { original } }) => <HourName row={original} />,
        }),
        ...shownDays(week).map((day) =>
          make.display({
            id: day.day,
            header: () => <DayName day={day.day} isToday={day.day === today} />,
            meta: { isCurrent: day.day === today },
            cell: ({ row: { original, index } }) => (
              <HourCell day={day} hour={original.hour} isFirst={index === 0} />
            ),
          }),
        ),
      ]),
    [week, today, t],
  );
}

/** The hours that any of these days has. */
function rowsOf(days: readonly Day[]): readonly Row[] {
  const ordinals = new Map(
    days.flatMap(({ hours }) => hours.map(({ planned }) => [planned.hour, planned] as const)),
  );
  const rows = [...ordinals.values()].toSorted((a, b) => a.hour - b.hour);
  return rows.length === 0 ? [NO_HOURS] : rows;
}

function hourOf({ hour }: Row): string {
  return String(hour);
}

function DayName({ day, isToday }: { readonly day: LocalDate; readonly isToday: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <span>{format.shortDay(day)}</span>
      {isToday && <Chip tone="now">{t('family.today')}</Chip>}
    </>
  );
}

function HourName({ row }: { readonly row: Row }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!('start' in row)) return t('family.noHours');
  return (
    <>
      <span>{format.hour(row.hour)}</span>
      <small>
        {format.clock(row.start)}–{format.clock(row.end)}
      </small>
    </>
  );
}

interface HourCellProps {
  readonly day: Day;
  readonly hour: number;
  readonly isFirst: boolean;
}

function HourCell({ day, hour, isFirst }: HourCellProps) {
  const { t } = useTranslation();
  const found = day.hours.find(({ planned }) => planned.hour === hour);
  if (!found)
    return (
      <span className={classes['free']}>{isFirst && day.noLesson && noLessonText(day.noLesson, t)}</span>
    );
  const teachers = found.teachers.map(({ givenName, surname }) => `${givenName} ${surname}`).join(', ');
  return (
    <>
      <strong>{found.subject}</strong>
      <small>{teachers}</small>
      {found.planned.room !== undefined && <small>{found.planned.room}</small>}
    </>
  );
}
