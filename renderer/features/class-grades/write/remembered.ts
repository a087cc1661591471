import { saidIn } from '../../../../domain/grades/said-value.ts';
import type { Grade, GradeValue } from '../../../../domain/kinds/grade/record.ts';

/** What a grade said that was written over: its value, and that the pupil was absent. */
export interface Said {
  readonly value: Omit<GradeValue, 'reason'>;
  readonly absentOnDay: boolean;
}

/** What the cells of a grid have said since it was opened: a text alone does not tell a judgement in sentences or a filled rubric. */
export interface Remembered {
  /** Notes what stands in a cell under its text, before it is written over. */
  note(grade: Grade, text: string): void;
  /** What the cell said when it had this text; undefined where it never had it. */
  recall(grade: string, text: string): Said | undefined;
}

/** Remembers what is written over, so that an undo brings back all of it. */
export function createRemembered(): Remembered {
  const known = new Map<string, Said>();
  const keyOf = (grade: string, text: string) => JSON.stringify([grade, text]);
  return {
    note({ id, value, absentOnDay = false }, text) {
      known.set(keyOf(id, text), { value: saidIn(value), absentOnDay });
    },
    recall: (grade, text) => known.get(keyOf(grade, text)),
  };
}
