import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../base/ids.ts';
import { bellHour, sampleEvent } from '../testing/sample.ts';
import { heldIn, lessonIn, pupilWith } from '../testing/held-hours.ts';
import {
  annualHalfUnits,
  hasLimit,
  isOverLimit,
  limitEighths,
  projected,
  warningLevel,
  weeklyHalfUnits,
} from './annual-hours.ts';
import { countedHours } from './counted-hours.ts';
import { declaredHours } from './declared-hours.ts';
import { hoursOfAbsence } from './hours-of-absence.ts';

const nothing = { thisClass: 0, otherClasses: 0, otherSchool: 0, activities: 0 };
const half = (hours: number) => hours * 2;

describe('D96 annual hours and their quarter', () => {
  it.each([
    [24, 792, 198],
    [27, 891, 222.75],
    [28, 924, 231],
    [29, 957, 239.25],
    [30, 990, 247.5],
    [31, 1023, 255.75],
    [32, 1056, 264],
    [33, 1089, 272.25],
    [34, 1122, 280.5],
    [35, 1155, 288.75],
    [36, 1188, 297],
    [40, 1320, 330],
  ])('D96: %d hours a week are %d a year, of which %d may be missed', (weekly, annual, limit) => {
    const year = annualHalfUnits(half(weekly));
    expect(year).toBe(half(annual));
    expect(limitEighths(year)).toBe(limit * 8);
    // The limit itself is within; the next half hour is not.
    const within = Math.floor(limit * 2);
    expect(isOverLimit(within, year)).toBe(false);
    expect(isOverLimit(within + 1, year)).toBe(true);
  });

  it('D12: is the pupil’s own: without a religion hour that is not attended', () => {
    const course = { course: half(30), religion: half(1) };
    expect(weeklyHalfUnits(course, 'attending', {})).toBe(half(30));
    expect(weeklyHalfUnits(course, 'alternative', {})).toBe(half(30));
    expect(weeklyHalfUnits(course, 'leaves', {})).toBe(half(29));
    expect(weeklyHalfUnits(course, 'assistedStudy', {})).toBe(half(29));
    expect(weeklyHalfUnits(course, 'assistedStudy', { assistedStudyCounts: true })).toBe(half(30));
  });

  it('D12: is compared exactly, in half hours', () => {
    expect(isOverLimit(half(247.5), half(990))).toBe(false);
    expect(isOverLimit(half(248), half(990))).toBe(true);
    expect(isOverLimit(half(239), half(957))).toBe(false);
    expect(isOverLimit(half(239.5), half(957))).toBe(true);
    expect(
      [33, 32].map((weekly) => isOverLimit(half(weekly === 33 ? 272 : 264), annualHalfUnits(half(weekly)))),
    ).toEqual([false, false]);
  });

  it('D12: is none in primary school', () => {
    expect((['primary', 'lowerSecondary', 'upperSecondary'] as const).map(hasLimit)).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('D97 the total for the limit', () => {
  it('D97: adds earlier periods, this period, other classes and other schools', () => {
    const sources = {
      thisClass: half(100) + half(120.5),
      otherClasses: half(30),
      otherSchool: half(20),
      activities: 0,
    };
    const { countedHalfUnits } = countedHours(sources, [], []);
    expect(countedHalfUnits).toBe(half(270.5));
    expect(isOverLimit(countedHalfUnits, annualHalfUnits(half(33)))).toBe(false);
  });
});

describe('D100 derogations', () => {
  it.each([
    [40, 240, false],
    [10, 270, true],
    [300, 0, false],
  ])('D100: of 280 hours missed, %d set aside leave %d', (hours, left, isOver) => {
    const { countedHalfUnits } = countedHours(
      { ...nothing, thisClass: half(280) },
      [{ halfUnits: half(hours) }],
      [],
    );
    expect(countedHalfUnits).toBe(half(left));
    expect(isOverLimit(countedHalfUnits, half(1056))).toBe(isOver);
  });

  it('D100: by dates sets aside what was missed on them, once, and together with hours never more than that', () => {
    const bells = [bellHour(1, '08:00', '09:00')];
    const { official } = hoursOfAbsence(
      heldIn(bells, [lessonIn(1, 'storia')]),
      pupilWith([sampleEvent('absent')]),
      {},
    );
    const dates = (from: string, to: string) => ({
      from: from as LocalDate,
      to: to as LocalDate,
    });
    const of = (...derogations: Parameters<typeof countedHours>[1]) =>
      countedHours({ ...nothing, thisClass: official.absentHalfUnits }, derogations, official.terms)
        .countedHalfUnits;
    expect(of(dates('2026-11-23', '2026-11-25'), dates('2026-11-20', '2026-11-23'))).toBe(0);
    expect(of(dates('2026-11-24', '2026-11-25'))).toBe(2);
    expect(of(dates('2026-11-23', '2026-11-23'), { halfUnits: 1 })).toBe(0);
  });
});

describe('D101 warnings', () => {
  const annual = half(1056);
  it.each([
    [131.5, undefined],
    [132, 50],
    [197.5, 50],
    [198, 75],
    [237.5, 75],
    [238, 90],
    [264, 90],
  ])('D101: of a limit of 264, %d hours reach %s', (hours, level) => {
    expect(warningLevel(half(hours), annual)).toBe(level);
  });

  it('D101: project the pace of the hours held so far, and never less than was missed', () => {
    expect(projected(half(66), half(264), annual)).toEqual({
      absentHalfUnits: half(264),
      isOverLimit: false,
    });
    expect(projected(half(66.5), half(264), annual)).toEqual({
      absentHalfUnits: half(266),
      isOverLimit: true,
    });
    expect(projected(0, 0, annual)).toBeUndefined();
    expect(projected(half(100), half(1100), annual)).toEqual({
      absentHalfUnits: half(100),
      isOverLimit: false,
    });
    expect(warningLevel(0, 0)).toBeUndefined();
  });

  it('D96, D101: of a limit of 264 a quarter of the year with 66 hours missed is on it, whatever a placement holds beside', () => {
    const placement = { source: 'workPlacement', absentHalfUnits: 0, heldHalfUnits: half(120) } as const;
    const hospital = { source: 'careSchool', absentHalfUnits: half(6), heldHalfUnits: half(24) } as const;
    const yearWith = (...declared: Parameters<typeof declaredHours>[0]) => {
      const { activities, heldHalfUnits } = declaredHours(declared);
      return projected(half(60) + activities, half(240) + heldHalfUnits, annual)?.absentHalfUnits;
    };
    expect(yearWith(hospital)).toBe(half(264));
    expect(yearWith(hospital, placement)).toBe(half(264));
  });
});
