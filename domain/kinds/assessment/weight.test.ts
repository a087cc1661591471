import { expect, test } from 'vitest';
import { checkSchema } from '../../base/check-schema.ts';
import { kinds } from '../registry.ts';

const [column] = kinds.assessment.samples;
const [grade] = kinds.grade.samples;

test.each([0, 1, 30, 50, 99, 100])('D58: %d is a weight, of a column and of one grade', (weight) => {
  expect(checkSchema(kinds.assessment.schema, { ...column, weight })).toBe(true);
  expect(checkSchema(kinds.grade.schema, { ...grade, weight })).toBe(true);
});

test.each([-1, 101, 33.5, 0.5, Number.NaN, '50', null])(
  'D58: %j is no whole percent, and is no weight',
  (weight) => {
    expect(checkSchema(kinds.assessment.schema, { ...column, weight })).toBe(false);
    expect(checkSchema(kinds.grade.schema, { ...grade, weight })).toBe(false);
  },
);
