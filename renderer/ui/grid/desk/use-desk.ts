import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { alone, foundAgain, HEAD, NAMES } from '../model/walk.ts';
import { createDesk, type Desk } from './desk.ts';
import type { GridProps } from './grid-props.ts';
import { uncover } from './reveal.ts';
import { useGridTable, type GridTable } from './grid-table.ts';

/**
 * The desk of a grid, and its table as it is drawn. What is chosen follows its rows and columns, and stays where it was when they go; what somebody was typing in
 * one that goes is said.
 */
export function useDesk(props: GridProps, region: RefObject<HTMLElement | null>): readonly [Desk, GridTable] {
  const table = useGridTable(props);
  const [desk] = useState(() => createDesk(props, table));
  const before = useRef(table.shape);
  const hadFocus = useRef(false);
  const { t } = useTranslation();
  const typed = useTyped(desk, region);
  useLayoutEffect(() => {
    desk.update(props, table, region.current);
    const { shape } = table;
    if (before.current !== shape) {
      const lost = closeGone(desk, typed.current);
      if (lost !== undefined)
        desk.news.setState({ last: { kind: 'refused', reason: t('grid.gone', { text: lost }) } });
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
  useKeptInSight(region);
  // Whoever leaves by a key has left the field: this is for a register that closes by itself.
  useEffect(() => () => desk.part(typed.current), [desk, typed]);
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

/** Keeps the chosen cell in sight where what comes above or below the grid leaves it less room. */
function useKeptInSight(region: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = region;
    if (!current) return undefined;
    let height = current.clientHeight;
    const observer = new ResizeObserver(() => {
      const lost = height - current.clientHeight;
      height = current.clientHeight;
      const cell = current.querySelector<HTMLElement>('tbody [data-active]');
      if (cell && lost > 0) uncover(cell, current, lost);
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [region]);
}

/** What stands in the field that is open: once its cell is gone nobody can ask it. */
function useTyped(desk: Desk, region: RefObject<HTMLElement | null>): RefObject<string> {
  const typed = useRef('');
  useEffect(
    () =>
      desk.editing.subscribe(({ now }, { now: before }) => {
        if (now && !(before?.row === now.row && before.column === now.column)) typed.current = now.text;
      }),
    [desk],
  );
  useEffect(() => {
    const heed = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && region.current?.contains(target))
        typed.current = target.value;
    };
    document.addEventListener('input', heed);
    return () => document.removeEventListener('input', heed);
  }, [region]);
  return typed;
}

/** Closes a field of which the row or column is gone; answers what was typed in it, if anything was. */
function closeGone({ editing, table }: Desk, typed: string): string | undefined {
  const { now } = editing.getState();
  const { shape } = table();
  if (!now || (shape.rows.includes(now.row) && shape.columns.includes(now.column))) return undefined;
  editing.setState({ now: undefined });
  const isUntouched = typed === now.text && !now.isReplacing;
  return isUntouched || typed.trim() === '' ? undefined : typed.trim();
}

/** Goes with what is chosen where its row or column stands now. */
function followRows(desk: Desk, before: GridTable['shape'], hadFocus: boolean): void {
  const { shape, selection, select } = desk.table();
  const { anchor, corner } = selection();
  const found = foundAgain(anchor, before, shape);
  const isSame = found.row === anchor.row && found.column === anchor.column;
  const isCornerHere = shape.rows.includes(corner.row) && shape.columns.includes(corner.column);
  if (isSame && isCornerHere) return;
  if (hadFocus && !isSame) desk.wish();
  select(alone(found));
}
