import { describe, expect, it, test } from 'vitest';
import * as fc from 'fast-check';
import { budgeted } from '../testing/budget.ts';
import type { Instant } from '../base/ids.ts';
import type { Assessment } from '../kinds/assessment/record.ts';
import type { AttendanceDay } from '../kinds/attendance-day/record.ts';
import type { Lesson } from '../kinds/lesson/record.ts';
import type { Grade } from '../kinds/grade/record.ts';
import { kinds, type RegisterRecord } from '../kinds/registry.ts';
import { sample, sampleAttendance, sampleEntry, sampleEvent, sampleLesson } from '../testing/sample.ts';
import { mergeRecords, samePayload } from './merge.ts';

const early = sample.morning;
const late = sample.evening;
const mergedEntry = sampleEntry();

function merge<R extends RegisterRecord>(base: R | null, mine: R, theirs: R) {
  const theirChange = () => ({ author: theirs.author, recordedAt: theirs.recordedAt });
  const result = mergeRecords({ base, mine, theirs, theirChange, mergedEntry });
  return { ...result, merged: result.merged as R };
}

describe('three-way merge of a lesson', () => {
  const base = sampleLesson({ topic: 'Frazioni' });
  const signature = (teacher: Lesson['author']) =>
    ({ teacher, type: 'ordinary', subject: sample.maths, signedAt: early }) as const;

  it('keeps both when two teachers changed different fields', () => {
    const mine = { ...base, topic: 'Frazioni e numeri decimali' };
    const theirs = { ...base, activity: 'Esercizi alla lavagna', author: sample.neri };
    const { merged, mineLost, theirsLost } = merge(base, mine, theirs);
    expect([merged.topic, merged.activity]).toEqual(['Frazioni e numeri decimali', 'Esercizi alla lavagna']);
    expect([mineLost, theirsLost]).toEqual([[], []]);
    expect(merged.entry).toBe(mergedEntry);
  });

  it('keeps both signatures of a co-teaching signed offline on both sides', () => {
    const mine = sampleLesson({ signatures: [signature(sample.bianchi)] });
    const theirs = sampleLesson({ signatures: [signature(sample.neri)], author: sample.neri });
    const { merged, mineLost } = merge(null, mine, theirs);
    expect(merged.signatures.map((item) => item.teacher).toSorted()).toEqual([sample.bianchi, sample.neri]);
    expect(mineLost).toEqual([]);
  });

  it('keeps a colleague’s new signature where one teacher signed differently on two devices', () => {
    const mine = { ...base, signatures: [signature(sample.bianchi)], recordedAt: late };
    const other = { ...signature(sample.bianchi), type: 'support' } as const;
    const theirs = { ...base, signatures: [signature(sample.neri), other], recordedAt: early };
    const kept = [signature(sample.neri), signature(sample.bianchi)];
    expect(merge(base, mine, theirs).merged.signatures).toEqual(kept);
    expect(merge(base, theirs, mine).merged.signatures).toEqual(expect.arrayContaining(kept));
  });

  it('lets the later recorded value win the same field, whoever arrives first, and reports the other', () => {
    const mine = { ...base, topic: 'Mio', recordedAt: late };
    const theirs = { ...base, topic: 'Loro', recordedAt: early, author: sample.neri };
    const forth = merge(base, mine, theirs);
    const back = merge(base, theirs, mine);
    expect(forth.merged.topic).toBe('Mio');
    expect(back.merged.topic).toBe('Mio');
    expect(forth.theirsLost).toEqual([
      { field: 'topic', lost: 'Loro', kept: 'Mio', author: sample.neri, recordedAt: early },
    ]);
    expect(back.mineLost).toEqual([{ field: 'topic', lost: 'Loro', kept: 'Mio' }]);
  });

  it('takes the roll as called by the first of two who confirmed it, and nobody loses', () => {
    const mine = { ...base, rollCall: { by: sample.bianchi, at: late } };
    const theirs = { ...base, rollCall: { by: sample.neri, at: early } };
    const { merged, mineLost, theirsLost } = merge(base, mine, theirs);
    expect(merged.rollCall).toEqual({ by: sample.neri, at: early });
    expect([...mineLost, ...theirsLost]).toEqual([]);
  });
});

describe('D78 three-way merge of a grade', () => {
  const [sampled] = kinds.grade.samples;
  const because = (value: Grade['value'], reason: string) => ({
    ...value,
    reason,
    reasonEntry: sampleEntry(),
  });
  const base = { ...sampled, value: { quarters: 16 } } as Grade;
  const corrected: Grade = {
    ...base,
    value: because({ quarters: 28 }, 'Errore di somma'),
    author: sample.neri,
    recordedAt: early,
  };
  const weighed: Grade = { ...base, weight: 50, value: because(base.value, 'Era breve'), recordedAt: late };

  it.each<[string, Grade, Grade]>([
    ['the weight comes last', weighed, corrected],
    ['the correction comes last', corrected, weighed],
  ])(
    'D78: who gives a reason for the weight does not write the number with it: %s',
    (_name, mine, theirs) => {
      const { merged, mineLost, theirsLost } = merge(base, mine, theirs);
      expect(merged).toMatchObject({ weight: 50, value: { quarters: 28 } });
      // What the history tells of the version is why it came.
      expect(merged.value.reasonEntry).toBe(mine.value.reasonEntry);
      // Weight and value are one thing: each is told of what the other one set.
      const told = [...mineLost, ...theirsLost].map(({ field }) => field).toSorted();
      expect(told).toEqual(['value', 'weight']);
    },
  );

  it('D78: nor does a reason go on standing of which nothing else does', () => {
    const mine = { ...base, value: because({ quarters: 24 }, 'Svista'), recordedAt: early } as Grade;
    const theirs = { ...corrected, recordedAt: late };
    expect(merge(base, mine, theirs).merged.value).toEqual(theirs.value);
    expect(merge(base, theirs, mine).merged.value).toEqual(theirs.value);
  });

  it('D78: nor is a colleague told of a number that nobody has changed', () => {
    const counted = {
      ...base,
      counts: false,
      value: because(base.value, 'Prova annullata'),
      author: sample.neri,
    };
    const { merged, mineLost, theirsLost } = merge(base, weighed, counted as Grade);
    expect(merged).toMatchObject({ weight: 50, counts: false, value: weighed.value });
    expect([...mineLost, ...theirsLost].map(({ field }) => field).toSorted()).toEqual(['counts', 'weight']);
  });
});

test('D78: why a column was changed is told with what came last of it, and is no loss of whoever gave another reason', () => {
  const [base] = kinds.assessment.samples;
  const why = (reason: string) => ({ correction: { reason, entry: sampleEntry() } });
  const theirs: Assessment = {
    ...base,
    type: 'oral',
    ...why('Era un’interrogazione'),
    author: sample.neri,
    recordedAt: late,
  };
  const mine: Assessment = { ...base, weight: 50, ...why('Era una prova breve'), recordedAt: early };
  const { merged, mineLost, theirsLost } = merge<Assessment>(base, mine, theirs);
  expect(merged).toMatchObject({ type: 'oral', weight: 50, correction: mine.correction });
  expect([...mineLost, ...theirsLost].map(({ field }) => field).toSorted()).toEqual(['type', 'weight']);
  // Of what does not stand nobody gives the reason.
  const lost: Assessment = { ...base, type: 'written', weight: 20, ...why('Svista'), recordedAt: early };
  const heavy = { ...theirs, weight: 80 };
  expect(merge<Assessment>(base, lost, heavy).merged.correction).toEqual(theirs.correction);
});

describe('three-way merge of a pupil’s day', () => {
  const base = sampleAttendance();

  it('joins a late entry and an early exit marked by two teachers', () => {
    const mine = sampleAttendance({ events: [sampleEvent('exit', '11:00', 3)] });
    const theirs = sampleAttendance({ events: [sampleEvent('entry', '08:20', 1, sample.neri)] });
    const { merged, mineLost } = merge<AttendanceDay>(base, mine, theirs);
    expect(merged.events.map((event) => event.kind)).toEqual(['entry', 'exit']);
    expect(mineLost).toEqual([]);
  });

  it('does not join absent with late: the later one stands, the other is told', () => {
    const mine = sampleAttendance({ events: [sampleEvent('absent')], recordedAt: early });
    const theirs = sampleAttendance({
      events: [sampleEvent('entry', '08:20', 1, sample.neri)],
      recordedAt: late,
      author: sample.neri,
    });
    const { merged, mineLost } = merge<AttendanceDay>(base, mine, theirs);
    expect(merged.events).toEqual(theirs.events);
    expect(mineLost).toHaveLength(1);
  });

  it('breaks a tie of times by author, the same way on both sides', () => {
    const mine = sampleAttendance({ events: [sampleEvent('absent')] });
    const theirs = sampleAttendance({
      events: [sampleEvent('entry', '08:20', 1, sample.neri)],
      author: sample.neri,
    });
    expect(samePayload(merge(base, mine, theirs).merged, merge(base, theirs, mine).merged)).toBe(true);
  });
});

describe('merge as a whole', () => {
  const text = fc.constantFrom('', 'a', 'b', 'c');
  const lesson = fc
    .record({
      topic: text,
      activity: text,
      minutes: fc.integer({ min: 10, max: 59 }),
      author: fc.constantFrom(sample.bianchi, sample.neri),
    })
    .map(({ minutes, ...fields }) =>
      sampleLesson({ ...fields, recordedAt: `2026-11-23T08:${minutes}:00.000Z` as Instant }),
    );

  it('loses no change that only one side made, and gives the same state in either order', () => {
    fc.assert(
      fc.property(lesson, lesson, lesson, (base, mine, theirs) => {
        const forth = merge(base, mine, theirs);
        const back = merge(base, theirs, mine);
        const tie = mine.recordedAt === theirs.recordedAt && mine.author === theirs.author;
        expect(tie || samePayload(forth.merged, back.merged)).toBe(true);
        for (const field of ['topic', 'activity'] as const) {
          const changed = [mine, theirs].map((side) => side[field]).filter((value) => value !== base[field]);
          expect(changed.length > 0 ? changed : [base[field]]).toContain(forth.merged[field]);
        }
      }),
      { numRuns: budgeted(2000) },
    );
  });

  it('is idempotent: merging again what is already merged changes nothing', () => {
    fc.assert(
      fc.property(lesson, lesson, lesson, (base, mine, theirs) => {
        const once = merge(base, mine, theirs).merged;
        expect(samePayload(merge(base, once, once).merged, once)).toBe(true);
        expect(samePayload(merge(theirs, once, theirs).merged, once)).toBe(true);
      }),
    );
  });
});
