import type { Grade } from '../../../domain/kinds/grade/record.ts';

/** What two people may have written of a grade, in the order in which it is told. */
export const GRADE_FIELDS = [
  'value',
  'comment',
  'privateComment',
  'weight',
  'counts',
  'visible',
  'embargo',
  'recovers',
  'objectives',
  'absentOnDay',
] as const satisfies readonly (keyof Grade)[];
