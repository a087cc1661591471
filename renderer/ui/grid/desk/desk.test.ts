import { expect, test } from 'vitest';
import { ok } from '../../../../domain/base/result.ts';
import type { CellChange } from '../model/cells.ts';
import { createGridStore } from '../model/grid-store.ts';
import { HEAD, NAMES } from '../model/walk.ts';
import { createDesk } from './desk.ts';
import type { GridProps } from './grid-props.ts';
import type { GridTable } from './grid-table.ts';

const CELL = { row: 'anna', column: 'one' };

/** A grid of one cell, and a colleague who writes in it; nothing is drawn. */
function deskOf(text: string) {
  const store = createGridStore();
  const written: CellChange[] = [];
  const show = (next: string, by?: string) =>
    store.show(
      new Map([['anna', { one: { text: next, by, warning: next === 'giu' ? 'una di troppo' : undefined } }]]),
    );
  const props = {
    rows: [{ id: 'anna', name: 'Anna' }],
    columns: [{ id: 'one', name: 'Scritto', header: '', width: 60, read: (typed: string) => ok(typed) }],
    source: store,
    write(changes: readonly CellChange[]) {
      for (const change of changes) {
        written.push(change);
        show(change.next);
      }
      return [];
    },
  } as unknown as GridProps;
  const table = { shape: { rows: [HEAD, 'anna'], columns: [NAMES, 'one'], foot: 0 } } as unknown as GridTable;
  show(text);
  const desk = createDesk(props, table);
  const news = () => desk.news.getState().last;
  const lock = (reason: string) => desk.update({ ...props, locked: reason }, table, null);
  return { desk, written, show, news, lock };
}

test('D78 a colleague’s write in a cell that is open leaves there what was typed, and says whose it is and what it was', () => {
  const { desk, written, show, news } = deskOf('5');
  desk.begin(CELL, '7', true);
  show('6', 'Rossi');
  const meeting = { before: '5', now: '6', by: 'Rossi' };
  expect(news()).toEqual({ kind: 'met', text: '', meeting });
  expect(desk.editing.getState().now).toMatchObject({ over: '5', text: '7' });
  expect(desk.finish('7')).toBe(false);
  expect([news(), written]).toEqual([{ kind: 'metAsked', text: '7', meeting }, []]);
  expect(desk.finish('7')).toBe(true);
  expect(written).toMatchObject([{ old: '6', next: '7' }]);
});

test('what comes after that was said is said again before anything is written', () => {
  const { desk, written, show } = deskOf('5');
  desk.begin(CELL, '7', true);
  show('6');
  expect(desk.finish('7')).toBe(false);
  show('8');
  expect(desk.finish('7')).toBe(false);
  expect(desk.finish('7')).toBe(true);
  expect(written).toMatchObject([{ old: '8', next: '7' }]);
});

test('a field that is left after a colleague’s write leaves its text waiting at the cell, from where it is written', () => {
  const { desk, written, show, news } = deskOf('5');
  desk.begin(CELL, '7', true);
  show('6', 'Rossi');
  desk.leave('7');
  expect(news()).toMatchObject({ kind: 'metLeft', text: '7' });
  expect([desk.sheet.refusedAt(CELL), written]).toEqual([{ text: '7', reason: '', over: '5' }, []]);
  desk.begin(CELL, '7', false);
  desk.leave('7');
  expect(desk.sheet.refusedAt(CELL)?.text).toBe('7');
  desk.begin(CELL, '7', false);
  expect(desk.finish('7')).toBe(true);
  expect(written).toMatchObject([{ old: '6', next: '7' }]);
  expect(desk.sheet.refusedAt(CELL)).toBeUndefined();
});

test('a cell that nobody typed in takes what comes, and one that has what was typed asks nothing', () => {
  const { desk, written, show, news } = deskOf('5');
  desk.begin(CELL, '5', false);
  show('6');
  expect(desk.finish('5')).toBe(true);
  expect([desk.sheet.textAt(CELL), written]).toEqual(['6', []]);
  desk.begin(CELL, '7', true);
  show('7');
  expect(desk.finish('7')).toBe(true);
  expect([desk.sheet.refusedAt(CELL), written]).toEqual([undefined, []]);
  desk.begin(CELL, '8', true);
  show('9');
  show('7');
  expect(news()).toEqual({ kind: 'calm' });
});

test('what was typed waits at its cell where the period closes meanwhile', () => {
  const { desk, written, news, lock } = deskOf('5');
  desk.begin(CELL, '7', true);
  lock('Il periodo è chiuso.');
  expect(desk.finish('7')).toBe(true);
  expect(news()).toEqual({ kind: 'locked', reasons: ['Il periodo è chiuso.'] });
  const waits = { text: '7', reason: 'Il periodo è chiuso.', over: '5' };
  expect([desk.sheet.refusedAt(CELL), written]).toEqual([waits, []]);
});

test('D52 what is entered and is one too many is taken, and said with whose it is; what comes from elsewhere is not', () => {
  const { desk, show, news } = deskOf('');
  show('giu');
  expect(news()).toEqual({ kind: 'calm' });
  show('');
  desk.begin(CELL, 'giu', true);
  expect(desk.finish('giu')).toBe(true);
  const warnings = [{ text: 'una di troppo', names: ['Anna'] }];
  expect(news()).toEqual({ kind: 'warned', warnings, after: undefined });
  desk.sheet.undo();
  desk.news.setState({ last: { kind: 'calm' } });
  desk.sheet.redo();
  expect(news()).toEqual({ kind: 'calm' });
});
