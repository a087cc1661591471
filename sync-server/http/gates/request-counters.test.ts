import { expect, test } from 'vitest';
import { COUNTERS_KEPT, countedIn, RequestCounters } from './request-counters.ts';

function counting() {
  const counters = new RequestCounters();
  return (key: string) => {
    let count = 0;
    counters.incr(key, (_error, result) => (count = result?.current ?? 0));
    return count;
  };
}

test.each(['nowhere', 'routes'] as const)(
  'strangers at very many addresses (%s) push out nobody else',
  (list) => {
    const count = counting();
    const others = [
      countedIn('known', 'session'),
      countedIn(list === 'routes' ? 'nowhere' : 'routes', 'other'),
    ];
    expect(others.map(count)).toEqual([1, 1]);
    count(countedIn(list, 'first'));
    for (let address = 0; address < COUNTERS_KEPT; address += 1) count(countedIn(list, String(address)));
    expect(others.map(count)).toEqual([2, 2]);
    // Among themselves the one that was seen longest ago has made room.
    expect(count(countedIn(list, 'first'))).toBe(1);
  },
);
