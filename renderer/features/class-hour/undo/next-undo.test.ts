import { expect, test } from 'vitest';
import { toPersonId } from '../../../../domain/base/ids.ts';
import { nextUndo } from './next-undo.ts';

const caputo = toPersonId('caputo');
const bertoni = toPersonId('bertoni');
const step = (pupil: typeof caputo, hour: number) => ({ pupil, hour });

test('takes back the last mark of the hour, whatever was marked in another one since', () => {
  const first = step(caputo, 1);
  const steps = [first, step(bertoni, 2)];
  expect(nextUndo(steps, 1)).toEqual({ kind: 'here', step: first });
});

test('a mark of another hour is named, not taken back', () => {
  const other = step(caputo, 2);
  expect(nextUndo([other], 1)).toEqual({ kind: 'elsewhere', step: other, isOver: false });
  expect(nextUndo([], 1)).toEqual({ kind: 'nothing' });
});

test('what another hour has marked over since is taken back there first', () => {
  const over = step(caputo, 2);
  expect(nextUndo([step(caputo, 1), over], 1)).toEqual({ kind: 'elsewhere', step: over, isOver: true });
});
