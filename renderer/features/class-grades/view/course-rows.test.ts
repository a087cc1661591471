import { expect, test } from 'vitest';
import {
  instantToMilliseconds,
  toClassId,
  toInstant,
  toPersonId,
  toSubjectId,
  type LocalDate,
} from '../../../../domain/base/ids.ts';
import { shownAverage } from '../../../../domain/grades/averages.ts';
import type { GradeScale } from '../../../../domain/grades/scales.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import type { EarlierGrade } from '../../../../domain/kinds/earlier-grade/record.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import { gradeId } from '../../../../domain/record/grade-key.ts';
import type { GradingPolicies } from '../../../../domain/kinds/school/grading-policies.ts';
import type { SchoolYear } from '../../../../domain/kinds/school-year/record.ts';
import { sampleEnvelope } from '../../../../domain/record/sample-values.ts';
import type { CoursePupil } from './course-pupils.ts';
import { createCourseRows, type PupilGrades } from './course-rows.ts';

const day = (text: string) => text as LocalDate;
const CLASS = toClassId('2026.LS.1A');
const MATHS = toSubjectId('maths');
const [ANNA, BRUNO] = [toPersonId('anna'), toPersonId('bruno')];
const PERIODS = [
  { name: 'Primo', from: day('2026-09-14'), to: day('2027-01-31') },
  { name: 'Secondo', from: day('2027-02-01'), to: day('2027-06-05') },
];

const assessment = (id: string, on: string, over: Partial<Assessment> = {}): Assessment => ({
  ...sampleEnvelope,
  id,
  kind: 'assessment',
  day: day(on),
  class: CLASS,
  subject: MATHS,
  teacher: toPersonId('teacher'),
  type: 'written',
  serial: 0,
  scale: 'tenths',
  topic: '',
  comment: '',
  weight: 100,
  counts: true,
  visible: true,
  ...over,
});
const grade = (of: Assessment, pupil: typeof ANNA, quarters: number, over: Partial<Grade> = {}): Grade => ({
  ...sampleEnvelope,
  id: gradeId(of.id, pupil),
  kind: 'grade',
  day: of.day,
  class: CLASS,
  subject: MATHS,
  scale: 'tenths',
  assessment: of.id,
  pupil,
  value: { quarters },
  ...over,
});
const pupilOf = (id: typeof ANNA, number: number) => ({
  person: {
    ...sampleEnvelope,
    id,
    kind: 'person' as const,
    type: 'pupil' as const,
    surname: id,
    givenName: id,
    roles: [],
    classes: [CLASS],
  },
  number,
});
const PUPILS = [pupilOf(ANNA, 1), pupilOf(BRUNO, 2)];

const first = assessment('first', '2026-10-06');
const second = assessment('second', '2026-11-12');
const later = assessment('later', '2027-03-02');

interface Given {
  readonly grades: readonly Grade[];
  readonly earlier?: readonly EarlierGrade[];
  readonly assessments?: readonly Assessment[];
  readonly period?: number;
  readonly scale?: GradeScale;
  readonly heldBack?: SchoolYear['heldBack'];
  readonly grading?: GradingPolicies;
  readonly pupils?: readonly CoursePupil[];
}

const rowsOf = createCourseRows();
const POLICIES = { needed: { written: 2 } } as const;
const YEAR = { ...sampleEnvelope, kind: 'schoolYear' as const, startYear: 2026, periods: PERIODS };
const REST = { lessonsFrom: PERIODS[0]?.from, lessonsTo: PERIODS[1]?.to, restDays: [], closures: [] };
const year = { ...YEAR, ...REST } as unknown as Parameters<typeof rowsOf>[0]['rules']['year'];

function rows(
  {
    grades,
    earlier = [],
    assessments = [first, second, later],
    period = 0,
    scale = 'tenths',
    heldBack,
    grading = POLICIES,
    pupils = PUPILS,
  }: Given,
  make = rowsOf,
) {
  const span = PERIODS[period];
  return make({
    asked: { schoolClass: CLASS, subject: MATHS, day: day('2026-11-23'), period },
    rules: { scale, year: heldBack ? { ...year, heldBack } : year, grading },
    recorded: { assessments, grades, earlier },
    proposals: [],
    writerOf: () => undefined,
    columns: assessments.filter((one) => span && span.from <= one.day && one.day <= span.to),
    pupils,
    assessedIn: () => ({ why: () => undefined }),
    absent: new Map([[second.day, new Set([BRUNO])]]),
    today: day('2026-11-23'),
  });
}

const average = (row: PupilGrades | undefined) =>
  row?.standing.average ? shownAverage(row.standing.average, 2) : 'n.d.';

test('one grade that changes makes the row of its pupil anew, and no other', () => {
  const [six, seven] = [grade(first, ANNA, 24), grade(first, BRUNO, 28)];
  const before = rows({ grades: [six, seven] });
  const same = rows({ grades: [six, seven] });
  expect(same.map((row, index) => row === before[index])).toEqual([true, true]);
  const after = rows({ grades: [{ ...six, value: { quarters: 32 } }, seven] });
  expect(average(after[0])).toBe('8.00');
  expect(after[1]).toBe(before[1]);
  // A column of nobody’s grade leaves every row what it comes to.
  const more = rows({ grades: [six, seven], assessments: [first, second] });
  expect(more[1]?.cells.get('first')).toBe(before[1]?.cells.get('first'));
});

test('D51, D53 other steps of the school make the cells of points anew that come to another grade', () => {
  const conversion = { way: 'linear', lowest: 8 } as const;
  const points = assessment('points', '2026-10-06', { test: { maximum: 3000, conversion } });
  const given: Given = {
    grades: [grade(points, ANNA, 0, { value: { score: 2300 } })],
    assessments: [points],
  };
  const make = createCourseRows();
  expect(rows(given, make)[0]?.cells.get('points')?.quarters).toBe(33);
  const [anna] = rows({ ...given, grading: { step: 'whole' } }, make);
  expect(anna?.cells.get('points')?.quarters).toBe(32);
  expect(average(anna)).toBe('8.00');
});

test('a row says from when on its pupil comes as soon as that is another day', () => {
  const { person } = pupilOf(ANNA, 1);
  const enters = (on: string) => [{ person, number: undefined, entersOn: day(on) }];
  const make = createCourseRows();
  expect(rows({ grades: [], pupils: enters('2026-12-01') }, make)[0]?.entersOn).toBe('2026-12-01');
  expect(rows({ grades: [], pupils: enters('2026-12-09') }, make)[0]?.entersOn).toBe('2026-12-09');
});

test('D65, D66 nobody lacks numbers where words are given', () => {
  const lacking = (scale: GradeScale) =>
    rows({ grades: [], scale }, createCourseRows()).map(({ standing }) => standing.missing.length > 0);
  expect(lacking('tenths')).toEqual([true, true]);
  expect(lacking('primary')).toEqual([false, false]);
});

test('D49 the cell of somebody who was absent on the day says so', () => {
  const [anna, bruno] = rows({ grades: [] });
  expect(anna?.cells.get('second')?.isAbsent).toBe(false);
  expect(bruno?.cells.get('second')?.isAbsent).toBe(true);
  expect(bruno?.cells.get('first')?.isAbsent).toBe(false);
});

test('D56, D63 a grade that another replaces is not counted, and says why', () => {
  const recovered = grade(second, ANNA, 28, { recovers: { assessment: 'first', effect: 'replaces' } });
  const [anna] = rows({ grades: [grade(first, ANNA, 16), recovered] });
  expect(average(anna)).toBe('7.00');
  expect(anna?.cells.get('first')).toMatchObject({ notCounted: 'recovered', standing: 'notCounted' });
});

test('D58 a pupil of whom nothing counts has no average', () => {
  const [anna] = rows({ grades: [grade(first, ANNA, 28, { counts: false })] });
  expect(average(anna)).toBe('n.d.');
  expect(anna?.cells.get('first')?.notCounted).toBe('choice');
});

test('D60 periods never mix: what stands beside is the average of the one before', () => {
  const [anna] = rows({ grades: [grade(first, ANNA, 24), grade(later, ANNA, 32)], period: 1 });
  expect(average(anna)).toBe('8.00');
  expect(anna?.before[0]?.average).toEqual({ numerator: 2400n, denominator: 400n });
});

test('D76 a cell says that families do not see it, or from when on', () => {
  const held = assessment('second', '2026-11-12', { embargo: day('2026-12-01') });
  const [anna, bruno] = rows({
    grades: [grade(held, ANNA, 28), grade(held, BRUNO, 28, { visible: false })],
    assessments: [held],
  });
  expect(anna?.cells.get('second')?.heldBack).toBe('2026-12-01');
  expect(bruno?.cells.get('second')?.heldBack).toBe('hidden');
});

test('D76, D78 a cell that families had seen before the school held it back is not held back', () => {
  const until = day('2026-12-01');
  const heldAt = toInstant(instantToMilliseconds(sampleEnvelope.recordedAt) + 3_600_000);
  const seen = grade(second, ANNA, 28, { receivedAt: sampleEnvelope.recordedAt });
  const since = grade(second, BRUNO, 28, { recordedAt: heldAt, receivedAt: heldAt });
  const [anna, bruno] = rows({ grades: [seen, since], heldBack: [{ period: 0, until, heldAt }] });
  expect(anna?.cells.get('second')?.heldBack).toBeUndefined();
  expect(bruno?.cells.get('second')?.heldBack).toBe(until);
});

test('D81 a grade of the class before counts until it is left out', () => {
  const brought: EarlierGrade = {
    ...sampleEnvelope,
    id: 'brought',
    kind: 'earlierGrade',
    day: day('2026-09-29'),
    class: CLASS,
    subject: MATHS,
    scale: 'tenths',
    pupil: ANNA,
    ofClass: toClassId('2026.LS.1D'),
    teacher: toPersonId('other'),
    grade: 'old.anna',
    type: 'written',
    topic: '',
    value: { quarters: 40 },
    quarters: 40,
    weight: 100,
    counts: true,
  };
  const grades = [grade(first, ANNA, 24)];
  expect(average(rows({ grades, earlier: [brought] })[0])).toBe('8.00');
  expect(average(rows({ grades, earlier: [{ ...brought, leftOut: true }] })[0])).toBe('6.00');
});
