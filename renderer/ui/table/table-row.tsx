import { Checkbox } from '@mantine/core';
import type { RowData } from '@tanstack/react-table';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shallow } from 'zustand/shallow';
import type { Columns, DataRow } from './features.ts';
import classes from './table.module.css';

interface TableRowProps<Row extends RowData> {
  readonly row: DataRow<Row>;
  /** The columns of the table: other ones draw the row anew. */
  readonly columns: Columns<Row>;
  readonly index: number;
  readonly isGrid: boolean;
  readonly isCounted: boolean;
  readonly measure: ((row: HTMLTableRowElement | null) => void) | undefined;
  readonly choice: Choice | undefined;
}

/** Whether a row can be chosen, is, and how its box is named. */
interface Choice {
  readonly isChosen: boolean;
  /** Undefined where the row cannot be chosen. */
  readonly name: string | undefined;
}

/** One row: drawn anew when it, its columns or its choice change, and not when others do. */
export const TableRow = memo(DrawnRow, isSame) as typeof DrawnRow;

function DrawnRow<Row extends RowData>(props: TableRowProps<Row>) {
  const { row, index, isGrid, isCounted, measure, choice } = props;
  const { t } = useTranslation();
  const tabIndex = isGrid ? -1 : undefined;
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={isCounted ? index + 2 : undefined}
      aria-selected={choice && choice.name !== undefined ? choice.isChosen : undefined}
      data-selected={choice?.isChosen || undefined}
    >
      {choice && (
        <td className={classes['check']} tabIndex={tabIndex}>
          {choice.name !== undefined && (
            <Checkbox
              size="xs"
              aria-label={t('table.choose', { name: choice.name })}
              checked={choice.isChosen}
              // With Shift all from the one chosen before.
              onChange={row.getToggleSelectedHandler()}
            />
          )}
        </td>
      )}
      {row.getAllCells().map((cell, place) => {
        const { isRowHeader, isCurrent, className } = cell.column.columnDef.meta ?? {};
        const attributes = { className, tabIndex, 'data-current': isCurrent || undefined };
        const { cell: draw } = cell.column.columnDef;
        // Called, not drawn as a component: other columns would be another component, and what has the focus would be made anew.
        const content: ReactNode = typeof draw === 'function' ? draw(cell.getContext()) : draw;
        return isRowHeader ? (
          <th key={cell.id} scope="row" data-kept={place === 0 || undefined} {...attributes}>
            {content}
          </th>
        ) : (
          <td key={cell.id} {...attributes}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}

function isSame<Row extends RowData>(
  { choice: chosen, ...before }: TableRowProps<Row>,
  { choice, ...now }: TableRowProps<Row>,
): boolean {
  return shallow(chosen, choice) && shallow(before, now);
}
