import * as fc from 'fast-check';
import { firstValueFrom } from 'rxjs';
import { expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { ASSESSMENT_TYPES } from '../../../domain/grades/assessment-types.ts';
import { AVERAGE_WAYS } from '../../../domain/grades/averages.ts';
import { RECOVERY_EFFECTS } from '../../../domain/grades/counted-grades.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { EarlierGrade } from '../../../domain/kinds/earlier-grade/record.ts';
import { isEmptyValue } from '../../../domain/grades/said-value.ts';
import type { Grade, GradeValue } from '../../../domain/kinds/grade/record.ts';
import { earlierGradeId, gradeId } from '../../../domain/record/grade-key.ts';
import { kinds, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { GradingPolicies } from '../../../domain/kinds/school/grading-policies.ts';
import { sampleEnvelope } from '../../../domain/record/sample-values.ts';
import { budgeted } from '../../../domain/testing/budget.ts';
import { sample, sampleYear } from '../../../domain/testing/sample.ts';
import { bianchi, fixedRegister, mondayOf1A } from '../../data/testing/fixed-register.ts';
import { courseGrades } from '../../features/class-grades/view/course-grades.ts';
import { classMatrix } from '../../features/class-matrix/view.ts';
import { courseProposals } from '../../features/proposals/view.ts';
import { excusesWith } from '../../features/grade-forms/details/excuses.ts';
import { courseGrades as courseForms } from '../../features/grade-forms/view.ts';
import { pupilGrades } from '../../features/pupil-grades/view.ts';

const day = (text: string) => text as LocalDate;
const TODAY = day('2027-06-08');
const PERIODS = [0, 1] as const;
/** Between the periods are two days of neither: what was assessed on one of them is in the first. */
const year = {
  ...sampleYear,
  periods: [
    { name: 'Primo', from: day('2026-09-14'), to: day('2027-01-29') },
    { name: 'Secondo', from: day('2027-02-01'), to: day('2027-06-08') },
  ],
};
const DAYS = [day('2026-10-06'), day('2026-10-06'), day('2026-11-12'), day('2027-01-30'), day('2027-03-02')];
const course = { class: sample.class, subject: sample.maths, scale: 'tenths' } as const;

const TESTS = [
  { maximum: 5000 },
  { maximum: 3000, conversion: { way: 'linear', lowest: 8 } },
] as const satisfies readonly Assessment['test'][];
const level = (points: number) => ({ name: String(points), points });
const rubric: NonNullable<Assessment['rubric']> = {
  way: 'sum',
  criteria: [
    { id: 'method', name: 'Metodo', levels: [level(0), level(300), level(500)] },
    { id: 'result', name: 'Risultato', levels: [level(0), level(500)] },
  ],
  conversion: { way: 'linear', lowest: 4 },
};

const quarters = fc.integer({ min: 4, max: 40 });
const event = fc.constantFrom('unprepared', 'excused', 'absentAtTest', 'participationPlus');
const value: fc.Arbitrary<GradeValue> = fc.oneof(
  { weight: 4, arbitrary: quarters.map((of) => ({ quarters: of })) },
  event.map((of) => ({ event: of })),
  quarters.map((of): GradeValue => ({ event: 'unprepared', quarters: of })),
  fc.integer({ min: 0, max: 3000 }).map((score) => ({ score })),
  fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 1 })).map(([method, result]) => ({
    rubric: [
      { criterion: 'method', level: method },
      { criterion: 'result', level: result },
    ],
  })),
  fc.constantFrom<GradeValue>({ judgement: 'Esposizione chiara' }, {}),
);
const weight = fc.constantFrom(0, 30, 100);
const rare = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 2 });

/** A column, and what the pupil has in it. */
const column = fc.record({
  on: fc.constantFrom(...DAYS),
  type: fc.constantFrom(...ASSESSMENT_TYPES),
  weight,
  counts: fc.boolean(),
  isCancelled: fc.constantFrom(false, false, false, true),
  scored: fc.constantFrom(...TESTS, 'rubric' as const, undefined),
  value,
  ownWeight: rare(weight),
  ownCounts: rare(fc.boolean()),
  /** Which of the columns before it recovers, and how. */
  recovers: rare(fc.tuple(fc.nat(5), fc.constantFrom(...RECOVERY_EFFECTS))),
  /** It was given in the class before, or came back from there. */
  from: fc.constantFrom('here', 'here', 'here', 'before', 'back' as const),
  leftOut: fc.boolean(),
});
type Column = typeof column extends fc.Arbitrary<infer C> ? C : never;

function recordsOf(columns: readonly Column[]): readonly RegisterRecord[] {
  const ids = columns.map((_, index) => `test-${index}`);
  return columns.flatMap((one, index) => recordsOfColumn(one, index, ids));
}

function recordsOfColumn(
  one: Column,
  serial: number,
  ids: readonly string[],
): readonly (Assessment | Grade | EarlierGrade)[] {
  const id = `test-${serial}`;
  const { on, type, counts, leftOut } = one;
  const recovered = one.recovers && ids[one.recovers[0]];
  const effect = one.recovers?.[1] ?? 'both';
  if (one.from !== 'here') {
    const grade = gradeId(id, sample.pupil);
    return [
      {
        ...sampleEnvelope,
        ...course,
        id: earlierGradeId(grade, sample.class),
        kind: 'earlierGrade',
        day: on,
        pupil: sample.pupil,
        ofClass: one.from === 'back' ? sample.class : sample.otherClass,
        teacher: sample.neri,
        grade,
        type,
        topic: '',
        value: one.value,
        weight: one.weight,
        counts,
        leftOut,
        ...(one.value.quarters === undefined ? {} : { quarters: one.value.quarters }),
        ...(recovered === undefined ? {} : { recovers: { grade: gradeId(recovered, sample.pupil), effect } }),
      },
    ];
  }
  const assessment: Assessment = {
    ...sampleEnvelope,
    ...course,
    id,
    kind: 'assessment',
    day: on,
    teacher: sample.bianchi,
    type,
    serial,
    topic: '',
    comment: '',
    weight: one.weight,
    counts,
    visible: true,
    ...(one.scored === 'rubric' ? { rubric } : one.scored ? { test: one.scored } : {}),
    ...(one.isCancelled ? { cancelled: { reason: '' } } : {}),
  };
  const grade: Grade = {
    ...sampleEnvelope,
    ...course,
    id: gradeId(id, sample.pupil),
    kind: 'grade',
    day: on,
    assessment: id,
    pupil: sample.pupil,
    value: one.value,
    ...(one.ownWeight === undefined ? {} : { weight: one.ownWeight }),
    ...(one.ownCounts === undefined ? {} : { counts: one.ownCounts }),
    ...(recovered === undefined || recovered === id ? {} : { recovers: { assessment: recovered, effect } }),
  };
  return [assessment, grade];
}

/** What each page says of the pupil in a period. */
async function pagesOf(columns: readonly Column[], grading: GradingPolicies, period: number) {
  const [first] = kinds.school.samples;
  const school = { ...first, policies: { ...first.policies, grading } };
  const register = fixedRegister(
    bianchi,
    `${TODAY}T09:20`,
    ...mondayOf1A(sample.bianchi),
    school,
    year,
    ...recordsOf(columns),
  );
  const place = { schoolClass: sample.class, day: TODAY, hour: 1 };
  const { subject } = course;
  const [grid, matrix, page, proposals, forms] = await Promise.all([
    firstValueFrom(courseGrades(register, { ...place, subject, period })),
    firstValueFrom(classMatrix(register, { ...place, period })),
    firstValueFrom(pupilGrades(register, { ...place, pupil: sample.pupil })),
    firstValueFrom(courseProposals(register, { place, subject, period })),
    firstValueFrom(courseForms(register, sample.class, subject)),
  ]);
  return {
    grid: must(grid, 'the grid'),
    row: must(grid?.pupils[0], 'a row of the grid'),
    cell: must(matrix?.rows[0]?.cells.get(subject), 'a cell of the matrix'),
    marks: must(page?.courses[0]?.periods[period], 'the marks on the page of the pupil'),
    proposed: must(proposals?.rows[0], 'a row of proposals'),
    forms: must(forms, 'what the dialogs know'),
  };
}

test('D56-D60, D63, D65: grid, matrix, page of the pupil and proposals say the same of the same marks', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(column, { maxLength: 8 }),
      fc.constantFrom(...AVERAGE_WAYS),
      fc.constantFrom(...PERIODS),
      async (columns, way, period) => {
        const grading = { average: way, needed: { written: 2, oral: 1 } };
        const { grid, row, cell, marks, proposed } = await pagesOf(columns, grading, period);
        expect(cell.average).toEqual(row.standing.average);
        expect(marks.average).toEqual(row.standing.average);
        expect(proposed.average).toEqual(row.standing.average);
        const count = row.standing.counted.length;
        expect([cell.count, marks.counted.length, proposed.count]).toEqual([count, count, count]);
        expect([cell.missing, marks.missing]).toEqual([row.standing.missing, row.standing.missing]);
        expect(marks.events).toEqual(row.standing.events);

        // Each mark stands once, in its column or among those of the class before, and says of itself what it says on the page.
        const inCells = grid.columns.flatMap(({ assessment: { id } }) => {
          const one = must(row.cells.get(id), 'a cell');
          return one.grade && one.isGiven ? [[one.grade.id, one.notCounted, one.standing]] : [];
        });
        // Levels of objectives alone are no mark (D55).
        const marked = grid.earlier.filter((one) => !isEmptyValue(one.value));
        const brought = new Set(marked.map(({ id }) => id));
        const onPage = marks.marks.map(({ id, notCounted, standing }) => [id, notCounted, standing]);
        expect(inCells).toEqual(onPage.filter(([id]) => !brought.has(String(id))));
        expect(onPage.length - inCells.length).toBe(brought.size);
      },
    ),
    { numRuns: budgeted(200) },
  );
});

test('D52, D81: the dialog of a cell counts the excuses that the grid counts, once it is said that this is one, too', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(column, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...PERIODS),
      async (columns, period) => {
        const { grid, row, forms } = await pagesOf(columns, { excuses: 0 }, period);
        const counted = row.standing.events.find((one) => one.event === 'excused')?.count ?? 0;
        for (const { assessment } of grid.columns) {
          const isOne = row.cells.get(assessment.id)?.grade?.value.event === 'excused';
          const told = excusesWith(forms, { assessment, pupil: sample.pupil }, 'excused');
          expect(told?.count).toBe(isOne ? counted : counted + 1);
        }
      },
    ),
    { numRuns: budgeted(100) },
  );
});
