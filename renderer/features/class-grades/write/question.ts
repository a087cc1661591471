import type { PlannedWrite } from './planned-write.ts';

/** What is asked before cells are written: that absent pupils have a grade all the same (D49), or why grades that families have seen are changed (D78). */
export type Question =
  | {
      /** Of no other one. */
      readonly id: number;
      readonly about: 'absent';
      readonly writes: readonly PlannedWrite[];
      readonly answer: (confirmed: boolean) => void;
    }
  | {
      readonly id: number;
      readonly about: 'reason';
      readonly writes: readonly PlannedWrite[];
      readonly answer: (reason: string | undefined) => void;
    };

/** Asks for the absence of pupils, or for a reason; given up, it is not confirmed, and there is no reason. */
export interface Asking {
  readonly absent: (writes: readonly PlannedWrite[]) => Promise<boolean>;
  readonly reason: (writes: readonly PlannedWrite[]) => Promise<string | undefined>;
}

/** Questions, put to somebody one after the other. */
export interface Questions extends Asking {
  /** The one that is asked now. */
  readonly now: () => Question | undefined;
  /** Asks somebody; answers how to end that: what waits is given up then, and so is whatever is asked while nobody is there. */
  readonly subscribe: (changed: () => void) => () => void;
}

/** What a question is known by, and what ends it. */
interface Answered<A> {
  readonly id: number;
  readonly answer: (given: A) => void;
}

/** Asks one question after the other: none before the one before it is answered, and each is answered in the end. */
export function createQuestions(): Questions {
  let waiting: readonly Question[] = [];
  let asked = 0;
  let tell: (() => void) | undefined;
  const ask = <A>(givenUp: A, make: (of: Answered<A>) => Question): Promise<A> =>
    new Promise((resolve) => {
      if (!tell) {
        resolve(givenUp);
        return;
      }
      asked += 1;
      const question = make({
        id: asked,
        answer(given) {
          waiting = waiting.filter((each) => each !== question);
          resolve(given);
          tell?.();
        },
      });
      waiting = [...waiting, question];
      tell();
    });
  return {
    now: () => waiting[0],
    absent: (writes) => ask<boolean>(false, (of) => ({ ...of, about: 'absent', writes })),
    reason: (writes) => ask<string | undefined>(undefined, (of) => ({ ...of, about: 'reason', writes })),
    subscribe(changed) {
      tell = changed;
      return () => {
        tell = undefined;
        for (const question of waiting) {
          if (question.about === 'absent') question.answer(false);
          else question.answer(undefined);
        }
      };
    },
  };
}
