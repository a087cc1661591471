import { expect, test } from 'vitest';
import { toInstant, type LocalDate } from '../../base/ids.ts';
import { sampleValues } from '../../record/sample-values.ts';
import type { SchoolYear } from '../../kinds/school-year/record.ts';
import { heldBackUntil, seenFrom } from './seen-by-family.ts';

const day = (text: string) => text as LocalDate;
const at = (text: string) => toInstant(Date.parse(text));
const COLUMN = { visible: true };
const PERIODS = [{ name: 'Trimestre', from: day('2026-09-14'), to: day('2026-12-22') }];
/** Written at nine, so that families see it from half past nine on. */
const GRADE = {
  ...sampleValues,
  day: day('2026-11-12'),
  recordedAt: at('2026-11-12T09:00:00Z'),
  receivedAt: at('2026-11-12T09:00:00Z'),
  value: { quarters: 24 },
};

function seenUnder(...holds: readonly Omit<NonNullable<SchoolYear['heldBack']>[number], 'period'>[]) {
  const heldBack = holds.map((hold) => ({ ...hold, period: 0 }));
  return seenFrom(GRADE, COLUMN, { periods: PERIODS, heldBack });
}

test('D76: a grade is held back until the later of the day of its teacher and that of its class', () => {
  const until = (embargo: string, ofClass: string) => {
    const hold = { period: 0, class: GRADE.class, until: day(ofClass) };
    return heldBackUntil(GRADE, { ...COLUMN, embargo: day(embargo) }, { periods: PERIODS, heldBack: [hold] });
  };
  const november = at('2026-11-24T23:00:00Z');
  expect([until('2026-11-20', '2026-11-25'), until('2026-11-25', '2026-11-20')]).toEqual([
    november,
    november,
  ]);
});

test('D76, D78: a hold takes back nothing that was seen before it, on the same day too', () => {
  const until = day('2026-12-01');
  const [half, december] = [at('2026-11-12T09:30:00Z'), at('2026-11-30T23:00:00Z')];
  expect(seenUnder({ until, heldAt: at('2026-11-12T11:00:00Z') })).toBe(half);
  expect(seenUnder({ until, heldAt: at('2026-11-12T09:10:00Z') })).toBe(december);
});

test('D76, D78: a hold of which the day alone is known, or nothing, counts as of its first moment', () => {
  const until = day('2026-12-01');
  const [half, december] = [at('2026-11-12T09:30:00Z'), at('2026-11-30T23:00:00Z')];
  expect(seenUnder({ until })).toBe(december);
  expect(seenUnder({ until, since: day('2026-11-12') })).toBe(december);
  expect(seenUnder({ until, since: day('2026-11-13') })).toBe(half);
});

test('D76, D78: what was held back was not seen before the hold was lifted, however it goes on', () => {
  const [lifted, later] = [at('2026-11-20T10:00:00Z'), at('2026-11-21T10:00:00Z')];
  const hold = { until: day('2026-12-01'), heldAt: at('2026-11-10T09:00:00Z'), liftedAt: lifted };
  expect(seenUnder(hold)).toBe(lifted);
  expect(seenUnder(hold, { until: day('2026-12-20'), heldAt: later })).toBe(lifted);
  // What it says of a grade that was seen before it began stays.
  expect(seenUnder({ ...hold, heldAt: at('2026-11-12T11:00:00Z') })).toBe(at('2026-11-12T09:30:00Z'));
});

test('D78: what a column hid was not seen before it showed it', () => {
  const showsSince = at('2026-11-20T10:00:00Z');
  const year = { periods: PERIODS };
  expect(seenFrom(GRADE, { ...COLUMN, showsSince }, year)).toBe(showsSince);
  expect(seenFrom(GRADE, { ...COLUMN, showsSince: at('2026-11-12T09:10:00Z') }, year)).toBe(
    at('2026-11-12T09:30:00Z'),
  );
  const seen = at('2026-11-12T09:30:00Z');
  expect(seenFrom({ ...GRADE, seenFrom: seen }, { ...COLUMN, showsSince }, year)).toBe(seen);
});

test('D76, D78: the hold of a class that comes while that of the school lasts counts, in whatever order they stand', () => {
  const school = { until: day('2026-12-01'), heldAt: at('2026-11-10T09:00:00Z') };
  const ofClass = { until: day('2026-12-15'), heldAt: at('2026-11-20T09:00:00Z') };
  expect(seenUnder(ofClass, school)).toBe(at('2026-12-14T23:00:00Z'));
  expect(seenUnder({ ...ofClass, heldAt: at('2026-12-02T09:00:00Z') }, school)).toBe(
    at('2026-11-30T23:00:00Z'),
  );
});
