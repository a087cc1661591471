import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../base/ids.ts';
import { sampleYear } from '../testing/sample.ts';
import {
  isLessonDay,
  lessonDays,
  nationalHoliday,
  noLessonReason,
  periodAbout,
  periodFaults,
  periodIndexOn,
  periodOn,
  startYearOf,
} from './calendar.ts';

const day = (text: string) => text as LocalDate;

describe('national holidays (D4)', () => {
  it.each([
    ['2026-04-06', 'easterMonday'],
    ['2027-03-29', 'easterMonday'],
    ['2028-04-17', 'easterMonday'],
    ['2026-10-04', 'saintFrancis'],
    ['2025-10-04', undefined],
    ['2026-12-08', 'immaculate'],
    ['2026-11-02', undefined],
  ])('%s is %s', (text, holiday) => {
    expect(nationalHoliday(day(text))).toBe(holiday);
  });
});

describe('lesson days (D1, D3)', () => {
  it.each([
    ['2026-09-13', 'outsideLessonSpan'],
    ['2026-11-22', 'sunday'],
    ['2026-11-21', 'restDay'],
    ['2026-12-07', 'closure'],
    ['2026-12-08', 'nationalHoliday'],
    ['2026-10-04', 'sunday'],
    ['2027-06-09', 'outsideLessonSpan'],
  ])('%s has no lessons: %s', (text, kind) => {
    expect(noLessonReason(sampleYear, day(text))?.kind).toBe(kind);
  });

  it('knows the patron saint on a working day', () => {
    expect(noLessonReason({ ...sampleYear, patronSaint: '11-24' }, day('2026-11-24'))).toEqual({
      kind: 'patronSaint',
    });
  });

  it('lists the lesson days of the year in order, holidays left out', () => {
    const days = lessonDays(sampleYear);
    expect(days[0]).toBe('2026-09-14');
    expect(days.at(-1)).toBe('2027-06-08');
    expect(days.every((date) => isLessonDay(sampleYear, date))).toBe(true);
    expect(days).not.toContain('2026-12-25');
  });
});

describe('periods (D2)', () => {
  it('finds the period of a day, and none outside', () => {
    expect(periodOn(sampleYear, day('2027-01-31'))?.name).toBe('Primo quadrimestre');
    expect(periodOn(sampleYear, day('2027-02-01'))?.name).toBe('Secondo quadrimestre');
    expect(periodOn(sampleYear, day('2027-07-01'))).toBeUndefined();
    const places = ['2026-09-13', '2027-01-31', '2027-02-01'].map((each) =>
      periodIndexOn(sampleYear, day(each)),
    );
    expect(places).toEqual([undefined, 0, 1]);
  });

  it('D60: after the last lesson the last period is looked at, between two the one before, and before the first lesson the first', () => {
    const third = { name: 'III', from: day('2027-06-12'), to: day('2027-06-20') };
    const three = [...sampleYear.periods, third];
    const about = ['2026-09-01', '2026-11-12', '2027-06-08', '2027-06-10', '2027-06-30'];
    expect(about.map((each) => periodAbout({ periods: three }, day(each)))).toEqual([0, 0, 1, 1, 2]);
  });

  it('accepts periods without gaps and names the ones that overlap or leave a gap', () => {
    expect(periodFaults(sampleYear)).toEqual([]);
    const [first, second] = sampleYear.periods;
    if (!first || !second) throw new Error('the sample has two periods');
    expect(periodFaults({ ...sampleYear, periods: [first, { ...second, from: day('2027-02-03') }] })).toEqual(
      ['periods.1.from'],
    );
    expect(periodFaults({ ...sampleYear, periods: [first] })).toEqual(['periods.0.to']);
  });

  it('puts 31 August in the old year and 1 September in the new one (D1)', () => {
    expect(startYearOf(day('2027-08-31'))).toBe(2026);
    expect(startYearOf(day('2027-09-01'))).toBe(2027);
  });
});
