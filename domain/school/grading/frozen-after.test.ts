import { describe, expect, test } from 'vitest';
import { toClassId, type LocalDate } from '../../base/ids.ts';
import { frozenAfter } from './frozen-after.ts';

const [A, B, C] = [toClassId('2026.LS.1A'), toClassId('2026.LS.1B'), toClassId('2026.LS.1C')];
const CLASSES = [A, B, C];
const UNTIL = '2027-02-10' as LocalDate;
const after = (
  before: Parameters<typeof frozenAfter>[0],
  decided: Omit<Parameters<typeof frozenAfter>[1], 'period'>,
) => frozenAfter(before, { period: 0, ...decided }, CLASSES);

describe('D24, D28: a period that the school closes or opens', () => {
  test('is closed for one class, with the day until which its council reads', () => {
    const closed = after([{ period: 1 }], { class: A, frozen: true, councilUntil: UNTIL });
    expect(closed).toEqual([{ period: 1 }, { period: 0, class: A, councilUntil: UNTIL }]);
  });

  test('is closed for the school in the place of its classes', () => {
    expect(after([{ period: 0, class: A }], { frozen: true })).toEqual([{ period: 0 }]);
  });

  test('stays as it is where it is closed already, for the class or for the school', () => {
    expect(after([{ period: 0, class: A }], { class: A, frozen: true })).toBeUndefined();
    expect(after([{ period: 0 }], { class: A, frozen: true })).toBeUndefined();
  });

  test('opened for one class stays closed for the others of a school that was closed as a whole', () => {
    const before = [{ period: 1 }, { period: 0, councilUntil: UNTIL }];
    expect(after(before, { class: B, frozen: false })).toEqual([
      { period: 1 },
      { period: 0, class: A, councilUntil: UNTIL },
      { period: 0, class: C, councilUntil: UNTIL },
    ]);
  });

  test('opened for the school is open in each of its classes; where nothing was closed it stands so already', () => {
    expect(
      after(
        [
          { period: 0, class: A },
          { period: 0, class: B },
        ],
        { frozen: false },
      ),
    ).toEqual([]);
    expect(after([{ period: 1 }], { frozen: false })).toBeUndefined();
  });
});
