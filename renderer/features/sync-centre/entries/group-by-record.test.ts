import { expect, test } from 'vitest';
import { toEntryId } from '../../../../domain/base/ids.ts';
import type { JournalEntry } from '../../../../domain/protocol/bridge/journal.ts';
import { sampleAttendance, sampleLesson } from '../../../../domain/testing/sample.ts';
import { groupByRecord } from './group-by-record.ts';

const lesson = sampleLesson();
const attendance = sampleAttendance();

function entryOf(number: number, record: typeof lesson | typeof attendance): JournalEntry {
  const collection = record.kind === 'lesson' ? 'lessons' : 'attendance';
  const entry = toEntryId(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  return { entry, collection, record: { ...record, entry }, assumed: null };
}

test('the entries of one lesson are one row with the newest of them, where the newest stood', () => {
  const [third, second, first] = [entryOf(3, lesson), entryOf(2, attendance), entryOf(1, lesson)];
  expect(groupByRecord([third, second, first])).toEqual([
    { newest: third, count: 2 },
    { newest: second, count: 1 },
  ]);
});

test('entries of different records stay apart', () => {
  const other = { ...lesson, id: 'other' };
  expect(groupByRecord([entryOf(2, other), entryOf(1, lesson)])).toHaveLength(2);
  expect(groupByRecord([])).toEqual([]);
});
