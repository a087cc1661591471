import { expect, test } from 'vitest';
import { toInstant, toPersonId } from '../../../../domain/base/ids.ts';
import type { PupilHour } from '../view/class-hour.ts';
import { isChangedSince, noteChange } from './changes.ts';

const at = (minute: number) => toInstant(Date.UTC(2026, 10, 23, 8, minute));
const CONFIRMED = at(10);

const pupil = (mark: PupilHour['mark'], changedAfterRollCall = true) =>
  ({
    person: { id: toPersonId('caputo') },
    mark,
    also: [],
    moves: [],
    changedAfterRollCall,
  }) as unknown as PupilHour;

test('marks taken back to what was confirmed are no change, though the store says so', () => {
  const marked = noteChange(new Map(), pupil('present', false), at(11), CONFIRMED);
  expect(isChangedSince(pupil('outOfClass'), marked, CONFIRMED)).toBe(true);
  const undone = noteChange(marked, pupil('outOfClass'), at(12), CONFIRMED);
  expect(isChangedSince(pupil('present'), undone, CONFIRMED)).toBe(false);
});

test('a mark of before the confirmation, taken back after it, is a change', () => {
  const before = noteChange(new Map(), pupil('present', false), at(5));
  const undone = noteChange(before, pupil('absent', false), at(12), CONFIRMED);
  expect(isChangedSince(pupil('present', false), undone, CONFIRMED)).toBe(true);
});

test('what others changed is told by the store', () => {
  expect(isChangedSince(pupil('absent'), new Map(), CONFIRMED)).toBe(true);
  expect(isChangedSince(pupil('absent', false), new Map(), CONFIRMED)).toBe(false);
  expect(isChangedSince(pupil('absent'), new Map(), undefined)).toBe(false);
});
