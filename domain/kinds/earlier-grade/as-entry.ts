import type { GradeEntry } from '../../grades/counted-grades.ts';
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
    isWithdrawn: cancelled === true,
    weight,
    counts: counts && leftOut !== true,
    recovers,
  };
}
