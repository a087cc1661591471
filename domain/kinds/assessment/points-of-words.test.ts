import { expect, test } from 'vitest';
import { must } from '../../base/assert.ts';
import { pupilStanding } from '../../grades/pupil-standing.ts';
import { countLevels, type GradeScale } from '../../grades/scales.ts';
import { unmakes } from '../../school/grading/way-of-assessing.ts';
import { toGradeEntry } from '../grade/as-entry.ts';
import type { Grade } from '../grade/record.ts';
import { gradeFault } from '../grade/write-rights.ts';
import { kinds } from '../registry.ts';
import type { Assessment } from './record.ts';
import { assessmentFault } from './write-rights.ts';

const [plain, , filled] = kinds.assessment.samples;
const [sample] = kinds.grade.samples;
const rubric = must(filled.rubric, 'a rubric');
const conversion = { way: 'linear', lowest: 8 } as const;
const test20 = { maximum: 2000 };
const levels = [{ criterion: 'exposition', level: 1 }];

const faultOf = (scale: GradeScale, changes: Partial<Assessment>) =>
  assessmentFault({ ...plain, scale, ...changes });
const gradeFaultOf = (scale: GradeScale, value: Grade['value']) => gradeFault({ ...sample, scale, value });

test('D66: in primary school a column may be of bare points or of a rubric, and neither becomes a mark', () => {
  expect(faultOf('primary', { test: test20 })).toBeUndefined();
  expect(faultOf('primary', { rubric })).toBeUndefined();
  expect(faultOf('primary', { test: { ...test20, conversion } })).toEqual({
    reason: 'invalid',
    path: 'test.conversion',
  });
  expect(faultOf('primary', { rubric: { ...rubric, conversion } })).toEqual({
    reason: 'invalid',
    path: 'rubric.conversion',
  });
  // What is asked of both anywhere is asked of them here.
  expect(faultOf('primary', { test: test20, rubric })).toMatchObject({ path: 'rubric' });
  expect(faultOf('primary', { rubric: { ...rubric, criteria: [] } })).toMatchObject({ path: 'rubric' });
});

test('D27: of religion nothing is said in numbers, neither in points nor by a rubric', () => {
  expect(faultOf('religion', { test: test20 })).toMatchObject({ path: 'test' });
  expect(faultOf('religion', { rubric })).toMatchObject({ path: 'rubric' });
  expect(gradeFaultOf('religion', { score: 1500 })).toMatchObject({ path: 'value' });
  expect(gradeFaultOf('religion', { rubric: levels })).toMatchObject({ path: 'value' });
});

test('D66: a cell of primary school says a judgement, a score or a filled rubric, one of them, and never a mark in numbers', () => {
  expect(gradeFaultOf('primary', { score: 1500, judgement: 'Con cura' })).toBeUndefined();
  expect(gradeFaultOf('primary', { rubric: levels })).toBeUndefined();
  expect(gradeFaultOf('primary', { level: 'good' })).toBeUndefined();
  expect(gradeFaultOf('primary', { quarters: 28 })).toMatchObject({ path: 'value' });
  expect(gradeFaultOf('primary', { event: 'unprepared', quarters: 16 })).toMatchObject({ path: 'value' });
  expect(gradeFaultOf('primary', { score: 1500, level: 'good' })).toMatchObject({ path: 'value' });
});

test('D66: points of primary school are in no average and among no judgements', () => {
  const column = { ...plain, scale: 'primary', test: test20 } as const;
  const value: Grade['value'] = { score: 1500 };
  const entry = toGradeEntry(column, { ...sample, scale: 'primary', value }, undefined);
  expect(entry.quarters).toBeUndefined();
  const standing = pupilStanding([entry], { scale: 'primary', way: 'ofGrades', needed: { written: 2 } });
  expect([standing.average, standing.counted, standing.numbers]).toEqual([undefined, [], []]);
  expect([standing.notCounted.size, standing.missing]).toEqual([0, []]);
  expect(countLevels('primary', [value, { level: 'good' }])).toEqual([{ level: 'good', count: 1 }]);
});

test('D53, D66: a column stays one of judgements, of points or of its rubric while somebody is assessed by it', () => {
  expect(unmakes({ level: 'good' }, {}, { test: test20 })).toBe(true);
  expect(unmakes({ level: 'good' }, {}, { rubric })).toBe(true);
  expect(unmakes({ score: 1500 }, { test: test20 }, {})).toBe(true);
  expect(unmakes({ event: 'excused' }, {}, { test: test20 })).toBe(false);
  // A judgement that stands among points is given in another way already.
  expect(unmakes({ level: 'good' }, { test: test20 }, {})).toBe(false);
});
