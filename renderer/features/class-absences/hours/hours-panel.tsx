import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClassId } from '../../../../domain/base/ids.ts';
import type { Register } from '../../../data/register.ts';
import { usePupilNames } from '../../../hosts/pupils/use-pupil-names.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { columnsOf } from '../../../ui/table/features.ts';
import { Table } from '../../../ui/table/table.tsx';
import { useView } from '../../../ui/use-view.ts';
import {
  classHours,
  type ClassHours,
  type PupilWithHours,
} from '../../../views/absence-hours/class-hours.ts';
import { HoursDialog } from './hours-dialog.tsx';
import { hoursText, limitHours, usedOfLimit } from '../../../views/absence-hours/hours-text.ts';
import { HoursWarning } from './hours-warning.tsx';
import classes from './hours.module.css';

interface HoursPanelProps {
  readonly register: Register;
  readonly schoolClass: ClassId;
  readonly name: string;
}

const make = columnsOf<PupilWithHours>();

/** The hours of absence of a class against the limit of the year; each line opens what it is the sum of. */
export function HoursPanel({ register, schoolClass, name }: HoursPanelProps) {
  const { t } = useTranslation();
  const nameOf = usePupilNames(register, schoolClass);
  const live = useView(classHours, register, schoolClass);
  if (!live.ready) return <div aria-busy="true" aria-label={t('classAbsences.loading')} />;
  if (!live.value) return <Notice tone="info">{t('classAbsences.hours.notHere')}</Notice>;
  return <HoursTable shown={live.value} name={name} nameOf={nameOf} />;
}

interface HoursTableProps {
  readonly shown: ClassHours;
  readonly name: string;
  readonly nameOf: (person: PupilWithHours['person']) => string;
}

function HoursTable({ shown, name, nameOf }: HoursTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [opened, setOpened] = useState<string>();
  const columns = useMemo(() => {
    const number = { className: classes['number'] };
    const explained = (of: PupilWithHours, text: string) => (
      <button
        type="button"
        className={classes['explain']}
        title={t('classAbsences.hours.explain')}
        onClick={() => setOpened(of.person.id)}
      >
        {text}
      </button>
    );
    return make.columns([
      make.accessor(({ person }) => nameOf(person), {
        id: 'pupil',
        header: t('classAbsences.justify.pupil'),
        sortFn: 'text',
        meta: { isRowHeader: true },
      }),
      make.accessor(({ hours }) => hours.official.absentHalfUnits, {
        id: 'official',
        header: t('classAbsences.hours.officialShort'),
        sortFn: 'number',
        meta: { ...number, hasControls: true },
        cell: ({ row, getValue }) => explained(row.original, hoursText(getValue(), format)),
      }),
      make.accessor(({ hours }) => hours.indicative.absentHalfUnits, {
        id: 'indicative',
        header: t('classAbsences.hours.indicativeShort'),
        sortFn: 'number',
        meta: { ...number, hasControls: true },
        cell: ({ row, getValue }) => explained(row.original, hoursText(getValue(), format)),
      }),
      ...(shown.hasLimit
        ? [
            make.accessor(({ counted }) => counted.countedHalfUnits, {
              id: 'counted',
              header: t('classAbsences.hours.countedShort'),
              sortFn: 'number',
              meta: { ...number, hasControls: true },
              cell: ({ row, getValue }) => explained(row.original, hoursText(getValue(), format)),
            }),
            make.accessor(({ limit }) => limit && limitHours(limit.annualHalfUnits), {
              id: 'limit',
              header: t('classAbsences.hours.limitShort'),
              sortFn: 'number',
              sortUndefined: 'last',
              meta: number,
              cell: ({ getValue }) => numberOr(getValue(), format.number, t('common.unknown')),
            }),
            make.accessor((of) => usedOfLimit(of), {
              id: 'used',
              header: t('classAbsences.hours.usedShort'),
              sortFn: 'number',
              sortUndefined: 'last',
              meta: number,
              cell: ({ getValue }) => {
                const used = getValue();
                return used === undefined
                  ? t('common.unknown')
                  : t('classAbsences.hours.percent', { used: format.number(used) });
              },
            }),
            make.accessor(({ limit }) => limit?.projection?.absentHalfUnits, {
              id: 'projection',
              header: t('classAbsences.hours.projectionShort'),
              sortFn: 'number',
              sortUndefined: 'last',
              meta: number,
              cell: ({ getValue }) =>
                numberOr(getValue(), (half) => hoursText(half, format), t('common.unknown')),
            }),
            make.display({
              id: 'warning',
              header: t('classAbsences.hours.warningShort'),
              cell: ({ row }) => warningOf(row.original),
            }),
          ]
        : []),
    ]);
  }, [shown.hasLimit, nameOf, t, format]);
  const of = shown.pupils.find(({ person }) => person.id === opened);
  const fromElsewhere = shown.pupils.filter(({ notCounted }) => notCounted.length > 0);
  return (
    <div className={classes['panel']} data-work="">
      <h2>{t('classAbsences.hours.title')}</h2>
      <p className={classes['note']}>
        {t('classAbsences.hours.until', { day: format.longDay(shown.today) })}{' '}
        {t(`classAbsences.hours.rounding.${shown.rounding}`)}
        {!shown.hasLimit && ` ${t('classAbsences.hours.noLimit')}`}
      </p>
      {fromElsewhere.length > 0 && (
        <Notice tone="warn">
          {fromElsewhere
            .map(({ person, notCounted }) =>
              t('classAbsences.hours.notCounted', { name: nameOf(person), classes: notCounted.join(', ') }),
            )
            .join(' ')}
        </Notice>
      )}
      <Table
        label={t('classAbsences.hours.list', { name })}
        className={classes['region']}
        rows={shown.pupils}
        columns={columns}
        rowId={idOf}
        empty={t('classAbsences.hours.nobody')}
      />
      {of && (
        <HoursDialog of={of} name={nameOf(of.person)} shown={shown} onClose={() => setOpened(undefined)} />
      )}
    </div>
  );
}

function warningOf({ limit }: PupilWithHours): ReactNode {
  return <HoursWarning limit={limit} />;
}

function numberOr(value: number | undefined, text: (value: number) => string, unknown: string): string {
  return value === undefined ? unknown : text(value);
}

function idOf({ person }: PupilWithHours): string {
  return person.id;
}
