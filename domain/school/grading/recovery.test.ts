import { describe, expect, it } from 'vitest';
import { toPersonId, type LocalDate } from '../../base/ids.ts';
import { countedGrades, type GradeEntry } from '../../grades/counted-grades.ts';
import { gradeId } from '../../record/grade-key.ts';
import { gradesIn, recoveriesOf, whyNoRecovery, whyNotTakenUp } from './recovery.ts';

const pupil = toPersonId('rossi');
const year = { periods: [{ name: 'Anno', from: '2026-09-14' as LocalDate, to: '2027-06-05' as LocalDate }] };
const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}` as LocalDate;

/** Columns of one day after the other, each with a grade, by what it recovers; those in capitals were cancelled. */
function course(recoveries: Readonly<Record<string, string | undefined>>) {
  const names = Object.entries(recoveries);
  return {
    assessments: names.map(([name], index) => ({ id: name.toLowerCase(), day: on(index + 1) })),
    grades: names.map(([name, recovers]) => ({
      assessment: name.toLowerCase(),
      pupil,
      value: name === name.toUpperCase() ? {} : { quarters: 24 },
      ...(recovers === undefined ? {} : { recovers: { assessment: recovers } }),
    })),
    earlier: [],
  };
}

const why = (recoveries: Readonly<Record<string, string | undefined>>, by: string, recovered: string) =>
  whyNoRecovery(
    year,
    { id: gradeId(by, pupil), day: on(20) },
    gradeId(recovered, pupil),
    gradesIn(course(recoveries), pupil),
  );

describe('D56 what recovers what', () => {
  it('D56: each grade has one recovery, which may be recovered in turn, and none rests on itself', () => {
    const chain = { a: undefined, b: 'a', c: 'b' };
    expect(why(chain, 'd', 'a')).toBe('recoveredAlready');
    expect(why(chain, 'd', 'b')).toBe('recoveredAlready');
    expect(why(chain, 'd', 'c')).toBeUndefined();
    expect(why(chain, 'a', 'c')).toBe('recoveryCircle');
    expect(why(chain, 'c', 'b')).toBeUndefined();
    expect(why(chain, 'd', 'nowhere')).toBe('unknown');
  });

  it('D56: what recovers a cancelled grade recovers what that one recovered, here as in the average', () => {
    const chain = { a: undefined, B: 'a', c: 'b' };
    const entry = (id: string, quarters: number, changes: Partial<GradeEntry> = {}): GradeEntry => ({
      id,
      type: 'written',
      quarters,
      weight: 100,
      counts: true,
      ...changes,
    });
    const { counted } = countedGrades([
      entry('a', 16),
      entry('b', 20, { isWithdrawn: true, recovers: { grade: 'a', effect: 'replaces' } }),
      entry('c', 24, { recovers: { grade: 'b', effect: 'replaces' } }),
    ]);
    expect(counted.map(({ id }) => id)).toEqual(['c']);
    expect(why(chain, 'd', 'a')).toBe('recoveredAlready');
    expect(why(chain, 'd', 'b')).toBe('recoveredAlready');
    expect(why(chain, 'a', 'c')).toBe('recoveryCircle');
    // The one that was cancelled may stand again between the two.
    expect(why(chain, 'b', 'a')).toBeUndefined();
    expect(recoveriesOf('c', course(chain))).toEqual([{ pupil, other: on(1), isOfColumn: true }]);
    expect(recoveriesOf('a', course(chain))).toEqual([{ pupil, other: on(3), isOfColumn: false }]);
  });

  it('D56: one that was cancelled and that nothing recovers leaves free what it recovered', () => {
    expect(why({ a: undefined, B: 'a' }, 'c', 'a')).toBeUndefined();
    expect(why({ a: undefined, B: 'a', c: 'a' }, 'b', 'a')).toBe('recoveredAlready');
  });

  it('D56: a column stands again unless it brings a second recovery', () => {
    const givenUp = (recoveries: Readonly<Record<string, string | undefined>>) => {
      const { assessments, ...rest } = course(recoveries);
      const columns = assessments.map((one) => (one.id === 'b' ? { ...one, cancelled: {} } : one));
      return whyNotTakenUp('b', { ...rest, assessments: columns });
    };
    expect(givenUp({ a: undefined, b: 'a', c: 'b' })).toBeUndefined();
    expect(givenUp({ a: undefined, b: 'a', c: 'a' })).toBe('recoveredAlready');
    expect(givenUp({ a: 'c', b: 'a', c: 'b' })).toBe('recoveryCircle');
  });
});
