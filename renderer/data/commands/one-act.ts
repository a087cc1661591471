import type { PersonId } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { CommandFailure, Saved } from './outcome.ts';

/** What was written, and its way back; what was taken back may have a way on, by which it is done again. */
export interface Undoable extends Saved {
  readonly undo: () => Promise<Result<Saved & Partial<Undoable>, CommandFailure>>;
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

/** Takes back what was done together, the last first; what cannot be taken back ends it. Where each has a way on, all of it is done again together. */
async function takeAllBack(undos: readonly Undoable['undo'][]): ReturnType<Undoable['undo']> {
  const waysOn: Undoable['undo'][] = [];
  let last: Awaited<ReturnType<Undoable['undo']>> = fail({ kind: 'refused', reason: 'invalid' });
  for (const back of undos.toReversed()) {
    last = await back();
    if (!last.ok) return last;
    if (last.value.undo) waysOn.push(last.value.undo);
  }
  if (!last.ok || waysOn.length < undos.length) return last;
  const { entry, recordedAt } = last.value;
  return ok({ entry, recordedAt, undo: () => takeAllBack(waysOn) });
}
