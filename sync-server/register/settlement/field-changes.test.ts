import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../../domain/base/ids.ts';
import type { StoredVersion, VersionOutcome } from '../../storage/contract/storage.ts';
import { at, lesson } from '../../testing/test-records.ts';
import { STAFF } from '../../testing/test-school.ts';
import { lastChangeOf } from './field-changes.ts';

let number = 0;

function version(author: PersonId, time: string, topic: string, outcome: VersionOutcome = 'stored') {
  number += 1;
  const record = lesson(author, { topic, recordedAt: at(time) });
  const { id, entry, recordedAt } = record;
  const link = { number, collection: 'lessons', id, entry, author, device: '', previousHash: '', hash: '' };
  return { ...link, recordedAt, receivedAt: recordedAt, outcome, json: JSON.stringify(record) };
}

const current = lesson(STAFF.principal);
const changeOf = (history: readonly StoredVersion[]) => lastChangeOf(history, current, 'topic');

describe('who gave a field its value', () => {
  test('is the author of the last change, not of what was saved since', () => {
    const changed = version(STAFF.anna, '08:10', 'A');
    const history = [version(STAFF.carla, '08:00', ''), changed, version(STAFF.carla, '08:20', 'A')];
    expect(changeOf(history)).toMatchObject({ author: STAFF.anna, entry: changed.entry });
  });

  test('is the author of the pushed version where a merge took it, and the later one where it combined both', () => {
    const mine = version(STAFF.carla, '08:05', 'C', 'overruled');
    const taken = [version(STAFF.anna, '08:10', 'A'), mine, version(STAFF.carla, '08:10', 'C', 'merged')];
    expect(changeOf(taken)).toMatchObject({ author: STAFF.carla, entry: mine.entry });
    const combined = [version(STAFF.anna, '08:10', 'A'), mine, version(STAFF.carla, '08:10', 'AC', 'merged')];
    expect(changeOf(combined)).toMatchObject({ author: STAFF.anna, recordedAt: at('08:10') });
  });

  test('is the current author where there is no history', () => {
    expect(changeOf([])).toMatchObject({ author: STAFF.principal });
  });

  test('reads no version before the change', () => {
    const unreadable = { ...version(STAFF.anna, '07:00', 'A'), json: 'not read' };
    const history = [unreadable, version(STAFF.anna, '08:00', 'A'), version(STAFF.carla, '08:10', 'C')];
    expect(changeOf(history)).toMatchObject({ author: STAFF.carla });
  });
});
