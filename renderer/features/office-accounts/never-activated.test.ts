import { expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { isReminderTime } from './never-activated.tsx';

test.each([
  ['2026-09-01', false],
  ['2026-09-29', false],
  ['2026-09-30', true],
  ['2026-12-31', true],
  ['2027-05-01', true],
])('S9: on %s the reminder is shown: %s', (day, shown) => {
  expect(isReminderTime(day as LocalDate)).toBe(shown);
});
