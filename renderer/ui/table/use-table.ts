import { functionalUpdate, useTable, type RowData } from '@tanstack/react-table';
import { useMemo } from 'react';
import { features, type Columns, type DataTable, type Order } from './features.ts';

/** Which rows are chosen; whoever acts on them keeps it. */
export interface Selection<Row> {
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  /** How the box of a row is named. */
  readonly nameOf: (row: Row) => string;
  /** Which rows can be chosen; all without it. */
  readonly canChoose?: ((row: Row) => boolean) | undefined;
}

/** What a table shows. */
export interface TableRows<Row extends RowData> {
  /** The same list until something has changed: a new one is put in order anew. */
  readonly rows: readonly Row[];
  readonly columns: Columns<Row>;
  readonly rowId: (row: Row) => string;
  /** The order it begins with; without one, that in which the rows came, to which a third press of a heading leads back. */
  readonly order?: Order;
  readonly selection?: Selection<Row> | undefined;
}

const AS_THEY_COME: Order = [];
const NOBODY: ReadonlySet<string> = new Set();

/** The rows of a table in their order, and which are chosen. */
export function useDataTable<Row extends RowData>(shown: TableRows<Row>): DataTable<Row> {
  const { rows, columns, rowId, order = AS_THEY_COME, selection } = shown;
  const chosen = selection?.chosen ?? NOBODY;
  const canChoose = selection?.canChoose;
  const rowSelection = useMemo(
    () => Object.fromEntries([...chosen].map((id) => [id, true as const])),
    [chosen],
  );
  return useTable<typeof features, Row>({
    features,
    columns,
    data: rows,
    getRowId: rowId,
    initialState: { sorting: order.map((each) => ({ ...each })) },
    enableSortingRemoval: order.length === 0,
    enableMultiSort: false,
    sortDescFirst: false,
    enableRowSelection: canChoose ? ({ original }) => canChoose(original) : true,
    state: { rowSelection },
    onRowSelectionChange: (change) =>
      selection?.onChoose(new Set(Object.keys(functionalUpdate(change, rowSelection)))),
  });
}
