import { Fragment, memo, useId, useMemo, useSyncExternalStore, type RefObject } from 'react';
import { useRowWindow, type RowHeights } from '../../table/use-row-window.ts';
import type { Desk } from '../desk/desk.ts';
import type { GridProps, GridRow } from '../desk/grid-props.ts';
import type { GridTable } from '../desk/grid-table.ts';
import { GridRowView } from './grid-row.tsx';

interface GridBodyProps extends Pick<GridProps, 'rows' | 'footRows' | 'columns' | 'locked'> {
  readonly desk: Desk;
  readonly table: GridTable;
  readonly region: RefObject<HTMLElement | null>;
}

/** From so many rows on those in sight are drawn alone: a class is drawn whole. */
const HEIGHTS: RowHeights = { row: 34, head: 52, long: 60 };
const NO_ROWS: readonly GridRow[] = [];
const NONE: ReadonlySet<string> = new Set();

/** The rows, of many those in sight and those with the ends of what is chosen; below them the foot. */
export const GridBody = memo(function GridBody(props: GridBodyProps) {
  const { desk, table, region, rows, footRows = NO_ROWS, columns, locked } = props;
  const gridId = useId();
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const writable = useMemo(
    () => (locked === undefined ? new Set(columns.filter(({ read }) => read).map(({ id }) => id)) : NONE),
    [columns, locked],
  );
  // As one word: a key that leads along a row draws nothing here.
  const ends = useSyncExternalStore(table.subscribe, () => {
    if (ids.length <= HEIGHTS.long) return '';
    const { anchor, corner } = table.selection();
    return `${ids.indexOf(anchor.row)} ${ids.indexOf(corner.row)}`;
  });
  const [kept, alsoKept] = ends
    .split(' ')
    .map((end) => (end === '' || end === '-1' ? undefined : Number(end)));
  const { drawn, rest, measure } = useRowWindow(ids, region, kept, HEIGHTS, alsoKept);
  const common = { desk, table, gridId, measure };
  return (
    <>
      <tbody>
        {drawn.map(({ index, gap }) => {
          const row = rows[index];
          return (
            row && (
              <Fragment key={row.id}>
                <Gap height={gap} />
                <GridRowView {...common} row={row} index={index + 1} dataIndex={index} writable={writable} />
              </Fragment>
            )
          );
        })}
        <Gap height={rest} />
      </tbody>
      {footRows.length > 0 && (
        <tfoot>
          {footRows.map((row, place) => (
            <GridRowView
              key={row.id}
              {...common}
              measure={undefined}
              row={row}
              index={rows.length + place + 1}
              dataIndex={rows.length + place}
              writable={NONE}
            />
          ))}
        </tfoot>
      )}
    </>
  );
});

/** The room of rows that are not drawn. */
function Gap({ height }: { readonly height: number }) {
  return height > 0 ? <tr aria-hidden="true" style={{ height }} /> : null;
}
