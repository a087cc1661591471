import { expect, it } from 'vitest';
import { averageOfGrades, shownAverage } from '../../grades/averages.ts';
import { countedGrades } from '../../grades/counted-grades.ts';
import { countEvents } from '../../grades/events.ts';
import { kinds } from '../registry.ts';
import { earlierAsEntry, whyNeverCounted } from '../earlier-grade/as-entry.ts';
import type { Assessment } from '../assessment/record.ts';
import { numberOfGrade, toGradeEntry } from './as-entry.ts';
import type { Grade } from './record.ts';
import { gradeId } from '../../record/grade-key.ts';

const [column] = kinds.assessment.samples;
const [grade] = kinds.grade.samples;
const [earlier] = kinds.earlierGrade.samples;
const given = (value: Grade['value'], changes: Partial<Grade> = {}): Grade => ({
  ...grade,
  value,
  ...changes,
});
const rubric: NonNullable<Assessment['rubric']> = {
  way: 'sum',
  criteria: ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    name: id,
    levels: [0, 1, 2, 3, 4, 5].map((points) => ({ name: `${points}`, points: points * 100 })),
  })),
  conversion: { way: 'linear', lowest: 8 },
};

it('D53: a score becomes a grade by the conversion of its test, and none without one', () => {
  const linear = (lowest: number) => ({
    test: { maximum: 5000, conversion: { way: 'linear', lowest } as const },
  });
  expect(numberOfGrade(linear(4), { score: 3500 }, undefined)).toBe(29);
  expect(numberOfGrade(linear(8), { score: 3500 }, undefined)).toBe(30);
  const raw = { ...column, test: { maximum: 5000 } };
  expect(numberOfGrade(raw, { score: 3500 }, undefined)).toBeUndefined();
  expect(toGradeEntry(raw, given({ score: 3500 }), undefined)).toMatchObject({
    quarters: undefined,
    isRawScore: true,
  });
});

it('D51, D53: what a score comes to is one of the grades that the school gives, and what was given stays', () => {
  const test = { maximum: 5000, conversion: { way: 'linear', lowest: 4 } as const };
  const chosen = { step: 'half', lowest: 12 } as const;
  expect(numberOfGrade({ test }, { score: 3500 }, chosen)).toBe(30);
  expect(numberOfGrade({ test }, { score: 0 }, chosen)).toBe(12);
  expect(numberOfGrade({ test }, { quarters: 29 }, chosen)).toBe(29);
  expect(toGradeEntry({ ...column, test }, given({ score: 3500 }), chosen).quarters).toBe(30);
});

it('D54: a rubric of 4, 3, 5 and 2 of 5 is 14/20, linear from 2 a 7½', () => {
  const levels = [4, 3, 5, 2].map((level, at) => ({ criterion: ['a', 'b', 'c', 'd'][at] ?? '', level }));
  expect(numberOfGrade({ rubric }, { rubric: levels }, undefined)).toBe(30);
  expect(numberOfGrade({ rubric }, { rubric: levels.slice(1) }, undefined)).toBeUndefined();
});

it('D58: a grade has what its column says, and what it says otherwise', () => {
  const half = { ...column, weight: 50, counts: false };
  expect(toGradeEntry(half, given({ quarters: 24 }), undefined)).toMatchObject({
    weight: 50,
    counts: false,
    type: 'written',
  });
  expect(toGradeEntry(half, given({ quarters: 24 }, { weight: 100, counts: true }), undefined)).toMatchObject(
    {
      weight: 100,
      counts: true,
    },
  );
});

it('D45, D56: an empty grade and one of a column that was given up are withdrawn; a recovery names the grade of the same pupil', () => {
  expect(toGradeEntry(column, given({ reason: 'Svista' }), undefined).isWithdrawn).toBe(true);
  expect(
    toGradeEntry({ ...column, cancelled: { reason: '' } }, given({ quarters: 24 }), undefined).isWithdrawn,
  ).toBe(true);
  const recovery = given({ quarters: 28 }, { recovers: { assessment: 'first', effect: 'better' } });
  expect(toGradeEntry(column, recovery, undefined).recovers).toEqual({
    grade: gradeId('first', grade.pupil),
    effect: 'better',
  });
});

it('D52: somebody unprepared counts where the school and the teacher say so, and is counted as unprepared all the same', () => {
  const entries = [
    toGradeEntry(column, given({ event: 'unprepared', quarters: 16 }, { id: 'a' }), undefined),
    toGradeEntry(column, given({ event: 'unprepared' }, { id: 'b' }), undefined),
    toGradeEntry(column, given({ quarters: 28 }, { id: 'c' }), undefined),
  ];
  const average = averageOfGrades(countedGrades(entries).counted);
  expect(average && shownAverage(average, 2)).toBe('5.50');
  expect(countEvents(entries)).toEqual([{ event: 'unprepared', count: 2 }]);
});

it('D81: a grade of the class before counts as it did, unless it is left out or was cancelled', () => {
  expect(earlierAsEntry(earlier)).toMatchObject({ quarters: 25, counts: true, isWithdrawn: false });
  expect(earlierAsEntry({ ...earlier, leftOut: true }).counts).toBe(false);
  expect(earlierAsEntry({ ...earlier, cancelled: true }).isWithdrawn).toBe(true);
  // A level of an objective is in no average (D55).
  expect(earlierAsEntry({ ...earlier, value: {} }).isWithdrawn).toBe(true);
});

it('D81: the teacher of the new class chooses, also of a grade that was in no average where it was given', () => {
  const out = { ...earlier, counts: false };
  expect(earlierAsEntry(out).counts).toBe(false);
  expect(earlierAsEntry({ ...out, leftOut: false }).counts).toBe(true);
});

it('D63, D81: of a grade of the class before that is in no average whatever is chosen there is nothing to choose, and it says why', () => {
  const { quarters: _number, ...rest } = earlier;
  expect(whyNeverCounted(earlier)).toBeUndefined();
  expect(whyNeverCounted({ ...earlier, counts: false, leftOut: true })).toBeUndefined();
  expect(whyNeverCounted({ ...rest, value: { event: 'excused' } })).toBe('event');
  expect(whyNeverCounted({ ...rest, value: { score: 3500 } })).toBe('rawScore');
  expect(whyNeverCounted({ ...rest, value: { judgement: 'Chiaro' } })).toBe('noNumber');
  expect(whyNeverCounted({ ...earlier, weight: 0, leftOut: true })).toBe('weight');
  expect(whyNeverCounted({ ...earlier, cancelled: true })).toBe('withdrawn');
});
