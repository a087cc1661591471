import { expect, test } from 'vitest';
import type { GridCell } from './cells.ts';
import { createGridStore } from './grid-store.ts';

test('a row hears of what changes in it alone, and cells that are the same stay the same', () => {
  const store = createGridStore(new Map([['anna', { one: { text: '6' }, two: { text: '7' } }]]));
  const heard: string[] = [];
  store.subscribe('anna', () => heard.push('anna'));
  const end = store.subscribe('bruno', () => heard.push('bruno'));
  const before = store.cells('anna');
  store.show(new Map([['anna', { one: { text: '6' }, two: { text: '7' } }]]));
  expect(store.cells('anna')).toBe(before);
  store.show(new Map([['anna', { one: { text: '6' }, two: { text: '8', note: 'recupero' } }]]));
  expect(store.cells('anna')['one']).toBe(before['one']);
  expect(store.cells('anna')['two']).toEqual({ text: '8', note: 'recupero' });
  store.show(new Map([['bruno', { one: { text: '9' } }]]));
  end();
  store.show(new Map([['bruno', {}]]));
  expect(store.cells('bruno')).toEqual({});
  expect(heard).toEqual(['anna', 'bruno']);
});

test('a cell that differs in anything is another one', () => {
  const facts: Required<GridCell> = {
    text: '6',
    copied: '6 p.',
    by: 'Rossi',
    drawn: '6 ✎',
    look: 'grade',
    note: 'corretto',
    isShaded: true,
    stays: 'Il giudizio resta.',
    locked: 'Il periodo è chiuso.',
    warning: 'Una giustificazione di troppo.',
  };
  const store = createGridStore(new Map([['anna', { one: facts }]]));
  for (const name of Object.keys(facts)) {
    store.show(new Map([['anna', { one: facts }]]));
    const cell: GridCell = { ...facts, [name]: undefined };
    store.show(new Map([['anna', { one: cell }]]));
    expect(store.cells('anna')['one'], name).toBe(cell);
  }
});
