import { equalJson } from '../../../../domain/base/canonical-json.ts';
import { saidIn } from '../../../../domain/grades/said-value.ts';
import type { Grade, SaidValue } from '../../../../domain/kinds/grade/record.ts';
import type { StepWay } from '../../../ui/grid/model/cells.ts';

/** What a cell says in full: a text alone tells no judgement in sentences, no filled rubric, and no absence. */
export interface Said {
  readonly value: SaidValue;
  readonly absentOnDay: boolean;
}

/** A cell before a step and after it. */
interface Sides {
  readonly before: Said;
  readonly after: Said;
}

/** What the steps of a grid have written, and over what. */
export interface Remembered {
  /** Notes what a step writes in a cell. */
  note(step: number, grade: string, sides: Sides): void;
  /** From where to where a step leads that is taken back or done again; undefined for what is entered, and what was never noted. */
  recall(of: StepWay, grade: string): { readonly from: Said; readonly to: Said } | undefined;
  /** Notes why a step corrects what families have seen (D78). */
  explain(step: number, reason: string): void;
  /** Why a step that is taken back or done again was done, where that was said: it is so for the same reason. */
  reasonOf(of: StepWay): string | undefined;
}

/** Remembers what each step writes over, so that taking it back brings back all of that, and nothing else does. */
export function createRemembered(): Remembered {
  const known = new Map<string, Sides>();
  const reasons = new Map<number, string>();
  const keyOf = (step: number, grade: string) => `${step} ${grade}`;
  return {
    note: (step, grade, sides) => void known.set(keyOf(step, grade), sides),
    recall({ step, way }, grade) {
      const sides = way === 'enter' ? undefined : known.get(keyOf(step, grade));
      if (!sides) return undefined;
      const { before, after } = sides;
      return way === 'undo' ? { from: after, to: before } : { from: before, to: after };
    },
    explain: (step, reason) => void reasons.set(step, reason),
    reasonOf: ({ step, way }) => (way === 'enter' ? undefined : reasons.get(step)),
  };
}

/** What a cell says; without a grade nothing. */
export function saidBy(grade: Pick<Grade, 'value' | 'absentOnDay'> | undefined): Said {
  return { value: saidIn(grade?.value ?? {}), absentOnDay: grade?.absentOnDay === true };
}

/** Whether two cells say the same. */
export function isSameSaid(a: Said, b: Said): boolean {
  return a.absentOnDay === b.absentOnDay && equalJson(a.value, b.value);
}
