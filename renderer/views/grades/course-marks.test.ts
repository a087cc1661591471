import { describe, expect, test } from 'vitest';
import {
  toEntryId,
  toInstant,
  toPersonId,
  toSchoolId,
  toSubjectId,
  type LocalDate,
} from '../../../domain/base/ids.ts';
import { must } from '../../../domain/base/assert.ts';
import { shownAverage } from '../../../domain/grades/averages.ts';
import { classId } from '../../../domain/kinds/class/record.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { EarlierGrade } from '../../../domain/kinds/earlier-grade/record.ts';
import type { Grade, GradeValue } from '../../../domain/kinds/grade/record.ts';
import { gradeId } from '../../../domain/record/grade-key.ts';
import { lastInWords, periodsOfPupil, type CourseRules } from './course-marks.ts';

const PUPIL = toPersonId('pupil');
const CLASS = classId(2026, 'lowerSecondary', '1A');
const day = (text: string) => text as LocalDate;
const RULES: CourseRules = {
  scale: 'tenths',
  grading: undefined,
  year: {
    periods: [
      { name: 'Primo', from: day('2026-09-14'), to: day('2027-01-31') },
      { name: 'Secondo', from: day('2027-02-01'), to: day('2027-06-05') },
    ],
  },
};

const common = {
  school: toSchoolId('TEST0001'),
  author: toPersonId('anna'),
  entry: toEntryId('00000000-0000-7000-8000-000000000001'),
  recordedAt: toInstant(Date.parse('2026-11-20T10:00:00Z')),
  class: CLASS,
  subject: toSubjectId('matematica'),
  scale: 'tenths',
} as const;

function marked(
  on: string,
  value: GradeValue,
  { of, ...over }: Partial<Omit<Grade, 'value'>> & { readonly of?: Partial<Assessment> } = {},
) {
  const id = `on-${on}-${of?.serial ?? 0}`;
  const assessment: Assessment = {
    ...common,
    id,
    kind: 'assessment',
    day: day(on),
    teacher: toPersonId('anna'),
    type: 'written',
    serial: 0,
    topic: '',
    comment: '',
    weight: 100,
    counts: true,
    visible: true,
    ...of,
  };
  const grade: Grade = {
    ...common,
    id: gradeId(id, PUPIL),
    kind: 'grade',
    day: day(on),
    assessment: id,
    pupil: PUPIL,
    value,
    ...over,
  };
  return { assessment, grade };
}

const of = (
  grades: readonly ReturnType<typeof marked>[],
  rules: Partial<CourseRules> = {},
  earlier: readonly EarlierGrade[] = [],
) => periodsOfPupil({ grades, earlier }, { ...RULES, ...rules });
const shown = (period: ReturnType<typeof of>[number] | undefined) =>
  period?.average && shownAverage(period.average, 2);

describe('the marks of a pupil in a course', () => {
  test('D60: periods never mix', () => {
    const periods = of([
      marked('2026-10-01', { quarters: 24 }),
      marked('2026-11-01', { quarters: 24 }),
      marked('2027-03-01', { quarters: 32 }),
    ]);
    expect(periods.map(shown)).toEqual(['6.00', '8.00']);
    expect(periods.map(({ marks }) => marks.length)).toEqual([2, 1]);
  });

  test('stand in the order of their days, two of one day in that of their serials (D47)', () => {
    const [first] = of([
      marked('2026-11-01', { quarters: 28 }),
      marked('2026-10-01', { quarters: 20 }, { of: { serial: 1 } }),
      marked('2026-10-01', { quarters: 24 }),
    ]);
    expect(first?.marks.map(({ quarters }) => quarters)).toEqual([24, 20, 28]);
  });

  test('D63: one that is not in the average says why', () => {
    const [first] = of([
      marked('2026-10-01', { quarters: 24 }, { counts: false }),
      marked('2026-10-02', { event: 'unprepared' }),
      marked('2026-10-03', { score: 3500 }, { of: { test: { maximum: 5000 } } }),
      marked('2026-10-04', { judgement: 'Esposizione chiara' }),
      marked('2026-10-05', { quarters: 24 }, { weight: 0 }),
      marked('2026-10-06', { quarters: 28 }),
    ]);
    expect(first?.marks.map(({ notCounted }) => notCounted)).toEqual([
      'choice',
      'event',
      'rawScore',
      'noNumber',
      'weight',
      undefined,
    ]);
    expect(shown(first)).toBe('7.00');
  });

  test('D56: what a recovery replaces stays in the list, and the recovery says of which day it is', () => {
    const before = marked('2026-10-01', { quarters: 16 });
    const [first] = of([
      before,
      marked(
        '2026-10-20',
        { quarters: 28 },
        { recovers: { assessment: before.assessment.id, effect: 'replaces' } },
      ),
    ]);
    expect(first?.marks[0]?.notCounted).toBe('recovered');
    expect(first?.marks[1]?.recovers).toEqual({ effect: 'replaces', day: '2026-10-01' });
    expect(shown(first)).toBe('7.00');
  });

  test('D52: events are counted, and change no average', () => {
    const [first] = of([
      marked('2026-10-01', { event: 'unprepared' }),
      marked('2026-10-02', { quarters: 28 }),
      marked('2026-10-03', { quarters: 32 }),
    ]);
    expect(first?.events).toEqual([{ event: 'unprepared', count: 1 }]);
    expect(shown(first)).toBe('7.50');
  });

  test('D45: one that was cancelled, or whose test was, is on no list', () => {
    const [first] = of([
      marked('2026-10-01', {}),
      marked('2026-10-02', { quarters: 12 }, { of: { cancelled: { reason: '' } } }),
      marked('2026-10-03', { quarters: 28 }),
    ]);
    expect(first?.marks).toHaveLength(1);
    expect(shown(first)).toBe('7.00');
  });

  test('D55: levels of objectives are in no average, and without a mark a result by themselves (D45)', () => {
    const ability = { objectives: [{ id: 'sums', name: 'calcolo' }] };
    const base = { objectives: [{ objective: 'sums', level: 'base' }] };
    const [first] = of([
      marked('2026-10-01', { quarters: 28 }, { of: ability, ...base }),
      marked('2026-10-02', {}, { of: ability, ...base }),
    ]);
    expect(shown(first)).toBe('7.00');
    expect(first?.counted).toHaveLength(1);
    expect(first?.marks.map(({ objectives, notCounted }) => [objectives, notCounted])).toEqual([
      [[{ name: 'calcolo', level: 'base' }], undefined],
      [[{ name: 'calcolo', level: 'base' }], 'noNumber'],
    ]);
  });

  test('D65: what is missing of the number of marks that the school wants', () => {
    const [first] = of(
      [
        marked('2026-10-01', { quarters: 24 }),
        marked('2026-10-02', { quarters: 24 }),
        marked('2026-10-03', { quarters: 24 }, { of: { type: 'oral' } }),
      ],
      { grading: { needed: { written: 2, oral: 2 } } },
    );
    expect(first?.missing).toEqual([{ type: 'oral', count: 1 }]);
  });

  test('D64: 6 is sufficient, 5.75 and 5 are nearly so, 4.75 is low, and 35/50 that becomes no grade is not counted', () => {
    const [first] = of([
      marked('2026-10-01', { quarters: 24 }),
      marked('2026-10-02', { quarters: 23 }),
      marked('2026-10-03', { quarters: 20 }),
      marked('2026-10-04', { quarters: 19 }),
      marked('2026-10-05', { score: 3500 }, { of: { test: { maximum: 5000 } } }),
    ]);
    expect(first?.marks.map(({ standing }) => standing)).toEqual([
      'sufficient',
      'nearly',
      'nearly',
      'low',
      'notCounted',
    ]);
  });

  test('D66: in a scale of words there is no average, nothing is missing, and nothing is said not to count', () => {
    const [first] = of([marked('2026-10-01', { level: 'good' })], {
      scale: 'primary',
      grading: { needed: { written: 2 } },
    });
    expect(first?.average).toBeUndefined();
    expect(first?.missing).toEqual([]);
    expect(first?.marks[0]?.notCounted).toBeUndefined();
  });

  test('D66: points of primary school stand among the judgements in the order of their days: in no average, no level, without a colour', () => {
    const criterion = {
      id: 'a',
      name: 'Calcolo',
      levels: [1, 2, 3].map((n) => ({ name: `${n}`, points: n })),
    };
    const [first] = of(
      [
        marked('2026-10-20', { score: 300 }, { of: { test: { maximum: 2000 } } }),
        marked('2026-10-01', { level: 'good' }, { of: { scale: 'primary' } }),
        marked(
          '2026-11-01',
          { rubric: [{ criterion: 'a', level: 1 }] },
          { of: { rubric: { way: 'sum', criteria: [criterion] } } },
        ),
      ],
      { scale: 'primary' },
    );
    const { marks, levels, average, counted } = must(first, 'a period');
    expect(marks.map(({ value: { level, score } }) => level ?? score)).toEqual(['good', 300, undefined]);
    expect(marks.map(({ maximum, filled }) => maximum ?? filled?.maximum)).toEqual([undefined, 2000, 3]);
    expect(levels).toEqual([{ level: 'good', count: 1 }]);
    expect([average, counted]).toEqual([undefined, []]);
    expect(marks.map(({ standing, notCounted, quarters }) => standing ?? notCounted ?? quarters)).toEqual([
      'sufficient',
      undefined,
      undefined,
    ]);
    expect(lastInWords(marks)?.value.level).toBe('good');
    expect(lastInWords(marks.slice(1))?.filled).toEqual({ score: 2, maximum: 3 });
  });

  test('D81: one of the class before stands among the others with its class, and counts unless it was left out', () => {
    const earlier: EarlierGrade = {
      ...common,
      id: 'earlier',
      kind: 'earlierGrade',
      day: day('2026-09-20'),
      pupil: PUPIL,
      teacher: toPersonId('bruno'),
      ofClass: classId(2026, 'lowerSecondary', '1B'),
      grade: 'there',
      type: 'written',
      topic: 'Insiemi',
      value: { quarters: 32 },
      quarters: 32,
      weight: 100,
      counts: true,
    };
    const own = marked('2026-10-01', { quarters: 24 });
    const [counted] = of([own], {}, [earlier]);
    expect(counted?.marks[0]).toMatchObject({ topic: 'Insiemi', ofClass: earlier.ofClass });
    expect(shown(counted)).toBe('7.00');
    const [left] = of([own], {}, [{ ...earlier, leftOut: true }]);
    expect(left?.marks[0]?.notCounted).toBe('choice');
    expect(shown(left)).toBe('6.00');
  });
});
