import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { sample, sampleHours } from '../../../domain/testing/sample.ts';
import { isUsualTime, newPermit, readPermit, type PermitDraft } from './permit-draft.ts';

const TODAY = '2026-11-23' as LocalDate;
/** A class that comes to school on every day but Sunday the 29th, from eight to eleven. */
const days = {
  today: TODAY,
  dayOf: (day: LocalDate) => ({ hasLessons: day !== '2026-11-29', bells: sampleHours }),
};
const draft = (changes: Partial<PermitDraft> = {}): PermitDraft => ({
  ...newPermit(TODAY),
  pupils: [sample.pupil],
  time: '1010',
  reason: 'family',
  ...changes,
});
const faults = (changes: Partial<PermitDraft>) => {
  const read = readPermit(draft(changes), days);
  return 'faults' in read ? read.faults : 'none';
};

describe('D90 a permit that the school gives, as it is typed', () => {
  test('says for whom, which way, when and why, and who collects where one pupil leaves', () => {
    const permit = {
      pupils: [sample.pupil],
      move: 'exit',
      day: '2026-11-23',
      time: '10:10',
      reason: 'family',
    };
    expect(readPermit(draft(), days)).toEqual({ permit });
    expect(readPermit(draft({ collector: 'aunt' }), days)).toEqual({
      permit: { ...permit, collector: 'aunt' },
    });
    expect(readPermit(draft({ collector: 'aunt', move: 'entry' }), days)).toEqual({
      permit: { ...permit, move: 'entry' },
    });
    const several = [sample.pupil, sample.neri];
    expect(readPermit(draft({ collector: 'aunt', pupils: several }), days)).toEqual({
      permit: { ...permit, pupils: several },
    });
  });

  test('names each fault at its field', () => {
    expect(faults({ pupils: [], time: '25', reason: undefined, day: '' })).toEqual({
      pupils: 'noPupil',
      day: 'noDay',
      time: 'notATime',
      reason: 'noReason',
    });
    expect(faults({ reason: 'other' })).toEqual({ words: 'noWords' });
    expect(faults({ reason: 'other', words: 'visita' })).toBe('none');
  });

  test('D90 is for no day that is over, and for none on which the class has no lessons', () => {
    expect(faults({ day: '2026-11-22' })).toEqual({ day: 'pastDay' });
    expect(faults({ day: '2026-11-29' })).toEqual({ day: 'noLessonDay' });
    expect(faults({ day: '2026-11-24' })).toBe('none');
  });

  test('D90 is for a time at which the class is at school', () => {
    for (const move of ['entry', 'exit'] as const)
      for (const time of ['23:12', '07:00', '11:00'])
        expect(faults({ move, time })).toEqual({ time: 'outsideBells' });
    expect(faults({ move: 'exit', time: '08:00' })).toBe('none');
    expect(faults({ move: 'entry', time: '08:00' })).toEqual({ time: 'outsideBells' });
  });

  test('tells a time that the school grants as a rule from an exception', () => {
    const rules = { ...days, rules: { exitInLastHours: 1, entryUntilHour: 1 } };
    const last = sampleHours.at(-1);
    expect(isUsualTime(draft({ time: last?.start ?? '' }), rules)).toBe(true);
    expect(isUsualTime(draft({ time: sampleHours[0]?.start ?? '' }), rules)).toBe(false);
    expect(isUsualTime(draft({ time: 'later' }), rules)).toBe(true);
    // No exception, but a fault.
    expect(isUsualTime(draft({ time: '23:12' }), rules)).toBe(true);
  });
});
