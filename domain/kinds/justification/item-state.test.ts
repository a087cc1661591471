import { expect, test } from 'vitest';
import type { Instant } from '../../base/ids.ts';
import { sample } from '../../testing/sample.ts';
import { foldItem, voidActsOf } from './item-state.ts';
import type { JustificationAct } from './record.ts';

/** Written down on paper and taken back at once, so many times; the bare acts, and how often a fold looks at one of them. */
function takenBackAgainAndAgain(pairs: number) {
  const looked = { times: 0 };
  const watched = (act: JustificationAct): JustificationAct =>
    new Proxy(act, {
      get(target, name: keyof JustificationAct) {
        if (name === 'act') looked.times += 1;
        return target[name];
      },
    });
  const acts = Array.from({ length: pairs }, (_, index) => {
    const at = (second: string) =>
      `2026-11-24T08:${String(index).padStart(2, '0')}:${second}.000Z` as Instant;
    const own = { item: 'absence', by: sample.bianchi } as const;
    const written = { act: 'justify', reason: 'health', origin: 'paper' } as const;
    return [
      watched({ ...own, ...written, id: `written ${index}`, at: at('00') }),
      watched({ ...own, act: 'takeBack', id: `back ${index}`, at: at('30'), answers: `written ${index}` }),
    ];
  }).flat();
  return { acts, looked };
}

// Each taking back doubled the work: fifty pairs, which one record may hold, never came to an end.
test.each([12, 50])(
  'B.1: %i decisions, each taken back, cost no more than each act looked at by each',
  (pairs) => {
    const { acts, looked } = takenBackAgainAndAgain(pairs);
    expect(foldItem(acts, { item: 'absence' })).toEqual({ state: 'toJustify', voided: [] });
    expect(looked.times).toBeLessThan(4 * acts.length ** 2);
  },
);

test('B.1: what is without effect is found with one fold for each thing of the day, in the order of the acts', () => {
  const { acts, looked } = takenBackAgainAndAgain(12);
  const [first, last] = [acts[0], acts.at(-1)];
  if (!first || !last) throw new Error('There are acts');
  const twice = { ...last, id: 'once more', at: '2026-11-24T09:00:00.000Z' as Instant };
  expect(voidActsOf([twice, ...acts])).toEqual([{ act: twice, reason: 'textWithdrawn' }]);
  expect(looked.times).toBeLessThan(4 * acts.length ** 2);
});
