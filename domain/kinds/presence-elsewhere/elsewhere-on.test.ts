import { describe, expect, it } from 'vitest';
import { classBucket, dayBucket, elsewhereBucket, pupilBucket } from '../../access/bucket.ts';
import type { Instant, LocalDate, LocalTime } from '../../base/ids.ts';
import { addDays } from '../../base/local-date.ts';
import { sample, sampleHours } from '../../testing/sample.ts';
import { isTooFarBack } from '../../school/limits/days-back.ts';
import { daysElsewhere, elsewhereFault, elsewhereOn } from './elsewhere-on.ts';
import { presenceElsewhereKind } from './kind.ts';
import type { PresenceElsewhere } from './record.ts';

const [whole] = presenceElsewhereKind.samples;
const on = (changes: Partial<PresenceElsewhere>, day = sample.day) =>
  elsewhereOn({ ...whole, ...changes }, day, sampleHours);
const time = (text: string) => text as LocalTime;

describe('D98 when a pupil is elsewhere', () => {
  it('is the whole day, from an hour on, or an interval of clock time', () => {
    expect(on({})).toEqual({ from: 0, to: 1440 });
    expect(on({ during: { fromHour: 2 } })).toEqual({ from: 540, to: 1440 });
    expect(on({ during: { start: time('10:20'), end: time('12:20') } })).toEqual({ from: 620, to: 740 });
  });

  it('is on each day from the first to the last, and on none once it was taken back', () => {
    const to = addDays(sample.day, 2);
    const days = [-1, 0, 2, 3].map(
      (offset) => on({ lastDay: to }, addDays(sample.day, offset)) !== undefined,
    );
    expect(days).toEqual([false, true, true, false]);
    expect(on({ withdrawn: true })).toBeUndefined();
  });

  it('begins with the next hour where the bells of a day have not the one named', () => {
    expect(elsewhereOn({ ...whole, during: { fromHour: 2 } }, sample.day, sampleHours.slice(2))).toEqual({
      from: 600,
      to: 1440,
    });
    expect(on({ during: { fromHour: 9 } })).toBeUndefined();
  });

  it('says which part of the day in one way, and runs forward', () => {
    const fault = (changes: Partial<PresenceElsewhere>) => elsewhereFault({ ...whole, ...changes })?.path;
    expect(fault({ lastDay: addDays(sample.day, -1) })).toBe('lastDay');
    expect(fault({ during: { start: time('10:00') } })).toBe('during');
    expect(fault({ during: { start: time('10:00'), end: time('10:00') } })).toBe('during');
    expect(fault({ during: { fromHour: 1, start: time('10:00'), end: time('11:00') } })).toBe('during');
    expect(fault({ during: { start: time('10:00'), end: time('11:00') } })).toBeUndefined();
  });
});

it('D98: ends with the school year, and has no days after it, whatever a device says', () => {
  const fault = (lastDay: string) =>
    presenceElsewhereKind.contradiction({ ...whole, lastDay: lastDay as LocalDate });
  expect(fault('2027-08-31')).toBeUndefined();
  for (const after of ['2027-09-01', '9999-12-31'])
    expect(fault(after)).toEqual({ reason: 'beyondYear', path: 'lastDay' });
  expect(daysElsewhere({ day: sample.day, lastDay: '9999-12-31' as LocalDate }).at(-1)).toBe('2027-08-31');
});

it('D99: is read by the class and by the family, with type and hours', () => {
  expect(presenceElsewhereKind.buckets(whole)).toEqual([
    classBucket(sample.class),
    pupilBucket(sample.pupil),
    // Whoever stands in there on the day.
    dayBucket(sample.day, sample.class),
    // Nobody's: the server looks there.
    elsewhereBucket(sample.pupil),
  ]);
});

describe('D107 days back', () => {
  const written = '2026-11-30T08:00:00.000Z' as Instant;
  it('lets a teacher write as far back as the school says, by the time of writing, and any day without a limit', () => {
    const isRefused = (day: string, daysBack?: number) =>
      isTooFarBack(day as LocalDate, written, { policies: daysBack === undefined ? {} : { daysBack } });
    expect(isRefused('2026-11-15', 15)).toBe(false);
    expect(isRefused('2026-11-14', 15)).toBe(true);
    expect(isRefused('2026-09-14', 365)).toBe(false);
    expect(isRefused('2026-09-14')).toBe(false);
    expect(isRefused('2026-11-30', 0)).toBe(false);
    expect(isRefused('2026-11-29', 0)).toBe(true);
  });
});
