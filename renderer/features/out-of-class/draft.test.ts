import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { presenceElsewhereKind } from '../../../domain/kinds/presence-elsewhere/kind.ts';
import { weekdayOf } from '../../../domain/base/local-date.ts';
import { sample, sampleHours } from '../../../domain/testing/sample.ts';
import { draftOf, newDraft, readDraft, type ElsewhereDraft } from './draft.ts';

const draft = (changes: Partial<ElsewhereDraft> = {}): ElsewhereDraft => ({
  ...newDraft([sample.pupil], { day: '2026-11-23' as LocalDate, hour: 2 }),
  whereabouts: 'Aula magna',
  ...changes,
});
/** A class that comes on weekdays, from eight to eleven; on the 28th, a Saturday, for one hour. */
const dayOf = (day: LocalDate) => ({
  hasLessons: weekdayOf(day) !== 7,
  bells: weekdayOf(day) === 7 ? [] : weekdayOf(day) === 6 ? sampleHours.slice(0, 1) : sampleHours,
});
const said = (changes: Partial<ElsewhereDraft>) => {
  const read = readDraft(draft(changes), dayOf);
  return 'said' in read ? read.said : read.faults;
};

describe('D98 time out of class as it is typed', () => {
  test('is the whole day, from an hour on, or an interval', () => {
    expect(said({ part: 'wholeDay' })).toMatchObject({ during: {}, day: '2026-11-23' });
    expect(said({})).toMatchObject({ during: { fromHour: 2 }, elsewhereType: 'activityInside' });
    expect(said({ part: 'interval', start: '1020', end: '12.20' })).toMatchObject({
      during: { start: '10:20', end: '12:20' },
    });
  });

  test('names each fault at its field', () => {
    expect(said({ pupils: [], whereabouts: ' ' })).toEqual({ pupils: 'noPupil', whereabouts: 'noPlace' });
    expect(said({ part: 'interval', start: '10:20', end: '' })).toEqual({ end: 'notATime' });
    expect(said({ part: 'interval', start: '10:20', end: '10:20' })).toEqual({ end: 'order' });
    expect(said({ day: '' })).toEqual({ day: 'noDay' });
    expect(said({ lastDay: 'domani' })).toEqual({ lastDay: 'noDay' });
    expect(said({ lastDay: '2026-11-20' })).toEqual({ lastDay: 'lastBeforeFirst' });
    expect(said({ lastDay: '2027-09-01' })).toEqual({ lastDay: 'beyondYear' });
  });

  test('says what would be without effect at its field, and nothing is written', () => {
    const [saturday, sunday] = ['2026-11-28', '2026-11-29'];
    expect(said({ day: saturday })).toEqual({ fromHour: 'noSuchHour' });
    expect(said({ day: saturday, fromHour: 1 })).toMatchObject({ during: { fromHour: 1 } });
    expect(said({ fromHour: 9 })).toEqual({ fromHour: 'noSuchHour' });
    expect(said({ day: sunday })).toEqual({ part: 'noLessons' });
    expect(said({ day: sunday, part: 'wholeDay' })).toMatchObject({ during: {}, day: sunday });
    expect(said({ day: sunday, lastDay: '2026-11-30' })).toMatchObject({ during: { fromHour: 2 } });
    const late = { part: 'interval', start: '23:12', end: '23:40' } as const;
    expect(said(late)).toEqual({ start: 'outsideBells' });
    expect(said({ ...late, start: '07:00', end: '18:00' })).toMatchObject({ during: { start: '07:00' } });
    expect(said({ ...late, day: sunday })).toEqual({ part: 'noLessons' });
  });

  test('a record that is changed says what it said before', () => {
    for (const record of presenceElsewhereKind.samples) {
      const { day, elsewhereType, during, whereabouts } = record;
      const lastDay = 'lastDay' in record ? { lastDay: record.lastDay } : {};
      expect(readDraft(draftOf(record, 1), dayOf)).toEqual({
        said: { day, ...lastDay, elsewhereType, during, whereabouts },
      });
    }
  });
});
