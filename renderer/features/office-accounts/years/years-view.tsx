import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '../../../../domain/access/capabilities.ts';
import { dayOfInstant } from '../../../../domain/base/local-date.ts';
import { closeYear, reopenYear } from '../../../../domain/protocol/endpoints/office/office-endpoints.ts';
import type { Api } from '../../../data/api/api-request.ts';
import type { Register } from '../../../data/register.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Chip, type ChipTone } from '../../../ui/marks/chip.tsx';
import { columnsOf } from '../../../ui/table/features.ts';
import { useViewValue } from '../../../ui/use-view.ts';
import classes from '../office-accounts.module.css';
import { schoolYears, type YearRow, type YearState } from '../view/years.ts';
import { ActedTable, useActing } from './acted-table.tsx';
import { OpenInYear } from './open-in-year.tsx';
import { CloseYearDialog, ReopenYearDialog } from './year-dialogs.tsx';

interface YearsViewProps {
  readonly register: Register;
  readonly api: Api;
}

const TONES: Readonly<Record<YearState, ChipTone>> = {
  toCome: 'info',
  underWay: 'ok',
  over: 'warn',
  closed: 'neutral',
};

const make = columnsOf<YearRow>();

/** The school years: which are closed, and the way to close one and to open it again (D198). */
export function YearsView({ register, api }: YearsViewProps) {
  const { t } = useTranslation();
  const rows = useViewValue(schoolYears, register, dayOfInstant(register.now()));
  const { asked, said, ask, close, done } = useActing<YearRow>(register);
  const columns = useColumns(can(register.identity, 'reopenYears'), ask);
  const shown = asked && { startYear: asked.year.startYear, seen: asked.year.entry };
  return (
    <>
      <ActedTable
        lead={t('accounts.years.lead')}
        said={said}
        label={t('accounts.tabs.years')}
        rows={rows}
        columns={columns}
        rowId={({ year }) => year.id}
        empty={t('accounts.years.none')}
      />
      {asked?.state === 'over' && shown && (
        <CloseYearDialog
          name={asked.name}
          open={<OpenInYear register={register} api={api} row={asked} onGo={close} />}
          onClose={close}
          onDone={() => done(t('accounts.years.closed', { name: asked.name }))}
          onAct={() => api.ask(closeYear, { body: shown })}
        />
      )}
      {asked?.state === 'closed' && shown && (
        <ReopenYearDialog
          name={asked.name}
          onClose={close}
          onDone={() => done(t('accounts.years.reopened', { name: asked.name }))}
          onAct={(reason) => api.ask(reopenYear, { body: { ...shown, reason } })}
        />
      )}
    </>
  );
}

function useColumns(canReopen: boolean, onAsk: (row: YearRow) => void) {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () =>
      make.columns([
        make.accessor('name', {
          header: t('accounts.years.year'),
          sortFn: 'text',
          meta: { isRowHeader: true },
        }),
        make.accessor(({ year }) => year.lessonsFrom, {
          id: 'lessons',
          header: t('accounts.years.lessons'),
          sortFn: 'text',
          cell: ({ row: { original } }) =>
            t('accounts.years.span', {
              from: format.numericDay(original.year.lessonsFrom),
              to: format.numericDay(original.year.lessonsTo),
            }),
        }),
        make.accessor('state', {
          header: t('accounts.years.state'),
          sortFn: 'text',
          cell: ({ row: { original } }) => <YearChip row={original} />,
        }),
        make.display({
          id: 'act',
          header: t('accounts.years.act'),
          meta: { isHeadingHidden: true, hasControls: true },
          cell: ({ row: { original } }) => <YearButton row={original} canReopen={canReopen} onAsk={onAsk} />,
        }),
      ]),
    [t, format, canReopen, onAsk],
  );
}

function YearChip({ row: { year, state } }: { readonly row: YearRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Chip tone={TONES[state]}>
      {year.closedOn === undefined
        ? t(`accounts.years.states.${state}`)
        : t('accounts.years.closedOn', { day: format.numericDay(year.closedOn) })}
    </Chip>
  );
}

interface YearButtonProps {
  readonly row: YearRow;
  readonly canReopen: boolean;
  readonly onAsk: (row: YearRow) => void;
}

/** What can be done with a year: close it once its lessons are over; open it again, for the principal. */
function YearButton({ row, canReopen, onAsk }: YearButtonProps) {
  const { t } = useTranslation();
  const { name, state } = row;
  if (state === 'over')
    return (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('accounts.years.closeName', { name })}
        onClick={() => onAsk(row)}
      >
        {t('accounts.years.close')}
      </Button>
    );
  if (state !== 'closed') return null;
  if (!canReopen) return <span className={classes['muted']}>{t('accounts.years.principal')}</span>;
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t('accounts.years.reopenName', { name })}
      onClick={() => onAsk(row)}
    >
      {t('accounts.years.reopen')}
    </Button>
  );
}
