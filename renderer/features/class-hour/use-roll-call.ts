import { useCallback, useMemo, useRef, useState } from 'react';
import type { PersonId } from '../../../domain/base/ids.ts';
import type { RollCallMark } from '../../../domain/rules/roll-call.ts';
import type { CommandFailure, CommandResult, HourPlace, Register } from '../../data/register.ts';

/** A mark that can be taken back. */
interface Step {
  readonly pupil: PersonId;
  readonly undo: () => Promise<CommandResult>;
}

/** The commands of the roll call on the screen, with the marks that can be undone one after the other. */
export interface RollCall {
  readonly steps: readonly Step[];
  readonly failure: CommandFailure | undefined;
  clearFailure(): void;
  mark(pupil: PersonId, mark: RollCallMark): Promise<boolean>;
  /** Takes back the last mark; answers whose it was. */
  undo(): Promise<PersonId | undefined>;
  confirm(): Promise<boolean>;
}

/** Commands of one class hour; nothing waits for the network. */
export function useRollCall(register: Register, place: HourPlace): RollCall {
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [failure, setFailure] = useState<CommandFailure>();
  // Keys come faster than renders: undo must see the marks of the same instant.
  const stack = useRef<Step[]>([]);

  const mark = useCallback(
    async (pupil: PersonId, rollCallMark: RollCallMark) => {
      const result = await register.markPupil(place, pupil, rollCallMark);
      setFailure(result.ok ? undefined : result.failure);
      if (!result.ok) return false;
      stack.current.push({ pupil, undo: result.value.undo });
      setSteps([...stack.current]);
      return true;
    },
    [register, place],
  );

  const undo = useCallback(async () => {
    const step = stack.current.pop();
    setSteps([...stack.current]);
    if (!step) return undefined;
    const result = await step.undo();
    setFailure(result.ok ? undefined : result.failure);
    return result.ok ? step.pupil : undefined;
  }, []);

  const confirm = useCallback(async () => {
    const result = await register.confirmRollCall(place);
    setFailure(result.ok ? undefined : result.failure);
    return result.ok;
  }, [register, place]);

  const clearFailure = useCallback(() => setFailure(undefined), []);

  return useMemo(
    () => ({ steps, failure, clearFailure, mark, undo, confirm }),
    [steps, failure, clearFailure, mark, undo, confirm],
  );
}
