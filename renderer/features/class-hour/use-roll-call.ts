import { useCallback, useMemo, useRef, useState } from 'react';
import type { Instant, PersonId } from '../../../domain/base/ids.ts';
import type { RollCallMark } from '../../../domain/rules/roll-call.ts';
import type { CommandFailure, HourPlace, PupilHour, Register } from '../../data/register.ts';
import { useUndoSteps, type Step } from './use-undo-steps.ts';

/** The commands of the roll call on the screen, with the marks that can be undone one after the other. */
export interface RollCall {
  readonly steps: readonly Step[];
  /** Whom this page marked or unmarked, and when it did so last. */
  readonly changes: ReadonlyMap<PersonId, Instant>;
  readonly failure: CommandFailure | undefined;
  /** Of whom it is, where it is a mark that was not saved. */
  readonly failedPupil: PersonId | undefined;
  clearFailure(): void;
  mark(pupil: PupilHour, mark: RollCallMark): Promise<boolean>;
  /** Takes back the last mark; answers whose it was. */
  undo(): Promise<PersonId | undefined>;
  /** Confirms the roll call, unless it is confirmed as it stands; answers which. */
  confirm(isConfirmed: boolean): Promise<'now' | 'before' | 'failed'>;
}

interface Failed {
  readonly failure: CommandFailure;
  readonly pupil?: PersonId;
}

/** Commands of one class hour; nothing waits for the network. */
export function useRollCall(register: Register, place: HourPlace): RollCall {
  const { steps, push, pop } = useUndoSteps(register, place);
  const [changes, setChanges] = useState<RollCall['changes']>(new Map());
  const [failed, setFailed] = useState<Failed>();
  /** Something was marked or taken back here that no confirmation has followed: the page may not show it yet. */
  const changed = useRef(false);

  const note = useCallback((pupil: PersonId, at: Instant) => {
    changed.current = true;
    setChanges((before) => new Map(before).set(pupil, at));
  }, []);

  const mark = useCallback(
    async ({ person: { id: pupil }, seen }: PupilHour, rollCallMark: RollCallMark) => {
      changed.current = true;
      const result = await register.markPupil(place, pupil, rollCallMark, seen);
      setFailed(result.ok ? undefined : { failure: result.failure, pupil });
      if (!result.ok) return false;
      // What was so already is no step to take back.
      if (!result.value.changed) return true;
      note(pupil, result.value.recordedAt);
      push({ pupil, undo: result.value.undo });
      return true;
    },
    [register, place, note, push],
  );

  const undo = useCallback(async () => {
    const step = pop();
    if (!step) return undefined;
    changed.current = true;
    const result = await step.undo();
    setFailed(result.ok ? undefined : { failure: result.failure, pupil: step.pupil });
    if (!result.ok) return undefined;
    note(step.pupil, result.value.recordedAt);
    return step.pupil;
  }, [note, pop]);

  const confirm = useCallback(
    async (isConfirmed: boolean) => {
      if (isConfirmed && !changed.current) return 'before' as const;
      changed.current = false;
      const result = await register.confirmRollCall(place);
      setFailed(result.ok ? undefined : { failure: result.failure });
      return result.ok ? ('now' as const) : ('failed' as const);
    },
    [register, place],
  );

  const clearFailure = useCallback(() => setFailed(undefined), []);

  return useMemo(
    () => ({
      steps,
      changes,
      failure: failed?.failure,
      failedPupil: failed?.pupil,
      clearFailure,
      mark,
      undo,
      confirm,
    }),
    [steps, changes, failed, clearFailure, mark, undo, confirm],
  );
}
