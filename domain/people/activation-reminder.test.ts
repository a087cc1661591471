import { expect, test } from 'vitest';
import type { LocalDate } from '../base/ids.ts';
import { isReminderTime } from './activation-reminder.ts';

test.each([
  ['2026-08-31', true],
  ['2026-09-01', false],
  ['2026-09-30', false],
  ['2026-10-01', true],
  ['2026-12-31', true],
  ['2027-05-01', true],
])('S9: on %s the office is reminded: %s', (day, shown) => {
  expect(isReminderTime(day as LocalDate)).toBe(shown);
});
