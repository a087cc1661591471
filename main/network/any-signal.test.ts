import { expect, test } from 'vitest';
import { anySignal } from './any-signal.ts';

test.each([0, 1])('aborts with either signal, and for its reason (%s)', (which) => {
  const sources = [new AbortController(), new AbortController()] as const;
  const signal = anySignal(sources[0].signal, sources[1].signal);
  expect(signal.aborted).toBe(false);
  const reason = new Error('ended');
  sources[which]?.abort(reason);
  expect(signal.aborted).toBe(true);
  expect(signal.reason).toBe(reason);
  sources[1 - which]?.abort(new Error('later'));
  expect(signal.reason).toBe(reason);
});

test('of a signal that has aborted already is aborted', () => {
  expect(anySignal(AbortSignal.abort('early'), new AbortController().signal).reason).toBe('early');
  expect(anySignal(new AbortController().signal, AbortSignal.abort('early')).aborted).toBe(true);
});
