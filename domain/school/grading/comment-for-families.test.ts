import { expect, test } from 'vitest';
import type { Instant } from '../../base/ids.ts';
import { commentFrom, rewritesComment } from './comment-for-families.ts';

const at = (time: string) => `2026-11-23T${time}:00.000Z` as Instant;

test('D76, D78: families read a comment half an hour after it was written, and not before it has arrived', () => {
  const written = { comment: 'Bene', recordedAt: at('10:00') };
  expect(commentFrom(null, written, at('10:01'))).toEqual({ commentFrom: at('10:30') });
  expect(commentFrom({ comment: 'Male' }, written, at('12:00'))).toEqual({ commentFrom: at('12:00') });
  expect(commentFrom({ ...written, commentFrom: at('09:00') }, written, at('12:00'))).toEqual({
    commentFrom: at('09:00'),
  });
  expect(commentFrom(null, { comment: '', recordedAt: at('10:00') }, at('10:01'))).toEqual({});
});

test('D78: what was added without a line is written otherwise at any time before it has arrived', () => {
  const added = { comment: 'Bene', recordedAt: at('10:00') };
  const waiting = { ...added, ...commentFrom({ comment: '' }, added) };
  const noted = { ...waiting, recordedAt: at('11:00'), ...commentFrom(waiting, waiting) };
  for (const before of [waiting, noted])
    expect(rewritesComment(before, { comment: 'Benino' }, at('13:00'))).toBe(false);
  const arrived = { ...added, receivedAt: at('12:00'), ...commentFrom(null, added, at('12:00')) };
  expect(rewritesComment(arrived, { comment: 'Benino' }, at('11:00'))).toBe(false);
  expect(rewritesComment(arrived, { comment: '' }, at('12:01'))).toBe(true);
  // What the school knew before the device wrote beside it goes on being known.
  const beside = { comment: 'Bene', recordedAt: at('13:00') };
  const kept = { ...beside, ...commentFrom(arrived, beside) };
  expect(rewritesComment(kept, { comment: 'Benino' }, at('13:00'))).toBe(true);
  expect(rewritesComment({ comment: 'Bene', receivedAt: at('08:00') }, {}, at('13:00'))).toBe(true);
});
