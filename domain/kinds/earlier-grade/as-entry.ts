import type { GradeEntry } from '../../grades/counted-grades.ts';
import { isEmptyValue } from '../../grades/said-value.ts';
import type { EarlierGrade } from './record.ts';

/** A grade of the class before as the averages of this class ask for it: as it counted there, unless the teacher has left it out (D81). */
export function earlierAsEntry(record: EarlierGrade): GradeEntry {
  const { grade, type, quarters, value, weight, counts, recovers, cancelled, leftOut } = record;
  return {
    id: grade,
    type,
    quarters,
    event: value.event,
    isRawScore: quarters === undefined && (value.score !== undefined || value.rubric !== undefined),
    // A level of an objective is a result, and no grade (D55).
    isWithdrawn: cancelled === true || isEmptyValue(value),
    weight,
    counts: counts && leftOut !== true,
    recovers,
  };
}
