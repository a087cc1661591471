import type { Assessment } from '../../../domain/kinds/assessment/record.ts';

/** What two people may have written of a column, in the order in which it is told. */
export const ASSESSMENT_FIELDS = [
  'day',
  'type',
  'serial',
  'topic',
  'comment',
  'weight',
  'counts',
  'visible',
  'embargo',
  'test',
  'rubric',
  'objectives',
  'correction',
  'cancelled',
] as const satisfies readonly (keyof Assessment)[];
