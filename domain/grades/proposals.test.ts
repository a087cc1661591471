import { describe, expect, it } from 'vitest';
import { fraction } from './fraction.ts';
import { averageOfGrades, shownAverage } from './averages.ts';
import { FINAL_SCALES, meanOfProposals, proposedGrade, religionFromNumbers } from './proposals.ts';
import { countLevels, hasAverages, scaleOf, SCALE_LEVELS } from './scales.ts';

const { subject, civics } = FINAL_SCALES;
const hundredths = (points: number) => fraction(points * 100, 100);

describe('D73 what a proposal is filled with', () => {
  it.each([
    [550, 6],
    [760, 8],
    [625, 6],
    [40, 1],
    [1000, 10],
  ])('D73: %d hundredths are proposed as %d', (exact, whole) => {
    expect(proposedGrade(fraction(exact, 100), subject, 'halfUp')).toBe(whole);
  });

  it('D57, D73: stands on the exact average: 5.49875 is shown 5.50 and proposed as 5', () => {
    const grades = Array.from({ length: 200 }, (_, at) => ({
      id: `${at}`,
      type: 'written' as const,
      quarters: at === 0 ? 21 : 22,
      weight: 100,
    }));
    const exact = averageOfGrades(grades);
    expect(exact && shownAverage(exact, 2)).toBe('5.50');
    expect(exact && proposedGrade(exact, subject, 'halfUp')).toBe(5);
  });

  it('D73: never says "not classified", and stays within the scale', () => {
    expect(proposedGrade(fraction(1), civics, 'halfUp')).toBe(3);
    expect(proposedGrade(fraction(2), civics, 'halfUp')).toBe(3);
    expect(proposedGrade(fraction(2), FINAL_SCALES.behaviour, 'halfUp')).toBe(5);
    expect(proposedGrade(fraction(11), subject, 'halfUp')).toBe(10);
  });

  it('D73: rounds a half down, or always down, where the school says so', () => {
    expect(proposedGrade(fraction(55, 10), subject, 'halfDown')).toBe(5);
    expect(proposedGrade(fraction(551, 100), subject, 'halfDown')).toBe(6);
    expect(proposedGrade(fraction(59, 10), subject, 'floor')).toBe(5);
  });
});

describe('D70 civics across the team', () => {
  it('D70: shows the mean of the proposals and is filled with the nearest grade', () => {
    const mean = meanOfProposals([7, 8, 8]);
    expect(mean && shownAverage(mean, 2)).toBe('7.67');
    expect(mean && proposedGrade(mean, civics, 'halfUp')).toBe(8);
    expect(meanOfProposals([])).toBeUndefined();
  });
});

describe('D25, D27, D66, D68, D71 scales of words', () => {
  it('D66: primary classes have neither numbers nor averages, nor has religion anywhere', () => {
    expect(scaleOf({ isPrimary: true, isReligion: false })).toBe('primary');
    expect(scaleOf({ isPrimary: true, isReligion: true })).toBe('religion');
    expect(scaleOf({ isPrimary: false, isReligion: true })).toBe('religion');
    expect(scaleOf({ isPrimary: false, isReligion: false })).toBe('tenths');
    expect((['primary', 'religion', 'tenths'] as const).map(hasAverages)).toEqual([false, false, true]);
  });

  it('D25: the six judgements of primary school, of which the last alone is not enough', () => {
    expect(SCALE_LEVELS.primary.map(({ code, isSufficient }) => [code, isSufficient])).toEqual([
      ['excellent', true],
      ['distinguished', true],
      ['good', true],
      ['fair', true],
      ['sufficient', true],
      ['notSufficient', false],
    ]);
  });

  it('D68: good stands above fair by order, not by its letters', () => {
    const given = (['fair', 'good', 'notSufficient', 'good', undefined] as const).map((level) => ({ level }));
    expect(countLevels('primary', given)).toEqual([
      { level: 'good', count: 2 },
      { level: 'fair', count: 1 },
      { level: 'notSufficient', count: 1 },
    ]);
  });

  it.each([
    [6.5, 'fair'],
    [3.2, 'insufficient'],
    [4, 'insufficient'],
    [5, 'mediocre'],
    [6, 'sufficient'],
    [6.49, 'sufficient'],
    [7, 'fair'],
    [7.5, 'good'],
    [8, 'good'],
    [9, 'distinguished'],
    [10, 'excellent'],
  ])('D71: a mean of %d is proposed as %s', (points, code) => {
    expect(religionFromNumbers(hundredths(points), 'halfUp')).toBe(code);
  });

  it('D71, D73: the mean is rounded in the way of the school', () => {
    expect(religionFromNumbers(hundredths(6.5), 'halfDown')).toBe('sufficient');
    expect(religionFromNumbers(hundredths(6.9), 'floor')).toBe('sufficient');
  });
});
