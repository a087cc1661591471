import { useEffect, useImperativeHandle, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useDeclareActions } from '../actions/actions.ts';
import { KEYS } from '../actions/keys.ts';
import { ScrollRegion } from '../focus/scroll-region.tsx';
import { NothingToShow } from '../table/table-states.tsx';
import type { Desk } from './desk/desk.ts';
import type { GridProps } from './desk/grid-props.ts';
import { useDesk } from './desk/use-desk.ts';
import { GridBody } from './drawn/grid-body.tsx';
import { GridHead } from './drawn/grid-head.tsx';
import classes from './drawn/grid.module.css';
import { replayed } from './hands/grid-acts.ts';
import { createGridKeys } from './hands/grid-keys.ts';
import { useClipboard } from './hands/use-clipboard.ts';
import { useMouse } from './hands/use-mouse.ts';
import { newsText } from './desk/news-text.ts';

/** Written in as in a spreadsheet, and walked through as one. */
const ROLE = { role: 'grid', 'aria-multiselectable': true } as const;

/**
 * A grid as in a spreadsheet: one tab stop, walked through, chosen and written in by the keys of spreadsheets, copied to and from them. What it is given
 * knows what the texts mean; the grid keeps what was not taken at its cell, and takes back everything that it wrote.
 */
export function Grid(props: GridProps) {
  const { label, rows, footRows, columns, locked, empty, className, handle } = props;
  // Its rows are drawn once it is there: they hear how far it is moved.
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const region = useMemo(() => ({ current: element }), [element]);
  const [desk, table] = useDesk(props, region);
  const [onKeyDown] = useState(() => createGridKeys(desk));
  const mouse = useMouse(desk);
  const clipboard = useClipboard(desk);
  const { placed } = table;
  const width = useMemo(() => placed.reduce((sum, column) => sum + column.width, 0), [placed]);
  useGridActions(desk);
  useImperativeHandle(
    handle,
    () => ({ choose: desk.choose, focus: desk.focus, undo: () => replayed(desk, 'undo') }),
    [desk],
  );
  return (
    <div className={classes['grid']}>
      <ScrollRegion
        regionRef={setElement}
        label={label}
        isTabStop={rows.length === 0}
        className={[classes['region'], className].filter(Boolean).join(' ')}
      >
        <table
          {...ROLE}
          className={classes['table']}
          style={{ width }}
          aria-label={label}
          aria-rowcount={rows.length + (footRows?.length ?? 0) + 1}
          aria-colcount={placed.length}
          {...{ onKeyDown, ...mouse, ...clipboard }}
        >
          <colgroup>
            {placed.map(({ id, width: own }) => (
              <col key={id} style={{ width: own }} />
            ))}
          </colgroup>
          <GridHead desk={desk} table={table} />
          <GridBody {...{ desk, table, region, rows, footRows, columns, locked }} />
        </table>
        {rows.length === 0 && <NothingToShow>{empty}</NothingToShow>}
      </ScrollRegion>
      <NewsLine desk={desk} />
    </div>
  );
}

/** What happened last, for eyes and ears: what a paste wrote and did not write, why a cell is not written. */
function NewsLine({ desk }: { readonly desk: Desk }) {
  const { t } = useTranslation();
  const last = useStore(desk.news, (state) => state.last);
  const [turn, setTurn] = useState(0);
  useEffect(() => desk.news.subscribe(() => setTurn((before) => before + 1)), [desk]);
  const text = newsText(last, t);
  return (
    <p className={classes['news']} role="status">
      {/* The same text twice is read twice only when the node changes: a no-break space tells the turns apart. */}
      {turn % 2 === 0 || text === '' ? text : `${text}\u00A0`}
    </p>
  );
}

/** What can be done in a grid, for the list of keys and the palette. */
function useGridActions(desk: Desk): void {
  const { t } = useTranslation();
  const keywords = t('grid.words');
  useDeclareActions([
    { id: 'grid-undo', label: t('grid.undo'), keywords, keys: KEYS.undo, run: () => replayed(desk, 'undo') },
    { id: 'grid-redo', label: t('grid.redo'), keywords, keys: KEYS.redo, run: () => replayed(desk, 'redo') },
  ]);
}
