import { expect, test } from 'vitest';
import { toInstant, toPersonId } from '../../../../domain/base/ids.ts';
import { sampleLesson } from '../../../../domain/testing/sample.ts';
import { isPresumed, rollStanding } from './roll-standing.ts';

const { rollCall: _, ...uncalled } = sampleLesson();
const called = {
  ...uncalled,
  rollCall: { by: toPersonId('teacher'), at: toInstant(Date.parse('2026-11-23T08:00:00Z')) },
};

test.each([
  ['called, also where it is closed since', { lesson: called, closed: 'windowClosed' as const }, 'called'],
  ['to be called while it can be written', { lesson: uncalled }, 'toCall'],
  ['not called on a day to come', { closed: 'futureDay' as const }, 'notCalled'],
])('the roll of an hour is %s', (_case, hour, standing) => {
  expect(rollStanding(hour)).toBe(standing);
});

test('without a roll call nobody is known to be present, and marks that were made are known', () => {
  expect(isPresumed('present', 'toCall')).toBe(true);
  expect(isPresumed('present', 'notCalled')).toBe(true);
  expect(isPresumed('absent', 'toCall')).toBe(false);
  expect(isPresumed('present', 'called')).toBe(false);
});
