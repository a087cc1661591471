import type { PersonId } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { CommandFailure, CommandResult, Saved } from './outcome.ts';

/** What was written, and its way back. */
export interface Undoable extends Saved {
  readonly undo: () => Promise<CommandResult>;
}

/** Why nothing was written, and at whom it stopped; undefined where it was at nobody. */
export interface StoppedAct {
  readonly failure: CommandFailure;
  readonly pupil: PersonId | undefined;
}

/** A command of an act, and whom it is about; a step may be an act itself. */
export interface ActStep {
  readonly pupil?: PersonId;
  readonly run: () => Promise<Result<Undoable, CommandFailure | StoppedAct>>;
}

/**
 * Carries out several commands as one act, one after the other. All of them are carried out or, where one is refused, none: what was written
 * before it is taken back. There is one way back from all of them. An act without steps is refused.
 */
export async function oneAct(steps: readonly ActStep[]): Promise<Result<Undoable, StoppedAct>> {
  const undos: Undoable['undo'][] = [];
  let saved: Saved | undefined;
  for (const { pupil, run } of steps) {
    const done = await run();
    if (!done.ok) {
      if (undos.length > 0) await takeAllBack(undos);
      return fail('kind' in done.failure ? { failure: done.failure, pupil } : done.failure);
    }
    undos.push(done.value.undo);
    saved = done.value;
  }
  if (!saved) return fail({ failure: { kind: 'refused', reason: 'invalid' }, pupil: undefined });
  const { entry, recordedAt } = saved;
  return ok({ entry, recordedAt, undo: () => takeAllBack(undos) });
}

/** Takes back what was done together, the last first; what cannot be taken back ends it. */
async function takeAllBack(undos: readonly Undoable['undo'][]): Promise<CommandResult> {
  let last: CommandResult = fail({ kind: 'refused', reason: 'invalid' });
  for (const back of undos.toReversed()) {
    last = await back();
    if (!last.ok) return last;
  }
  return last;
}
