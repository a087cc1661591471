import { cellSelectionFeature, tableFeatures, useTable, type TableOptions } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { GridColumn, GridProps, GridRow } from './grid-props.ts';
import type { Bounds } from '../model/spread.ts';
import { alone, HEAD, NAMES, type Selection, type Shape } from '../model/walk.ts';

/** What the library does for a grid: it keeps what is chosen by the names of rows and columns, whatever rows arrive. */
const features = tableFeatures({ cellSelectionFeature });

/** A column where it stands. */
export interface PlacedColumn extends Pick<GridColumn, 'id' | 'name' | 'header' | 'width' | 'look'> {
  /** How far from the near edge it stays while the others are moved, in pixels; from the far one. */
  readonly fromStart?: number | undefined;
  readonly fromEnd?: number | undefined;
}

/** The rows and columns of a grid in their places, and what is chosen among them. */
export interface GridTable {
  readonly shape: Shape;
  /** The names first, those at the edge last. */
  readonly placed: readonly PlacedColumn[];
  readonly selection: () => Selection;
  readonly select: (selection: Selection) => void;
  /** The rectangle of what is chosen; none while the focus is in the head. */
  readonly bounds: () => Bounds | undefined;
  /** Calls when something else is chosen; answers how to end that. */
  readonly subscribe: (changed: () => void) => () => void;
}

const NO_ROWS: readonly GridRow[] = [];
const nothing = () => null;

/** The table of a grid, the same until its rows or columns change. Its values are not in it: a mark builds no row anew. */
export function useGridTable({ rows, footRows = NO_ROWS, columns, names }: GridProps): GridTable {
  const data = useMemo(() => [...rows, ...footRows], [rows, footRows]);
  const placed = useMemo(() => placedColumns(names, columns), [names, columns]);
  const options = useMemo(
    (): TableOptions<typeof features, GridRow> => ({
      features,
      // In the order in which they stand: the library reckons rectangles by it.
      columns: placed.map(({ id }) => ({ id })),
      data,
      getRowId: ({ id }) => id,
      // Rows that arrive leave what is chosen as it is.
      autoResetCellSelection: false,
      enableMultiCellRangeSelection: false,
    }),
    [placed, data],
  );
  const table = useTable(options, nothing);
  return useMemo((): GridTable => {
    const shape: Shape = {
      rows: [HEAD, ...data.map(({ id }) => id)],
      columns: placed.map(({ id }) => id),
      foot: footRows.length,
    };
    const { cellSelection } = table.atoms;
    return {
      shape,
      placed,
      selection() {
        const range = cellSelection.get().at(-1);
        if (!range) return alone({ row: shape.rows[1] ?? HEAD, column: shape.columns[1] ?? NAMES });
        return {
          anchor: { row: range.anchorRowId, column: range.anchorColumnId },
          corner: { row: range.focusRowId, column: range.focusColumnId },
        };
      },
      select: ({ anchor, corner }) =>
        table.selectCellRange({
          anchorRowId: anchor.row,
          anchorColumnId: anchor.column,
          focusRowId: corner.row,
          focusColumnId: corner.column,
        }),
      bounds() {
        const found = table.getCellSelectionBounds()[0];
        return (
          found && {
            // The head is no row of the library's.
            top: found.minRowIndex + 1,
            bottom: found.maxRowIndex + 1,
            left: found.minColumnIndex,
            right: found.maxColumnIndex,
          }
        );
      },
      subscribe(changed) {
        const subscription = cellSelection.subscribe(changed);
        return () => subscription.unsubscribe();
      },
    };
  }, [table, placed, data, footRows]);
}

/** The columns as they stand: names, others, those at the edge, each with what it keeps from there. */
function placedColumns(names: GridProps['names'], columns: readonly GridColumn[]): readonly PlacedColumn[] {
  let fromEnd = 0;
  const edge = columns
    .filter(({ isAtEdge }) => isAtEdge)
    .toReversed()
    .map((column): PlacedColumn => {
      fromEnd += column.width;
      return { ...column, fromEnd: fromEnd - column.width };
    });
  const others = columns.filter(({ isAtEdge }) => !isAtEdge);
  return [{ id: NAMES, ...names, fromStart: 0 }, ...others, ...edge.toReversed()];
}
