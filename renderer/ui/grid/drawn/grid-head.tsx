import { memo, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { Desk } from '../desk/desk.ts';
import type { GridTable } from '../desk/grid-table.ts';
import { markingOf, readMarking } from './marking.ts';
import { HEAD } from '../model/walk.ts';
import { stuck } from './stuck.ts';
import { withoutTabStops } from '../desk/tab-stop.ts';
import { drawnActive } from './drawn-active.ts';

interface GridHeadProps {
  readonly desk: Desk;
  readonly table: GridTable;
}

/** The headings, which stay in sight. */
export const GridHead = memo(function GridHead({ desk, table }: GridHeadProps) {
  const element = useRef<HTMLTableRowElement>(null);
  const marking = readMarking(useSyncExternalStore(table.subscribe, () => markingOf(table, HEAD, 0)));
  const { active } = marking;
  useLayoutEffect(() => {
    if (element.current) withoutTabStops(element.current);
  });
  useLayoutEffect(() => {
    drawnActive(desk, element.current, marking, false);
  });
  return (
    <thead>
      <tr ref={element} aria-rowindex={1} data-row={HEAD}>
        {table.placed.map((column, place) => (
          <th
            key={column.id}
            scope="col"
            tabIndex={-1}
            className={column.look}
            style={stuck(column)}
            title={column.name}
            aria-label={column.name}
            aria-colindex={place + 1}
            data-column={column.id}
            data-stuck={
              column.fromStart === undefined ? (column.fromEnd === undefined ? undefined : 'end') : 'start'
            }
            data-active={place === active || undefined}
          >
            {column.header}
          </th>
        ))}
      </tr>
    </thead>
  );
});
