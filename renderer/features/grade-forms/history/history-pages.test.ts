import { expect, test } from 'vitest';
import { must } from '../../../../domain/base/assert.ts';
import { baseOf, nextBelow, withPage } from './history-pages.ts';

type Versions = Parameters<typeof nextBelow>[0];

/** Versions that stand at some places of a school's history, each with the place of the one before it. */
function versions(...places: readonly (readonly [sequence: number, previous?: number])[]): Versions {
  return places.map(([sequence, previous]) => ({
    ...({ sequence } as Versions[number]),
    ...(previous === undefined ? {} : { previous }),
  }));
}

/** The newest two of a history, with its first version, a correction and what it was made on. */
const NEWEST = versions([3], [9, 7], [12, 9], [30, 25], [41, 30]);

test('D78: earlier pages are asked for until no version lies between those that are here', () => {
  expect(nextBelow(NEWEST)).toBe(30);
  const more = withPage(NEWEST, 30, versions([12, 9], [20, 12], [25, 20]));
  expect(more.map(({ sequence }) => sequence)).toEqual([3, 9, 12, 20, 25, 30, 41]);
  expect(nextBelow(more)).toBe(9);
  const all = withPage(more, 9, versions([3], [7, 3]));
  expect(nextBelow(all)).toBeUndefined();
  expect(all).toHaveLength(8);
});

test('D78: what a version has changed is told where it is known what it was made on', () => {
  const told = NEWEST.filter((version) => baseOf(NEWEST, version) !== undefined);
  expect(told.map(({ sequence }) => sequence)).toEqual([3, 12, 41]);
});

test('what a version was made on is what stood, and none that lost', () => {
  const [first, lost, last] = versions([3], [9, 3], [12, 9]);
  const stood = { ...must(first, 'a version'), record: { topic: 'Radicali' } };
  const beside = { ...must(lost, 'a version'), outcome: 'overruled' as const };
  expect(baseOf([stood, beside, must(last, 'a version')], must(last, 'a version'))).toEqual({
    record: stood.record,
  });
  expect(baseOf([beside, must(last, 'a version')], must(last, 'a version'))).toBeUndefined();
});

test('D78: what a merged version was made on is told with it, also while what has lost between them is not here', () => {
  const [first, lost, merged] = versions([3], [9, 7], [12, 9]);
  const stood = { ...must(first, 'a version'), record: { topic: 'Radicali' } };
  const last = { ...must(merged, 'a version'), base: 3 };
  expect(baseOf([stood, last], last)).toEqual({ record: stood.record });
  // What comes with the page below has the same versions without it.
  expect(nextBelow([stood, last])).toBe(12);
  const whole = withPage([stood, last], 12, [
    ...versions([3]),
    ...versions([7, 3], [12, 9]).map((one) => ({ ...one, outcome: 'overruled' as const })),
    { ...must(lost, 'a version'), outcome: 'overruled' },
  ]);
  expect(baseOf(whole, must(whole.at(-1), 'the merged one'))).toEqual({ record: stood.record });
});

test('a history of which nothing more is to be had is not asked for again', () => {
  const all = withPage(NEWEST, 30, []);
  expect(nextBelow(all)).toBeUndefined();
  expect(nextBelow([])).toBeUndefined();
});
