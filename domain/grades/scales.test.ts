import { expect, test } from 'vitest';
import { countLevels, isEnough, SCALE_LEVELS, type JudgementCode } from './scales.ts';

/** The words of a school for the codes. */
const ITALIAN: Readonly<Record<JudgementCode, string>> = {
  excellent: 'ottimo',
  distinguished: 'distinto',
  good: 'buono',
  fair: 'discreto',
  sufficient: 'sufficiente',
  notSufficient: 'non sufficiente',
  mediocre: 'mediocre',
  insufficient: 'insufficiente',
};
const wordsOf = (scale: 'primary' | 'religion') => SCALE_LEVELS[scale].map(({ code }) => ITALIAN[code]);

test('D25: the six judgements of primary school, in descending order', () => {
  expect(wordsOf('primary')).toEqual([
    'ottimo',
    'distinto',
    'buono',
    'discreto',
    'sufficiente',
    'non sufficiente',
  ]);
});

test('D27: the judgements of religion are its own, in descending order, of which the last two are not enough', () => {
  expect(wordsOf('religion')).toEqual([
    'ottimo',
    'distinto',
    'buono',
    'discreto',
    'sufficiente',
    'mediocre',
    'insufficiente',
  ]);
  const notEnough = SCALE_LEVELS.religion.filter(({ code }) => !isEnough('religion', code));
  expect(notEnough.map(({ code }) => ITALIAN[code])).toEqual(['mediocre', 'insufficiente']);
  // What another scale calls enough is nothing in this one.
  expect(isEnough('religion', 'notSufficient')).toBe(false);
  expect(isEnough('tenths', 'good')).toBe(false);
});

test('D68: buono stands above discreto by the order of its scale, and below distinto, whatever their letters', () => {
  const given = (['fair', 'good', 'distinguished', 'excellent', 'good'] as const).map((level) => ({ level }));
  for (const scale of ['primary', 'religion'] as const) {
    const counted = countLevels(scale, given);
    expect(counted.map(({ level, count }) => [ITALIAN[level], count])).toEqual([
      ['ottimo', 1],
      ['distinto', 1],
      ['buono', 2],
      ['discreto', 1],
    ]);
    const words = counted.map(({ level }) => ITALIAN[level]);
    expect(words).not.toEqual(words.toSorted());
    expect(words).not.toEqual(words.toSorted().toReversed());
  }
});
