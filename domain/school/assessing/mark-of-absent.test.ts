import { expect, test } from 'vitest';
import { absenceOfMark } from './mark-of-absent.ts';

const MARK: object = { quarters: 28 };

test('D49 every mark for somebody who was absent is asked about, a correction and a judgement alone too', () => {
  expect(absenceOfMark(true, undefined, MARK)).toEqual({ asks: true, absentOnDay: true });
  expect(absenceOfMark(true, { value: { quarters: 24 } }, MARK).asks).toBe(true);
  expect(absenceOfMark(true, undefined, { judgement: 'Esposizione chiara' }).asks).toBe(true);
  expect(absenceOfMark(true, undefined, { event: 'unprepared' }).asks).toBe(true);
  expect(absenceOfMark(false, undefined, MARK)).toEqual({ asks: false, absentOnDay: undefined });
});

test.each(['absentAtTest', 'excused', 'notDone', 'notClassified'] as const)(
  'D49 %s wants nobody to have been there: it is not asked about, and takes what was confirmed away',
  (event) => {
    const confirmed = { value: MARK, absentOnDay: true };
    expect(absenceOfMark(true, confirmed, { event })).toEqual({ asks: false, absentOnDay: undefined });
  },
);

test('D49 what was confirmed holds as long as a mark stands there, and is asked again after the cell was emptied', () => {
  const confirmed = { value: { quarters: 24 }, absentOnDay: true };
  expect(absenceOfMark(true, confirmed, MARK)).toEqual({ asks: false, absentOnDay: true });
  // The roll may be put right later: the grade still says what was confirmed.
  expect(absenceOfMark(false, confirmed, MARK)).toEqual({ asks: false, absentOnDay: true });
  expect(absenceOfMark(true, { value: {}, absentOnDay: true }, MARK).asks).toBe(true);
  expect(absenceOfMark(true, confirmed, { reason: 'Scambio' })).toEqual({
    asks: false,
    absentOnDay: undefined,
  });
});
