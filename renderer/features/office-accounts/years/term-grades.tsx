import { Button, Group } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOfInstant } from '../../../../domain/base/local-date.ts';
import { freezePeriod, holdGrades } from '../../../../domain/protocol/endpoints/office/office-endpoints.ts';
import type { Api } from '../../../data/api/api-request.ts';
import type { Register } from '../../../data/register.ts';
import { classLabel } from '../../../i18n/class-label.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Chip } from '../../../ui/marks/chip.tsx';
import { columnsOf } from '../../../ui/table/features.ts';
import { useViewValue } from '../../../ui/use-view.ts';
import classes from '../office-accounts.module.css';
import { terms, type HeldTerm, type TermRow } from '../view/terms.ts';
import { ActedTable, useActing } from './acted-table.tsx';
import { TermDialog, type DecidedTerm, type TermAct } from './term-dialog.tsx';

/** A period, and what is asked of it. */
interface AskedTerm {
  readonly row: TermRow;
  readonly act: TermAct;
}

interface TermGradesProps {
  readonly register: Register;
  readonly api: Api;
}

const ACTS = ['freeze', 'unfreeze', 'hold'] as const satisfies readonly TermAct[];

const make = columnsOf<TermRow>();

/** The periods of the years that are open: whether grades are still given in them, and from when on families see them (D24, D76). */
export function TermGrades({ register, api }: TermGradesProps) {
  const { t } = useTranslation();
  const today = dayOfInstant(register.now());
  const rows = useViewValue(terms, register, today);
  const { asked, said, ask, close, done } = useActing<AskedTerm>(register);
  const columns = useColumns(ask);
  const decide = ({ row, act }: AskedTerm, { schoolClass, until }: DecidedTerm) => {
    const term = {
      startYear: row.year.startYear,
      seen: row.year.entry,
      period: row.index,
      ...(schoolClass === undefined ? {} : { class: schoolClass }),
    };
    return act === 'hold'
      ? api.ask(holdGrades, { body: { ...term, ...(until === undefined ? {} : { until }) } })
      : api.ask(freezePeriod, {
          body: {
            ...term,
            frozen: act === 'freeze',
            ...(until === undefined ? {} : { councilUntil: until }),
          },
        });
  };
  return (
    <div>
      <ActedTable
        heading={t('accounts.years.terms.heading')}
        lead={t('accounts.years.terms.lead')}
        said={said}
        label={t('accounts.years.terms.heading')}
        rows={rows}
        columns={columns}
        rowId={({ year, index }) => `${year.id}.${index}`}
        empty={t('accounts.years.terms.none')}
      />
      {asked && (
        <TermDialog
          row={asked.row}
          act={asked.act}
          today={today}
          onClose={close}
          onDone={() => done(t(`accounts.years.terms.done.${asked.act}`, { name: asked.row.period.name }))}
          onAct={(decided) => decide(asked, decided)}
        />
      )}
    </div>
  );
}

function useColumns(onAsk: (asked: AskedTerm) => void) {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () =>
      make.columns([
        make.accessor(({ period, yearName }) => `${period.name} ${yearName}`, {
          id: 'term',
          header: t('accounts.years.terms.term'),
          sortFn: 'text',
          meta: { isRowHeader: true },
        }),
        make.accessor(({ period }) => period.from, {
          id: 'days',
          header: t('accounts.years.terms.days'),
          sortFn: 'text',
          cell: ({ row: { original } }) =>
            t('accounts.years.span', {
              from: format.numericDay(original.period.from),
              to: format.numericDay(original.period.to),
            }),
        }),
        make.display({
          id: 'frozen',
          header: t('accounts.years.terms.grades'),
          cell: ({ row: { original } }) => <FrozenChip row={original} />,
        }),
        make.display({
          id: 'heldBack',
          header: t('accounts.years.terms.families'),
          cell: ({ row: { original } }) => <HeldBack row={original} />,
        }),
        make.display({
          id: 'act',
          header: t('accounts.years.act'),
          meta: { isHeadingHidden: true, hasControls: true },
          cell: ({ row: { original } }) => (
            <Group gap="xs">
              {ACTS.filter((act) => isOffered(act, original)).map((act) => (
                <Button
                  key={act}
                  size="compact-sm"
                  variant="default"
                  aria-label={t(`accounts.years.terms.title.${act}`, { name: original.period.name })}
                  onClick={() => onAsk({ row: original, act })}
                >
                  {t(`accounts.years.terms.act.${act}`)}
                </Button>
              ))}
            </Group>
          ),
        }),
      ]),
    [t, format, onAsk],
  );
}

/** What is closed everywhere is not closed again, and what is open nowhere not opened. */
function isOffered(act: TermAct, { frozen }: TermRow): boolean {
  if (act === 'freeze') return frozen !== 'school';
  return act === 'hold' || frozen === 'school' || frozen.length > 0;
}

function FrozenChip({ row: { frozen, classes: all } }: { readonly row: TermRow }) {
  const { t } = useTranslation();
  if (frozen === 'school') return <Chip tone="warn">{t('accounts.years.terms.closed')}</Chip>;
  if (frozen.length === 0) return <Chip tone="ok">{t('accounts.years.terms.open')}</Chip>;
  const names = frozen.map((one) => classLabel(one, all, t)).join(', ');
  return <Chip tone="warn">{t('accounts.years.terms.closedIn', { names })}</Chip>;
}

function HeldBack({ row: { heldBack, heldBefore, classes: all } }: { readonly row: TermRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const named = (held: readonly HeldTerm[], when: 'held' | 'before') =>
    held
      .map(({ schoolClass, until }) => {
        const day = format.numericDay(until);
        return schoolClass
          ? t(`accounts.years.terms.${when}In`, { name: classLabel(schoolClass, all, t), day })
          : t(`accounts.years.terms.${when}`, { day });
      })
      .join('; ');
  return (
    <>
      {heldBack.length === 0 ? t('accounts.years.terms.shown') : named(heldBack, 'held')}
      {heldBefore.length > 0 && (
        <div className={classes['muted']}>
          {t('accounts.years.terms.heldBefore', { list: named(heldBefore, 'before') })}
        </div>
      )}
    </>
  );
}
