import { Checkbox, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { RowData } from '@tanstack/react-table';
import { useTranslation } from 'react-i18next';
import type { DataTable } from './features.ts';
import type { Selection } from './use-table.ts';
import classes from './table.module.css';

interface TableHeadProps<Row extends RowData> {
  readonly table: DataTable<Row>;
  readonly selection: Selection<Row> | undefined;
  readonly isGrid: boolean;
  /** Whether the rows are counted, because not all of them are drawn. */
  readonly isCounted: boolean;
}

/** The headings, which put the rows in order, and the box that chooses all. */
export function TableHead<Row extends RowData>(props: TableHeadProps<Row>) {
  const { table, selection, isGrid, isCounted } = props;
  const tabIndex = isGrid ? -1 : undefined;
  return (
    <thead>
      <tr aria-rowindex={isCounted ? 1 : undefined}>
        {selection && (
          <th scope="col" className={classes['check']} tabIndex={tabIndex}>
            <ChooseAll table={table} selection={selection} />
          </th>
        )}
        {table.getHeaderGroups()[0]?.headers.map((header, place) => {
          const { column } = header;
          const { isRowHeader, isHeadingHidden, isCurrent, className } = column.columnDef.meta ?? {};
          const { header: name = '' } = column.columnDef;
          const heading = typeof name === 'string' ? name : <table.FlexRender header={header} />;
          const sorted = column.getIsSorted();
          return (
            <th
              key={header.id}
              scope="col"
              className={className}
              tabIndex={tabIndex}
              data-current={isCurrent || undefined}
              data-kept={(isRowHeader && place === 0) || undefined}
              aria-sort={column.getCanSort() ? ARIA_SORT[sorted || 'none'] : undefined}
            >
              {column.getCanSort() ? (
                <SortButton heading={String(name)} sorted={sorted} onSort={() => column.toggleSorting()} />
              ) : isHeadingHidden ? (
                <VisuallyHidden>{heading}</VisuallyHidden>
              ) : (
                heading
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

const ARIA_SORT = { asc: 'ascending', desc: 'descending', none: 'none' } as const;

interface SortButtonProps {
  readonly heading: string;
  readonly sorted: false | 'asc' | 'desc';
  readonly onSort: () => void;
}

function SortButton({ heading, sorted, onSort }: SortButtonProps) {
  const { t } = useTranslation();
  const Arrow = sorted === 'desc' ? IconArrowDown : IconArrowUp;
  return (
    <button
      type="button"
      className={classes['sort']}
      title={t('table.sort', { column: heading })}
      onClick={onSort}
    >
      {heading}
      {sorted && <Arrow size={13} aria-hidden="true" />}
    </button>
  );
}

interface ChooseAllProps<Row extends RowData> {
  readonly table: DataTable<Row>;
  readonly selection: Selection<Row>;
}

function ChooseAll<Row extends RowData>({ table, selection }: ChooseAllProps<Row>) {
  const { t } = useTranslation();
  const { chosen, onChoose } = selection;
  const choosable = table
    .getRowModel()
    .rows.filter((row) => row.getCanSelect())
    .map(({ id }) => id);
  const some = choosable.some((id) => chosen.has(id));
  const areAll = some && choosable.every((id) => chosen.has(id));
  const turn = () => {
    const next = new Set(chosen);
    for (const id of choosable)
      if (areAll) next.delete(id);
      else next.add(id);
    onChoose(next);
  };
  return (
    <Checkbox
      size="xs"
      aria-label={t('table.chooseAll')}
      checked={areAll}
      indeterminate={some && !areAll}
      // Of those shown alone: what was chosen before another search stays so, and the page says that it is out of sight.
      onChange={turn}
    />
  );
}
