import { countedGrades, type GradeEntry, type NotCountedReason } from '../../grades/counted-grades.ts';
import { isEmptyCell } from '../../grades/said-value.ts';
import type { EarlierGrade } from './record.ts';

/** A grade of the class before as the averages of this class ask for it. */
export function earlierAsEntry(record: EarlierGrade): GradeEntry {
  const { grade, type, quarters, value, weight, recovers, cancelled } = record;
  return {
    id: grade,
    type,
    quarters,
    event: value.event,
    isRawScore: quarters === undefined && (value.score !== undefined || value.rubric !== undefined),
    isWithdrawn: cancelled === true || isEmptyCell(record),
    weight,
    counts: isChosen(record),
    recovers,
  };
}

/** Whether teachers want a grade of the class before in the average: as it was there, unless the new one has chosen (D81). */
export function isChosen({ counts, leftOut }: Pick<EarlierGrade, 'counts' | 'leftOut'>): boolean {
  return leftOut === undefined ? counts : !leftOut;
}

/** Why a grade of the class before is in no average, whatever anybody chooses (D63, D81); undefined where there is something to choose. */
export function whyNeverCounted(record: EarlierGrade): NotCountedReason | undefined {
  const entry = { ...earlierAsEntry(record), counts: true, recovers: undefined };
  return countedGrades([entry]).notCounted.get(entry.id);
}
