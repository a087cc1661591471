import { expect, test } from 'vitest';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import { kindOf, type RegisterRecord } from '../../../../domain/kinds/registry.ts';
import { attendance, event, lesson } from '../../../../sync-server/testing/test-records.ts';
import { CLASS_A, CLASS_B, pupilOf, STAFF } from '../../../../sync-server/testing/test-school.ts';
import { takePulls, takeRows, type PullOnItsWay, type RowOnItsWay } from './sync-batch.ts';

const ROOM = { bytes: 1_000_000, rows: 1_000 };

function rowOf(next: RegisterRecord): RowOnItsWay {
  const { collection } = kindOf(next);
  return { collection, row: { assumed: null, next }, bytes: 10, missed: 0, done: () => undefined };
}

function marks(schoolClass: typeof CLASS_A, count: number): readonly RowOnItsWay[] {
  return Array.from({ length: count }, (_, index) =>
    rowOf(
      attendance(STAFF.anna, pupilOf(schoolClass, index + 1), [event('absent', STAFF.anna)], schoolClass),
    ),
  );
}

/** The requests in which a queue leaves, one after the other. */
function requestsOf(queue: readonly RowOnItsWay[], limits: Partial<typeof ROOM>) {
  const requests: (readonly RowOnItsWay[])[] = [];
  for (let left = queue; left.length > 0;) {
    const taken = takeRows(left, { ...ROOM, ...limits });
    requests.push(taken);
    left = left.filter((item) => !taken.includes(item));
  }
  return requests;
}

const inA = [rowOf(lesson(STAFF.anna)), ...marks(CLASS_A, 3)];
const inB = [rowOf(lesson(STAFF.anna, { class: CLASS_B })), ...marks(CLASS_B, 3)];

test.each([{ rows: 6 }, { bytes: 60 }])(
  'a roll and its marks travel in one request, also where not all classes do (%o)',
  (limits) => {
    const mixed = inA.flatMap((row, index) => [row, ...inB.slice(index, index + 1)]);
    expect(requestsOf(mixed, limits)).toEqual([inA, inB]);
  },
);

test.each([{ rows: 2 }, { bytes: 20 }, { rows: 1 }])(
  'what does not fit into one request leaves in the order in which it is taken in (%o)',
  (limits) => {
    const requests = requestsOf(inA, limits);
    const withRoll = requests.findIndex((rows) => rows.some(({ collection }) => collection === 'lessons'));
    expect(requests.length).toBeGreaterThan(1);
    expect(withRoll).toBe(requests.length - 1);
  },
);

test('the day of a pupil who changes class goes with the rolls of both', () => {
  const pupil = pupilOf(CLASS_A, 1);
  const changed = { ...attendance(STAFF.anna, pupil, []), otherClasses: [CLASS_B] };
  const rolls = [rowOf(lesson(STAFF.anna)), rowOf(lesson(STAFF.anna, { class: CLASS_B }))];
  const another = rowOf(lesson(STAFF.anna, { day: '2026-11-20' as LocalDate }));
  const together = [...rolls, rowOf(changed)];
  const [first, second] = requestsOf([another, ...together], { rows: 3 });
  expect([first, second]).toEqual([[another], together]);
});

test('of a request the rows stand as they were written, also where a later one joins what was apart', () => {
  const pupil = pupilOf(CLASS_A, 1);
  const changed = { ...attendance(STAFF.anna, pupil, []), otherClasses: [CLASS_B] };
  const [a, b] = [lesson(STAFF.anna), lesson(STAFF.anna, { class: CLASS_B })];
  const queue = [rowOf(b), rowOf(a), ...marks(CLASS_B, 2), rowOf(changed)];
  expect(requestsOf(queue, {})).toEqual([queue]);
});

test('a row larger than any request goes alone', () => {
  expect(requestsOf(inA, { bytes: 5 }).map(({ length }) => length)).toEqual([1, 1, 1, 1]);
});

test('of one collection no two pages are asked for in one request', () => {
  const pull = (collection: PullOnItsWay['collection'], limit: number): PullOnItsWay => ({
    collection,
    request: { checkpoint: {}, limit },
    done: () => undefined,
  });
  const [first, again, other] = [pull('lessons', 10), pull('lessons', 1), pull('roster', 10)] as const;
  expect(takePulls([first, again, other], 100)).toEqual([first, other]);
  expect(takePulls([first, other], 15)).toEqual([first]);
  expect(takePulls([first], 5)).toEqual([first]);
});
