import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { sample, sampleHours } from '../../../domain/testing/sample.ts';
import { isUsualTime, newPermit, readPermit, type PermitDraft } from './permit-draft.ts';

const draft = (changes: Partial<PermitDraft> = {}): PermitDraft => ({
  ...newPermit('2026-11-23' as LocalDate),
  pupils: [sample.pupil],
  time: '1010',
  reason: 'family',
  ...changes,
});
const faults = (changes: Partial<PermitDraft>) => {
  const read = readPermit(draft(changes));
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
    expect(readPermit(draft())).toEqual({ permit });
    expect(readPermit(draft({ collector: 'aunt' }))).toEqual({ permit: { ...permit, collector: 'aunt' } });
    expect(readPermit(draft({ collector: 'aunt', move: 'entry' }))).toEqual({
      permit: { ...permit, move: 'entry' },
    });
    const several = [sample.pupil, sample.neri];
    expect(readPermit(draft({ collector: 'aunt', pupils: several }))).toEqual({
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

  test('tells a time that the school grants as a rule from an exception', () => {
    const rules = { bells: sampleHours, rules: { exitInLastHours: 1, entryUntilHour: 1 } };
    const last = sampleHours.at(-1);
    expect(isUsualTime(draft({ time: last?.start ?? '' }), rules)).toBe(true);
    expect(isUsualTime(draft({ time: sampleHours[0]?.start ?? '' }), rules)).toBe(false);
    expect(isUsualTime(draft({ time: 'later' }), rules)).toBe(true);
  });
});
