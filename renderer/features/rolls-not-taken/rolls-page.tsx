import { Button, SegmentedControl } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { can } from '../../../domain/access/capabilities.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { dayOfInstant, parseLocalDate } from '../../../domain/base/local-date.ts';
import type { Register } from '../../data/register.ts';
import { useClock } from '../../data/use-clock.ts';
import { classLabel } from '../../i18n/class-label.ts';
import { useFormat, type Format } from '../../i18n/format.ts';
import { noLessonText } from '../../i18n/no-lesson-text.ts';
import { partText } from '../../kinds/lesson/part-text.ts';
import { DayField } from '../../ui/day-field/day-field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { hourPath, rollsDayOf } from '../../ui/routes.ts';
import { columnsOf } from '../../ui/table/features.ts';
import { Table } from '../../ui/table/table.tsx';
import { useViewValue } from '../../ui/use-view.ts';
import { RollsPrint } from './rolls-print.tsx';
import classes from './rolls.module.css';
import { callersText, rollsNotTaken, type MissingRoll, type MissingRolls, type RollsOf } from './view.ts';

const make = columnsOf<MissingRoll>();

interface RollsOfDayProps {
  readonly register: Register;
  /** The day in the address; today without one. */
  readonly asked: LocalDate | undefined;
}

/** The rolls of the day in the address that nobody has called. */
export function RollsPage({ register }: Pick<RollsOfDayProps, 'register'>) {
  const [address] = useLocation();
  const asked = rollsDayOf(address)?.day;
  return <RollsOfDay key={asked ?? ''} register={register} asked={asked} />;
}

/** Of every class for office, principal and staff, of the own hours for a teacher; of another day where one is typed. */
function RollsOfDay({ register, asked }: RollsOfDayProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { identity } = register;
  const follows = can(identity, 'superviseClasses');
  const teaches = can(identity, 'teach');
  const today = dayOfInstant(useClock(register));
  const [day, setDay] = useState(asked ?? today);
  const [typed, setTyped] = useState<string>(day);
  // What was written is no day: then there is nothing to show, and least of all what another day has.
  const [isRefused, setRefused] = useState(false);
  const [of, setOf] = useState<RollsOf>(follows ? 'classes' : 'me');
  const shown = useViewValue(rollsNotTaken, register, day, of);
  const missing = isRefused ? undefined : shown?.missing;
  const show = (written: string) => {
    const wanted = parseLocalDate(written);
    setRefused(wanted === undefined);
    if (wanted) setDay(wanted);
  };
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <h1>{t('rollsNotTaken.title')}</h1>
        <p>{t(of === 'classes' ? 'rollsNotTaken.lead' : 'rollsNotTaken.leadMine')}</p>
      </header>
      <div className={classes['toolbar']}>
        <DayField
          label={t('rollsNotTaken.day')}
          value={typed}
          today={today}
          onChange={setTyped}
          error={isRefused ? t('dayField.noDay') : undefined}
          onWritten={show}
        />
        {follows && teaches && (
          <SegmentedControl
            size="sm"
            aria-label={t('rollsNotTaken.of')}
            data={[
              { value: 'classes', label: t('rollsNotTaken.classes') },
              { value: 'me', label: t('rollsNotTaken.mine') },
            ]}
            value={of}
            onChange={(value) => setOf(value === 'me' ? 'me' : 'classes')}
          />
        )}
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} stroke={1.7} />}
          disabled={!missing || missing.length === 0}
          onClick={() => globalThis.print()}
        >
          {t('rollsNotTaken.print')}
        </Button>
      </div>
      {shown && !isRefused && (
        <>
          <h2 className={classes['day']}>{format.longDay(day)}</h2>
          {shown.noLesson && <Notice tone="info">{noLessonText(shown.noLesson, t)}</Notice>}
          <p className={classes['count']} role="status">
            {!shown.noLesson && countText(shown, day < today, t, format)}
          </p>
          {shown.missing.length > 0 && (
            <>
              <RollsTable day={day} missing={shown.missing} />
              <RollsPrint register={register} day={day} of={of} missing={shown.missing} />
            </>
          )}
        </>
      )}
    </div>
  );
}

/** How many rolls are missing of how many; of a day without any it is said once, and as what it is: over, or still to begin. */
function countText(
  { begun, missing }: Pick<MissingRolls, 'begun' | 'missing'>,
  isOver: boolean,
  t: TFunction,
  format: Format,
): string {
  if (begun === 0) return t(isOver ? 'rollsNotTaken.noneDue' : 'rollsNotTaken.nothingYet');
  if (missing.length === 0) return t('rollsNotTaken.none');
  return t('rollsNotTaken.count', { count: missing.length, begun: format.number(begun) });
}

function RollsTable({
  day,
  missing,
}: {
  readonly day: LocalDate;
  readonly missing: MissingRolls['missing'];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Table
      label={t('rollsNotTaken.table', { day: format.longDay(day) })}
      className={classes['card']}
      tableClassName={classes['table']}
      rows={missing}
      columns={useColumns(missing)}
      rowId={idOf}
      empty={t('rollsNotTaken.none')}
    />
  );
}

function useColumns(missing: readonly MissingRoll[]) {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const every = missing.map(({ schoolClass }) => schoolClass);
    const nameOf = ({ schoolClass }: MissingRoll) => classLabel(schoolClass, every, t);
    const whomOf = (row: MissingRoll) =>
      [nameOf(row), ...(row.part ? [partText(row.part, t)] : [])].join(' · ');
    return make.columns([
      make.accessor(nameOf, {
        id: 'class',
        header: t('rollsNotTaken.class'),
        sortFn: 'text',
        meta: { isRowHeader: true },
        cell: ({ row: { original } }) => whomOf(original),
      }),
      make.accessor(({ planned }) => planned.hour, {
        id: 'hour',
        header: t('rollsNotTaken.hour'),
        sortFn: 'number',
        cell: ({ row: { original } }) => {
          const { hour, start, end } = original.planned;
          return `${format.hour(hour)} · ${t('common.hourRange', { start, end })}`;
        },
      }),
      make.accessor(callersText, { id: 'teacher', header: t('rollsNotTaken.teacher'), sortFn: 'text' }),
      make.accessor(
        (row) =>
          stateKeys(row)
            .map((key) => t(`rollsNotTaken.${key}`))
            .join(' · '),
        {
          id: 'state',
          header: t('rollsNotTaken.state'),
          sortFn: 'text',
        },
      ),
      make.display({
        id: 'open',
        header: t('rollsNotTaken.open'),
        meta: { isHeadingHidden: true, hasControls: true },
        cell: ({ row: { original } }) => (
          <Button
            component={Link}
            href={hourPath(
              original.planned.day,
              original.planned.class,
              original.planned.hour,
              original.planned.group,
            )}
            size="compact-sm"
            variant="default"
            aria-label={t('rollsNotTaken.openOf', {
              class: whomOf(original),
              hour: format.hour(original.planned.hour),
            })}
          >
            {t('rollsNotTaken.open')}
          </Button>
        ),
      }),
    ]);
  }, [missing, t, format]);
}

/** What is to be said of an hour whose roll is missing. */
function stateKeys({ isSigned, isRunning }: MissingRoll) {
  return [
    isSigned ? ('signed' as const) : ('notSigned' as const),
    ...(isRunning ? ['running' as const] : []),
  ];
}

/** A parted hour has a roll for each of its parts. */
function idOf({ planned }: MissingRoll): string {
  return [planned.class, planned.hour, ...(planned.group === undefined ? [] : [planned.group])].join('.');
}
