import type { PlannedWrite } from './planned-write.ts';

/** What is asked before cells are written: that absent pupils have a grade all the same (D49), or why grades that families have seen are changed (D78). */
export type Question =
  | {
      readonly about: 'absent';
      readonly writes: readonly PlannedWrite[];
      readonly answer: (confirmed: boolean) => void;
    }
  | {
      readonly about: 'reason';
      readonly writes: readonly PlannedWrite[];
      readonly answer: (reason: string | undefined) => void;
    };
