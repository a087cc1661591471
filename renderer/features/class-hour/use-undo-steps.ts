import { useCallback, useRef, useState } from 'react';
import type { PersonId } from '../../../domain/base/ids.ts';
import type { CommandResult, HourPlace, Register } from '../../data/register.ts';

/** A mark that can be taken back. */
export interface Step {
  readonly pupil: PersonId;
  readonly undo: () => Promise<CommandResult>;
}

/** The marks of a class on a day that can be taken back one after the other, the last one first. */
export interface UndoSteps {
  readonly steps: readonly Step[];
  push(step: Step): void;
  pop(): Step | undefined;
}

/** Kept for as long as the register is open: leaving the class and coming back loses no step (C6). */
const kept = new WeakMap<Register, Map<string, Step[]>>();

/** The steps of the class and day on the screen; those of its other hours are among them. */
export function useUndoSteps(register: Register, { day, schoolClass }: HourPlace): UndoSteps {
  const stack = useRef(stackOf(register, `${day}.${schoolClass}`));
  const [steps, setSteps] = useState<readonly Step[]>(() => [...stack.current]);
  // Keys come faster than renders: undo must see the marks of the same instant.
  const push = useCallback((step: Step) => {
    stack.current.push(step);
    setSteps([...stack.current]);
  }, []);
  const pop = useCallback(() => {
    const step = stack.current.pop();
    setSteps([...stack.current]);
    return step;
  }, []);
  return { steps, push, pop };
}

function stackOf(register: Register, key: string): Step[] {
  const own = kept.get(register) ?? new Map<string, Step[]>();
  kept.set(register, own);
  const stack = own.get(key) ?? [];
  own.set(key, stack);
  return stack;
}
