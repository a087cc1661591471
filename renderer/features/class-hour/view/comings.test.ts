import { expect, test } from 'vitest';
import { sampleValues } from '../../../../domain/record/sample-values.ts';
import type { LocalTime } from '../../../../domain/base/ids.ts';
import { permitToMark, type PermitOfDay } from './comings.ts';

const { pupil } = sampleValues;
const permit = (changes: Partial<PermitOfDay>): PermitOfDay => ({
  person: { id: pupil } as PermitOfDay['person'],
  move: 'exit',
  time: '12:30' as LocalTime,
  reason: 'family',
  mark: { kind: 'exit', time: '12:30' as LocalTime },
  isDone: false,
  isOfHour: true,
  ...changes,
});

test('D90: the key finds the permit of the hour, and says of another one where it is, or that it is marked', () => {
  const [now, later, done] = [
    permit({}),
    permit({ isOfHour: false }),
    permit({ isDone: true, isOfHour: false }),
  ];
  const found = (permits: readonly PermitOfDay[], isHeld = true) => permitToMark({ isHeld, permits }, pupil);
  expect(found([done, later, now])).toEqual({ open: now });
  expect(found([done, later])).toEqual({ otherHour: later });
  expect(found([done])).toBe('allDone');
  expect(found([])).toBe('none');
  expect(found([], false)).toBe('unknown');
  expect(permitToMark(undefined, pupil)).toBe('unknown');
});
