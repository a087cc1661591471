import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { alone, foundAgain, HEAD, NAMES } from '../model/walk.ts';
import { createDesk, type Desk } from './desk.ts';
import type { GridProps } from './grid-props.ts';
import { useGridTable, type GridTable } from './grid-table.ts';

/** The desk of a grid, and its table as it is drawn. What is chosen follows its rows and columns, and stays where it was when they go. */
export function useDesk(props: GridProps, region: RefObject<HTMLElement | null>): readonly [Desk, GridTable] {
  const table = useGridTable(props);
  const [desk] = useState(() => createDesk(props, table));
  const before = useRef(table.shape);
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    desk.update(props, table, region.current);
    const { shape } = table;
    if (before.current !== shape) {
      followRows(desk, before.current, hadFocus.current);
      desk.arrive();
    }
    before.current = shape;
  });
  useLayoutEffect(() => {
    // Whether the focus was within, before what had it was taken out of the page.
    hadFocus.current = region.current?.contains(document.activeElement) ?? false;
  });
  useEffect(() => {
    const heed = () => {
      hadFocus.current = region.current?.contains(document.activeElement) ?? false;
    };
    document.addEventListener('focusin', heed);
    return () => document.removeEventListener('focusin', heed);
  }, [region]);
  const { onActive } = props;
  useEffect(() => {
    if (!onActive) return undefined;
    const tell = () => {
      const { anchor } = desk.table().selection();
      const isCell = anchor.row !== HEAD && anchor.column !== NAMES;
      const isFoot = desk.props().footRows?.some(({ id }) => id === anchor.row) ?? false;
      onActive(isCell && !isFoot ? anchor : undefined);
    };
    return table.subscribe(tell);
  }, [desk, table, onActive]);
  return [desk, table];
}

/** Goes with what is chosen where its row or column stands now; a field in a row that went is closed with it. */
function followRows(desk: Desk, before: GridTable['shape'], hadFocus: boolean): void {
  const { shape, selection, select } = desk.table();
  const { anchor, corner } = selection();
  const { now } = desk.editing.getState();
  if (now && !(shape.rows.includes(now.row) && shape.columns.includes(now.column)))
    desk.editing.setState({ now: undefined });
  const found = foundAgain(anchor, before, shape);
  const isSame = found.row === anchor.row && found.column === anchor.column;
  const isCornerHere = shape.rows.includes(corner.row) && shape.columns.includes(corner.column);
  if (isSame && isCornerHere) return;
  if (hadFocus && !isSame) desk.wish();
  select(alone(found));
}
