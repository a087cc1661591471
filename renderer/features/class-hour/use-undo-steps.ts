import { useCallback, useState } from 'react';
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
const kept = new WeakMap<Register, Map<string, Stack>>();

/** The steps of the class and day on the screen; those of its other hours are among them. */
export function useUndoSteps(register: Register, { day, schoolClass }: HourPlace): UndoSteps {
  const [stack] = useState(() => stackOf(register, `${day}.${schoolClass}`));
  const [steps, setSteps] = useState(() => stack.list());
  // Keys come faster than renders: undo must see the marks of the same instant.
  const push = useCallback(
    (step: Step) => {
      stack.push(step);
      setSteps(stack.list());
    },
    [stack],
  );
  const pop = useCallback(() => {
    const step = stack.pop();
    setSteps(stack.list());
    return step;
  }, [stack]);
  return { steps, push, pop };
}

interface Stack {
  list(): readonly Step[];
  push(step: Step): void;
  pop(): Step | undefined;
}

function stackOf(register: Register, key: string): Stack {
  const own = kept.get(register) ?? new Map<string, Stack>();
  kept.set(register, own);
  const stack = own.get(key) ?? createStack();
  own.set(key, stack);
  return stack;
}

function createStack(): Stack {
  const steps: Step[] = [];
  return { list: () => [...steps], push: (step) => void steps.push(step), pop: () => steps.pop() };
}
