import { describe, expect, it } from 'vitest';
import { toPersonId } from '../base/ids.ts';
import { localDate } from '../base/local-date.ts';
import { classId } from '../kinds/class/record.ts';
import { turnOfYear } from './new-year.ts';

const LEVELS = { PR: 'primary', LS: 'lowerSecondary', US: 'upperSecondary' } as const;
const levelOf = (id: string) => Object.entries(LEVELS).find(([code]) => id.includes(`.${code}.`))?.[1];
const in2026 = (name: string, level: 'primary' | 'lowerSecondary', to = localDate(2027, 8, 31)) => ({
  pupil: toPersonId(name),
  class: classId(2026, level, '1A'),
  from: localDate(2026, 9, 14),
  to,
});
const in2027 = (name: string, section = 'A') => ({
  pupil: toPersonId(name),
  class: classId(2027, 'lowerSecondary', `1${section}`),
  from: localDate(2027, 9, 13),
});
const listed = (
  enrolments: readonly ReturnType<typeof in2026 | typeof in2027>[],
  left: readonly string[] = [],
) =>
  Object.fromEntries(
    [
      ...turnOfYear({
        enrolments,
        startYear: 2027,
        levelOf,
        leftOn: (pupil) => (left.includes(pupil) ? localDate(2027, 6, 30) : undefined),
      }),
    ].map(([level, { isListed, missing }]) => [level, [isListed, missing.map(({ pupil }) => pupil).join()]]),
  );

describe('S4 the lists of a new year tell who of a level has gone', () => {
  const old = ['a', 'b', 'c', 'd'].map((name) => in2026(name, 'lowerSecondary'));

  it.each([
    ['no list', [], [false, 'a,b,c,d']],
    ['the list of one class', [in2027('a')], [false, 'b,c,d']],
    ['a list of new pupils alone', [in2027('x'), in2027('y'), in2027('z')], [false, 'a,b,c,d']],
    ['half of them', [in2027('a'), in2027('b')], [true, 'c,d']],
    ['all of them', ['a', 'b', 'c', 'd'].map((name) => in2027(name)), [true, '']],
  ])('%s', (_what, fresh, expected) => {
    expect(listed([...old, ...fresh])).toEqual({ lowerSecondary: expected });
  });

  it('level by level: the pupils of primary school on a list say nothing of the others', () => {
    const primary = ['p', 'q', 'r', 's', 't'].map((name) => in2026(name, 'primary'));
    const fresh = ['p', 'q', 'r', 's', 't'].map((name) => in2027(name));
    expect(listed([...old, ...primary, ...fresh])).toEqual({
      primary: [true, ''],
      lowerSecondary: [false, 'a,b,c,d'],
    });
  });

  it('without those who left, and an enrolment that never began is none', () => {
    expect(listed([...old, in2027('a')], ['b', 'c'])).toEqual({ lowerSecondary: [true, 'd'] });
    const gone = in2026('e', 'lowerSecondary', localDate(2027, 1, 10));
    expect(listed([...old, gone, { ...in2027('a'), to: localDate(2027, 9, 12) }])).toEqual({
      lowerSecondary: [false, 'a,b,c,d'],
    });
  });
});
