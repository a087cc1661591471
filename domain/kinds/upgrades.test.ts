import { describe, expect, it } from 'vitest';
import { sampleAttendance, sampleLesson } from '../testing/sample.ts';
import { COLLECTION_NAMES } from '../record/collection-names.ts';
import { collections } from './collections.ts';
import { changedIn, storedRecord, upgraded, upgrades, type Upgrades } from './upgrades.ts';
import type { Members } from '../record/upgrade.ts';
import { whenBlocked } from './when-blocked.ts';

const kinds = COLLECTION_NAMES.flatMap((name) => Object.keys(collections[name].kinds));

/** Two changes of the lesson, as they might come: a new member, then another name for it. */
const known: Upgrades = {
  ...upgrades,
  lesson: [
    {
      name: 'room asked',
      since: 8,
      upgrade: (record) => ('room' in record || 'place' in record ? record : { ...record, room: '' }),
      before: sampleLesson(),
    },
    {
      name: 'room named place',
      since: 9,
      upgrade({ room, ...record }) {
        return room === undefined ? record : { ...record, place: room };
      },
      before: { ...sampleLesson(), room: '' },
    },
  ],
};

describe('upgrades', () => {
  it('are stated for every kind', () => {
    expect(Object.keys(upgrades).toSorted()).toEqual(kinds.toSorted());
  });

  it('bring each earlier shape to that of today, and leave that of today alone', () => {
    const first = sampleLesson();
    const today = { ...first, place: '' };
    for (const shape of [first, { ...first, room: '' }, today]) expect(upgraded(shape, known)).toEqual(today);
    expect(upgraded({ ...first, room: 'Aula 3' }, known)).toEqual({ ...first, place: 'Aula 3' });
    expect(upgraded(upgraded(first, known), known)).toEqual(today);
  });

  it('touch no other kind, nothing of a kind that is unknown, and nothing that is no record', () => {
    const day = sampleAttendance();
    expect(upgraded(day, known)).toBe(day);
    const strangers: unknown[] = [
      null,
      3,
      'lesson',
      [],
      { kind: 7 },
      { kind: 'toString' },
      { kind: 'x', a: 1 },
    ];
    for (const value of strangers) expect(upgraded(value, known)).toBe(value);
  });

  it('of the released kinds run in the order of the versions in which they came, each by a name of its own', () => {
    for (const own of Object.values(upgrades)) {
      const since = own.map((upgrade) => upgrade.since);
      expect(since).toEqual(since.toSorted((a, b) => a - b));
      expect(new Set(own.map(({ name }) => name)).size).toBe(own.length);
    }
  });

  it('tell the version in which a kind has changed last', () => {
    expect(changedIn('lesson', known)).toBe(9);
    expect(changedIn('attendanceDay', known)).toBeUndefined();
    for (const kind of [undefined, 3, 'constructor']) expect(changedIn(kind, known)).toBeUndefined();
  });

  it('read what was stored', () => {
    const record: Members = { ...sampleLesson() };
    expect(storedRecord(JSON.stringify(record))).toEqual(record);
  });
});

describe('what a blocked account hands over', () => {
  it('goes to the office by its kind; only what is the author’s alone is dropped, and nothing that is unknown', () => {
    const dropped = kinds.filter((kind) => whenBlocked(kind) === 'dropped');
    expect(dropped).toEqual(['conflictNotice']);
    for (const kind of ['diaryEntry', 'constructor', undefined, 4])
      expect(whenBlocked(kind)).toBe('toOffice');
  });
});
