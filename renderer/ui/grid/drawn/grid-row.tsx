import { memo, useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { Desk } from '../desk/desk.ts';
import { GridCellView } from './grid-cell.tsx';
import type { GridRow } from '../desk/grid-props.ts';
import type { GridTable } from '../desk/grid-table.ts';
import { markingOf, readMarking } from './marking.ts';
import { NAMES } from '../model/walk.ts';
import { stuck } from './stuck.ts';
import { withoutTabStops } from '../desk/tab-stop.ts';
import { drawnActive } from './drawn-active.ts';
import classes from './grid.module.css';

interface GridRowProps {
  readonly desk: Desk;
  readonly table: GridTable;
  readonly row: GridRow;
  /** Its place among the rows, the head being the first. */
  readonly index: number;
  /** Its place among those that are virtual. */
  readonly dataIndex: number;
  /** The columns that can be written, and whether any can. */
  readonly writable: ReadonlySet<string>;
  /** The name of the grid, for the names of descriptions. */
  readonly gridId: string;
  readonly measure: ((row: HTMLTableRowElement | null) => void) | undefined;
}

/** A row: it hears of its own cells, and of what is chosen in it, alone. */
export const GridRowView = memo(function GridRowView(props: GridRowProps) {
  const { desk, table, row, index, dataIndex, writable, gridId, measure } = props;
  const element = useRef<HTMLTableRowElement>(null);
  const { source } = desk.props();
  const { overlays } = desk.sheet;
  const cells = useSyncExternalStore(
    useCallback((changed) => source.subscribe(row.id, changed), [source, row.id]),
    () => source.cells(row.id),
  );
  const layers = useSyncExternalStore(
    useCallback((changed) => overlays.subscribe(row.id, changed), [overlays, row.id]),
    () => overlays.ofRow(row.id),
  );
  const marking = readMarking(useSyncExternalStore(table.subscribe, () => markingOf(table, row.id, index)));
  const editing = useSyncExternalStore(desk.editing.subscribe, () => {
    const { now } = desk.editing.getState();
    return now?.row === row.id ? now : undefined;
  });
  const { active, from, to } = marking;

  useLayoutEffect(() => {
    if (element.current && row.header !== undefined) withoutTabStops(element.current);
  }, [row.header]);
  useLayoutEffect(() => {
    drawnActive(desk, element.current, marking, editing !== undefined);
  });

  return (
    <tr
      ref={(line) => {
        element.current = line;
        measure?.(line);
      }}
      aria-rowindex={index + 1}
      data-index={dataIndex}
      data-row={row.id}
    >
      {table.placed.map((column, place) =>
        column.id === NAMES ? (
          <th
            key={NAMES}
            scope="row"
            tabIndex={-1}
            className={classes['name']}
            style={stuck(column)}
            title={row.name}
            aria-colindex={1}
            aria-selected={from === 0}
            data-column={NAMES}
            data-stuck="start"
            data-active={active === 0 || undefined}
          >
            <span className={classes['text']}>{row.header ?? row.name}</span>
          </th>
        ) : (
          <GridCellView
            key={column.id}
            desk={desk}
            column={column}
            place={place}
            id={`${gridId}-${index}-${place}`}
            rowName={row.name}
            cell={cells[column.id]}
            overlay={layers[column.id]}
            isLocked={!writable.has(column.id) || cells[column.id]?.locked !== undefined}
            isChosen={place >= from && place <= to}
            isActive={place === active}
            editing={editing?.column === column.id ? editing : undefined}
          />
        ),
      )}
    </tr>
  );
});
