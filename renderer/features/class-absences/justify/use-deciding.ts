import { useCallback, useRef, useState } from 'react';
import type { ClassId } from '../../../../domain/base/ids.ts';
import type { ValidationLine } from '../../../../domain/justifications/validation-list.ts';
import type { Result } from '../../../../domain/base/result.ts';
import type { CommandFailure, CommandResult, Saved } from '../../../data/commands/outcome.ts';
import type { Decidable } from '../../../kinds/justification/commands.ts';

/** What was decided last on this page, in words, and its way back. */
interface Last {
  readonly said: string;
  readonly undo: () => Promise<CommandResult>;
}

/** An act, with its way back where it has one. */
type Act = () => Promise<Result<Saved & Partial<Pick<Last, 'undo'>>, CommandFailure>>;

/** The decisions of one page, of which the last ones can be taken back one after the other. */
export interface Deciding {
  readonly last: string | undefined;
  readonly failure: CommandFailure | undefined;
  clearFailure(): void;
  /** Carries a decision out; answers whether it was taken. */
  decide(said: string, act: Act): Promise<boolean>;
  /** Takes the last decision back; answers what it had said, undefined where there is none or it failed. */
  undo(): Promise<string | undefined>;
}

/** Decides, and remembers how to take back; one act at a time, since each starts from what the one before has left. */
export function useDeciding(): Deciding {
  const [steps, setSteps] = useState<readonly Last[]>([]);
  const [failure, setFailure] = useState<CommandFailure>();
  const busy = useRef(false);

  const decide = useCallback(async (said: string, act: Act) => {
    if (busy.current) return false;
    busy.current = true;
    const result = await act();
    busy.current = false;
    setFailure(result.ok ? undefined : result.failure);
    if (!result.ok) return false;
    const { undo: back } = result.value;
    if (back) setSteps((known) => [...known, { said, undo: back }]);
    return true;
  }, []);

  const undo = useCallback(async () => {
    const last = steps.at(-1);
    if (!last || busy.current) return undefined;
    busy.current = true;
    const result = await last.undo();
    busy.current = false;
    setFailure(result.ok ? undefined : result.failure);
    // What cannot be taken back stands: the step before it is the next one.
    setSteps((known) => known.filter((step) => step !== last));
    return result.ok ? last.said : undefined;
  }, [steps]);

  const clearFailure = useCallback(() => setFailure(undefined), []);
  return { last: steps.at(-1)?.said, failure, clearFailure, decide, undo };
}

/** A line's days as the commands take them: written in the class in which the teacher has the pupil. */
export function decidable(items: readonly ValidationLine[], schoolClass: ClassId): readonly Decidable[] {
  return items.map(({ day, pupil, item, time, text, decision, isGreyed }) => ({
    day,
    pupil,
    item,
    schoolClass,
    isGreyed,
    ...(time === undefined ? {} : { time }),
    ...(text ? { text } : {}),
    ...(decision ? { decision } : {}),
  }));
}
