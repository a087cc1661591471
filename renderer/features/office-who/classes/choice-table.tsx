import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';
import { columnsOf } from '../../../ui/table/features.ts';
import { Table } from '../../../ui/table/table.tsx';
import classes from '../office-who.module.css';
import type { Option } from '../papers/paper-section.ts';
import type { ChoiceRow } from './choice-rows.ts';
import type { Choices } from './choices.ts';

interface ChoiceTableProps {
  readonly label: string;
  readonly rows: readonly ChoiceRow[];
  readonly choices: Choices;
  readonly options: readonly Option[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** The pupils of a class: what holds of each, and what comes. Those to write about are chosen. */
export function ChoiceTable({ label, rows, choices, options, chosen, onChoose }: ChoiceTableProps) {
  const { t } = useTranslation();
  const columns = useChoiceColumns(choices, options);
  return (
    <Table
      label={label}
      className={classes['scroll']}
      tableClassName={classes['table']}
      rows={rows}
      columns={columns}
      rowId={idOf}
      empty={t('who.noPupils')}
      selection={{ chosen, onChoose, nameOf: ({ name }) => name }}
    />
  );
}

/** What the table says of each pupil. */
function useChoiceColumns(choices: Choices, options: readonly Option[]) {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const make = columnsOf<ChoiceRow>();
    const wordOf = (paper: ChoiceRow['now']) => {
      const value = paper && choices.valueOf(paper);
      return value === undefined ? '' : (options.find((one) => one.value === value)?.label ?? value);
    };
    return make.columns([
      make.accessor('name', {
        header: t('who.column.who.person'),
        sortFn: 'text',
        meta: { isRowHeader: true },
      }),
      make.accessor(({ now }) => wordOf(now), {
        id: 'now',
        header: t('who.column.now'),
        sortFn: 'text',
        cell: ({ getValue }) => <KnownWord word={getValue()} />,
      }),
      make.accessor(({ now }) => now?.from ?? '', {
        id: 'since',
        header: t('who.column.since'),
        sortFn: 'text',
        cell: ({ row: { original } }) => (original.now ? format.numericDay(original.now.from) : '—'),
      }),
      make.accessor(({ coming }) => wordOf(coming), {
        id: 'coming',
        header: t('who.column.coming'),
        sortFn: 'text',
        cell: ({ row: { original }, getValue }) =>
          original.coming
            ? t('who.comingFrom', { what: getValue(), day: format.numericDay(original.coming.from) })
            : '—',
      }),
    ]);
  }, [t, format, choices, options]);
}

/** What is known of a pupil, or that nothing is. */
function KnownWord({ word }: { readonly word: string }) {
  const { t } = useTranslation();
  return word === '' ? <span className={classes['muted']}>{t('who.nothingKnown')}</span> : <>{word}</>;
}

function idOf({ id }: ChoiceRow): string {
  return id;
}
