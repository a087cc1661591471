import type { RowData } from '@tanstack/react-table';
import { Fragment, useMemo, useRef, type ReactNode } from 'react';
import { ScrollRegion } from '../focus/scroll-region.tsx';
import { TableHead } from './table-head.tsx';
import { NothingToShow } from './table-states.tsx';
import { TableRow } from './table-row.tsx';
import { useGridFocus } from './use-grid-focus.ts';
import { LONG, useRowWindow } from './use-row-window.ts';
import { useDataTable, type TableRows } from './use-table.ts';
import classes from './table.module.css';

/** What a table is given. */
export interface TableProps<Row extends RowData> extends TableRows<Row> {
  /** What it lists, for those who listen. */
  readonly label: string;
  /** What is said where there is no row. */
  readonly empty: ReactNode;
  /** The region in which it scrolls: how high it is. */
  readonly className?: string | undefined;
  /** The table itself: how wide its columns are. */
  readonly tableClassName?: string | undefined;
  /** What stands below the rows: more of them, the meaning of signs. */
  readonly children?: ReactNode;
}

/**
 * Every table of the product: headings that stay in sight and put the rows in order, boxes that choose, the arrows where rows have something to press,
 * of thousands of rows those in sight.
 */
export function Table<Row extends RowData>(props: TableProps<Row>) {
  const { label, empty, className, tableClassName, children, columns, selection } = props;
  const table = useDataTable(props);
  const { rows } = table.getRowModel();
  const region = useRef<HTMLDivElement>(null);
  const element = useRef<HTMLTableElement>(null);
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const isGrid = selection !== undefined || columns.some(({ meta }) => meta?.hasControls === true);
  const isCounted = rows.length > LONG;
  const { kept, handlers } = useGridFocus(element, ids, columns.length + (selection ? 1 : 0), isGrid);
  const { drawn, rest, measure } = useRowWindow(ids, region, kept);
  return (
    <ScrollRegion
      regionRef={region}
      label={label}
      // The arrows of a grid reach every part of it; what is only read is moved by its region.
      isTabStop={!isGrid || rows.length === 0}
      className={[classes['region'], className].filter(Boolean).join(' ')}
    >
      <table
        ref={element}
        role={isGrid ? 'grid' : undefined}
        className={[classes['table'], tableClassName].filter(Boolean).join(' ')}
        aria-label={label}
        aria-rowcount={isCounted ? rows.length + 1 : undefined}
        aria-multiselectable={selection ? true : undefined}
        {...handlers}
      >
        <TableHead table={table} selection={selection} isGrid={isGrid} isCounted={isCounted} />
        <tbody>
          {drawn.map(({ index, gap }) => {
            const row = rows[index];
            if (!row) return null;
            const canChoose = selection && row.getCanSelect();
            return (
              <Fragment key={row.id}>
                <Gap height={gap} />
                <TableRow
                  row={row}
                  columns={columns}
                  index={index}
                  isGrid={isGrid}
                  isCounted={isCounted}
                  measure={measure}
                  choice={
                    selection && {
                      isChosen: selection.chosen.has(row.id),
                      name: canChoose ? selection.nameOf(row.original) : undefined,
                    }
                  }
                />
              </Fragment>
            );
          })}
          <Gap height={rest} />
        </tbody>
      </table>
      {rows.length === 0 && <NothingToShow>{empty}</NothingToShow>}
      {children}
    </ScrollRegion>
  );
}

/** The room of rows that are not drawn. */
function Gap({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return <tr aria-hidden="true" style={{ height }} />;
}
