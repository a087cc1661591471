import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../base/ids.ts';
import { byDay, nextSerial, type Column } from './serials.ts';

describe('D47 several assessments of one type and day', () => {
  const day = '2026-11-12' as LocalDate;
  const column = (id: string, over: Partial<Column> = {}): Column => ({
    id,
    day,
    type: 'written',
    serial: 0,
    ...over,
  });

  it('D47: each has its serial, whoever has made it', () => {
    expect(nextSerial([], { day, type: 'written' })).toBe(0);
    const first = [column('x')];
    expect(nextSerial(first, { day, type: 'written' })).toBe(1);
    expect(nextSerial([...first, column('y', { serial: 1 })], { day, type: 'written' })).toBe(2);
    expect(nextSerial(first, { day, type: 'oral' })).toBe(0);
    expect(nextSerial(first, { day: '2026-11-13' as LocalDate, type: 'written' })).toBe(0);
  });

  it('D47: they stand by their days, then as they were made, then by their types, and by nothing that differs between devices', () => {
    // Each has a key that would put it elsewhere.
    const inOrder = [
      column('z', { day: '2026-11-11' as LocalDate, type: 'written', serial: 3 }),
      column('y', { type: 'oral' }),
      column('b'),
      column('x'),
      column('w', { type: 'oral', serial: 1 }),
      column('v', { serial: 2 }),
      column('a', { day: '2026-11-13' as LocalDate, type: 'graphic' }),
    ];
    const ids = (columns: readonly Column[]) => columns.toSorted(byDay).map(({ id }) => id);
    for (const from of inOrder.keys())
      expect(ids([...inOrder.slice(from), ...inOrder.slice(0, from)])).toEqual(inOrder.map(({ id }) => id));
    expect(ids(inOrder.toReversed())).toEqual(inOrder.map(({ id }) => id));
  });

  it('D47: two that were made at once without a network keep their own columns, in the same order everywhere', () => {
    const twins = [column('b'), column('a')];
    expect(twins.toSorted(byDay)).toEqual(twins.toReversed().toSorted(byDay));
    expect(twins.toSorted(byDay)).toHaveLength(2);
  });
});
