import {
  createColumnHelper,
  createSortedRowModel,
  metaHelper,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  type ColumnHelper,
  type ReactTable,
  type RowData,
  type TableOptions,
} from '@tanstack/react-table';
import { byNumber, byText, byTexts } from './order.ts';

/** What a column says of its cells beside their content. */
interface ColumnLook {
  /** Its cells name their rows: the pupil, the account, the hour. */
  readonly isRowHeader?: boolean;
  /** Its heading is read aloud only: a column of buttons needs no visible one. */
  readonly isHeadingHidden?: boolean;
  /** Its cells hold something to press: the table is a grid, walked through by the arrows. */
  readonly hasControls?: boolean;
  /** It is the one of now, as today among the days. */
  readonly isCurrent?: boolean;
  readonly className?: string | undefined;
}

/** What every table of the product can do; a spreadsheet adds its own features to these. */
const features = tableFeatures({
  rowSortingFeature,
  rowSelectionFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { text: byText, texts: byTexts, number: byNumber },
  columnMeta: metaHelper<ColumnLook>(),
});

type Features = typeof features;

/** The columns of a table; keep them in a memo: a new list draws every row anew. */
export type Columns<Row extends RowData> = TableOptions<Features, Row>['columns'];

/** The order in which a table begins. */
export type Order = readonly { readonly id: string; readonly desc: boolean }[];

/** A table of the product, as the library keeps it. */
export type DataTable<Row extends RowData> = ReactTable<Features, Row>;

/** One row of it. */
export type DataRow<Row extends RowData> = ReturnType<DataTable<Row>['getRowModel']>['rows'][number];

/** Makes columns: `accessor` for what can be ordered by, `display` for the rest. */
export function columnsOf<Row extends RowData>(): ColumnHelper<Features, Row> {
  return createColumnHelper<Features, Row>();
}

export { features };
