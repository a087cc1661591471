import { expect, test } from 'vitest';
import type { EntryId } from '../../../../domain/base/ids.ts';
import { kindOf, type RegisterRecord } from '../../../../domain/kinds/registry.ts';
import type { JournalEntry } from '../../../../domain/protocol/bridge/journal.ts';
import { assessment, grade } from '../../../../sync-server/testing/gradebook/test-grades.ts';
import {
  attendance,
  edited,
  event,
  lesson,
  signature,
} from '../../../../sync-server/testing/test-records.ts';
import { CLASS_A, CLASS_B, pupilOf, STAFF } from '../../../../sync-server/testing/test-school.ts';
import { keyOf, readyToSend } from './sending-order.ts';

const { anna } = STAFF;
const [one, two] = [pupilOf(CLASS_A, 1), pupilOf(CLASS_A, 2)];

/** The entry of a record of which the server has something, or nothing. */
function entryOf(record: RegisterRecord, assumed: RegisterRecord | null = record): JournalEntry {
  return { entry: record.entry, collection: kindOf(record).collection, record, assumed };
}

/** What goes out in each step where all answers of a step come before the next, by what the caller calls the entries. */
function stepsOf(names: Readonly<Record<string, JournalEntry>>, sentBefore: readonly string[] = []) {
  const nameOf = new Map(Object.entries(names).map(([name, entry]) => [entry, name]));
  const sent = sentBefore.flatMap((name) => names[name] ?? []);
  let onItsWay = new Map<string, EntryId>(sent.map((entry) => [keyOf(entry), entry.entry]));
  let waiting = Object.values(names);
  const steps: (readonly (string | undefined)[])[] = [];
  while (waiting.length > 0) {
    const under = { left: new Set<string>(), asked: new Set<EntryId>(), isOpen: () => false };
    const { entries } = readyToSend(waiting, { onItsWay, ...under });
    steps.push(entries.map((entry) => nameOf.get(entry)));
    for (const entry of entries) onItsWay.set(keyOf(entry), entry.entry);
    // What was sent is taken, with all of its record that stand before it.
    const answered = waiting;
    const placeOf = (name: EntryId | undefined) => answered.findIndex(({ entry }) => entry === name);
    const taken = onItsWay;
    waiting = answered.filter((entry, place) => place > placeOf(taken.get(keyOf(entry))));
    onItsWay = new Map();
  }
  return steps;
}

const mark = (pupil: typeof one) => attendance(anna, pupil, [event('absent', anna)]);
const signed = lesson(anna, { signatures: [signature(anna)] });
const column = assessment(anna);
const six = grade(anna, column, one, { quarters: 24 });
const points = edited(column, { test: { maximum: 5000 } });

test('a roll waits for the mark of its class and day that waits, and a mark for the lesson', () => {
  const first = mark(one);
  const back = edited(first, { events: [] });
  const marks = {
    first: entryOf(first),
    back: entryOf(back),
    other: entryOf(mark(two)),
    roll: entryOf(signed),
  };
  expect(stepsOf(marks, ['first'])).toEqual([['other'], ['back', 'roll']]);
  const again = edited(signed, { topic: 'Frazioni' });
  const lessons = { signed: entryOf(signed), again: entryOf(again), mark: entryOf(first) };
  expect(stepsOf(lessons, ['signed'])).toEqual([[], ['again', 'mark']]);
});

test('D17: the hour of one class waits for what was taken back in another', () => {
  const withdrawn = edited(signed, { signatures: [] });
  const elsewhere = lesson(anna, { class: CLASS_B, signatures: [signature(anna)] });
  const names = { signed: entryOf(signed), withdrawn: entryOf(withdrawn), elsewhere: entryOf(elsewhere) };
  expect(stepsOf(names, ['signed'])).toEqual([[], ['withdrawn', 'elsewhere']]);
});

test('D53: a column that is changed after a grade was emptied goes after that, and what is typed then after it', () => {
  const empty = edited(six, { value: {} });
  const score = edited(empty, { value: { score: 3500 } });
  const names = { empty: entryOf(empty), points: entryOf(points), score: entryOf(score) };
  expect(stepsOf(names)).toEqual([['empty', 'points'], ['score']]);
  const held = { six: entryOf(six), ...names };
  expect(stepsOf(held, ['six'])).toEqual([[], ['empty', 'points'], ['score']]);
});

test('D56: a column that stands again waits for what is said in other columns of its class', () => {
  const none = edited(six, { value: {} });
  const other = assessment(anna);
  const names = { six: entryOf(six), none: entryOf(none), other: entryOf(other) };
  expect(stepsOf(names, ['six'])).toEqual([[], ['none', 'other']]);
  // A new one is judged by none.
  expect(stepsOf({ ...names, other: entryOf(other, null) }, ['six'])).toEqual([['other'], ['none']]);
});

test('D56: what recovers a grade waits for the column of that grade', () => {
  const moved = edited(points, { topic: 'Frazioni' });
  const recovers = { assessment: column.id, effect: 'better' } as const;
  const recovery = { ...grade(anna, assessment(anna), two, { quarters: 28 }), recovers };
  const names = { points: entryOf(points), moved: entryOf(moved), recovery: entryOf(recovery) };
  expect(stepsOf(names, ['points'])).toEqual([[], ['moved', 'recovery']]);
});

test('a column of which the server has nothing goes before its grades, whenever it was written', () => {
  const names = { six: entryOf(six), column: entryOf(column, null) };
  expect(stepsOf(names)).toEqual([['column', 'six']]);
});

test('a record is carried over what has nothing to do with it', () => {
  const names = {
    topic: entryOf(signed),
    mark: entryOf(mark(one)),
    later: entryOf(edited(signed, { topic: 'Frazioni' })),
    grade: entryOf(six),
    latest: entryOf(edited(signed, { topic: 'Decimali' })),
  };
  expect(stepsOf(names)).toEqual([['mark', 'grade', 'latest']]);
});

test('one that is left unanswered holds nothing up', () => {
  const names = [entryOf(mark(one)), entryOf(signed)];
  const [left] = names;
  const under = { onItsWay: new Map(), asked: new Set<EntryId>(), isOpen: () => false };
  const { entries } = readyToSend(names, { ...under, left: new Set(left ? [keyOf(left)] : []) });
  expect(entries).toEqual(names.slice(1));
});
