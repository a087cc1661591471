import { expect, test } from 'vitest';
import type { LocalDate } from '../../base/ids.ts';
import { asColumnSays } from './assessed-column.ts';

const embargo = '2026-12-01' as LocalDate;
const column = { weight: 50, counts: false, visible: false, embargo };

test('D58, D76: what a grade does not say its column says, and what neither says is as usual', () => {
  expect(asColumnSays({}, column)).toEqual(column);
  expect(asColumnSays(undefined, column)).toEqual(column);
  const own = { weight: 0, counts: true, visible: true, embargo: '2026-12-20' as LocalDate };
  expect(asColumnSays(own, column)).toEqual(own);
  expect(asColumnSays({ weight: 25 }, null)).toEqual({ weight: 25, counts: true, visible: true });
});
