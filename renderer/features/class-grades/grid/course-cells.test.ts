import { expect, test } from 'vitest';
import { toPersonId } from '../../../../domain/base/ids.ts';
import { must } from '../../../../domain/base/assert.ts';
import { assessmentKind } from '../../../../domain/kinds/assessment/kind.ts';
import { gradeId } from '../../../../domain/record/grade-key.ts';
import { FOOT } from '../cells/edge-cells.ts';
import type { CellTrouble, GradeTroubles } from '../cells/cell-signs.ts';
import type { DrawnWith } from '../cells/grid-cell.ts';
import type { CourseGrades } from '../view/course-grades.ts';
import { createCourseCells } from './course-cells.ts';

const assessment = must(assessmentKind.samples[0], 'a sample');
const drawn = {
  words: { t: (key: string) => key, format: { number: String, shortDay: String } },
  look: 'grade',
} as unknown as DrawnWith;
const standing = { average: undefined, counted: [], events: [], missing: [], types: [] };

/** A pupil with a mark, as far as a row asks for it. */
const pupil = (id: string, quarters: number) => ({
  person: { id },
  standing,
  before: [],
  cells: new Map([
    [assessment.id, { grade: { value: { quarters } }, isGiven: true, away: undefined, quarters }],
  ]),
});

const policies = {};
const courseOf = (pupils: readonly ReturnType<typeof pupil>[], columns: readonly (typeof assessment)[]) =>
  ({
    scale: 'tenths',
    policies,
    before: [],
    columns: columns.map((each) => ({ assessment: each, foot: { average: undefined, given: 0, asked: 0 } })),
    pupils,
  }) as unknown as CourseGrades;

test('a mark makes the cells of its pupil and the foot anew, another column those of all, a trouble its own row', () => {
  const cellsOf = createCourseCells();
  const [anna, bruno] = [pupil('anna', 28), pupil('bruno', 24)];
  const none: GradeTroubles = new Map();
  const made = (course: CourseGrades, troubles = none) => [...cellsOf(course, troubles, drawn).keys()];
  const columns = [assessment];
  expect(made(courseOf([anna, bruno], columns))).toEqual(['anna', 'bruno', FOOT]);
  expect(made(courseOf([anna, bruno], columns))).toEqual([FOOT]);
  const marked = pupil('bruno', 32);
  expect(made(courseOf([anna, marked], columns))).toEqual(['bruno', FOOT]);
  const trouble: CellTrouble = { isConflict: true, refused: undefined };
  const troubles = new Map([[gradeId(assessment.id, toPersonId('anna')), trouble]]);
  expect(made(courseOf([anna, marked], columns), troubles)).toEqual(['anna', FOOT]);
  const another = { ...assessment, id: 'another' };
  expect(made(courseOf([anna, marked], [assessment, another]), troubles)).toEqual(['anna', 'bruno', FOOT]);
});
