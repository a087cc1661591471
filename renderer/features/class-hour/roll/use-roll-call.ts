import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Instant, PersonId } from '../../../../domain/base/ids.ts';
import { ok } from '../../../../domain/base/result.ts';
import type { RollCallMark } from '../../../../domain/kinds/attendance-day/roll-call.ts';
import type { Register } from '../../../data/register.ts';
import type { CommandFailure } from '../../../data/commands/outcome.ts';
import type { DoneAct } from '../../../hosts/class-acts/class-act.ts';
import type { ClassHour, PupilHour } from '../view/class-hour.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { Shown } from '../time/spoken-state.ts';
import { actsAsPressed, type AsPressed } from '../undo/as-pressed.ts';
import { changesOf, keepChanges, noteChange, type Changes } from '../undo/changes.ts';
import { decline, declinedIn, type Declined } from '../proposals/declined.ts';
import { markProposed, proposedIn } from '../proposals/mark-proposed.ts';
import { useUndoSteps, type Step, type UndoSteps } from '../undo/use-undo-steps.ts';
import { markPupil } from '../../../kinds/attendance-day/commands.ts';
import { confirmRollCall } from '../../../kinds/lesson/commands.ts';

/** The commands of the roll call on the screen, with the marks that can be undone one after the other. */
export interface RollCall {
  /** What an undo would take back. */
  readonly nextUndo: UndoSteps['next'];
  readonly lastStep: UndoSteps['lastOrder'];
  /** Whom this page marked or unmarked, and how they stood before. */
  readonly changes: Changes;
  /** Who was proposed as absent and is here (D102). */
  readonly declined: Declined;
  readonly failure: CommandFailure | undefined;
  /** Of whom it is, where it is a mark that was not saved. */
  readonly failedPupil: PersonId | undefined;
  clearFailure(): void;
  /** Marks a pupil, who stands as given afterwards. */
  mark(pupil: PupilHour, mark: RollCallMark, shown: Shown): Promise<boolean>;
  /** Remembers another act about pupils of this hour, so that an undo takes it back in its turn. */
  note(done: DoneAct): void;
  /** Takes back the last mark of this hour; answers which, or why none. */
  undo(): Promise<UndoSteps['next'] | Overtaken | { readonly kind: 'failed' }>;
  /** Confirms the roll call, unless it is confirmed as it stands; answers which. */
  confirm(isConfirmed: boolean): Promise<'now' | 'before' | 'failed'>;
}

/** A colleague has marked something else instead of the mark that was to be taken back. */
interface Overtaken {
  readonly kind: 'overtaken';
  readonly step: Step;
}

interface Failed {
  readonly failure: CommandFailure;
  readonly pupil?: PersonId;
}

/** Commands of one class hour; nothing waits for the network. Of rolls that are called together the acts are one order. */
export function useRollCall(
  register: Register,
  place: HourPlace,
  hour: ClassHour,
  shared?: AsPressed,
): RollCall {
  const { next: nextUndo, push, pop, lastOrder: lastStep } = useUndoSteps(register, place);
  const [changes, setChanges] = useState<Changes>(() => changesOf(register, place));
  const [declined, setDeclined] = useState<Declined>(() => declinedIn(register, place));
  const [failed, setFailed] = useState<Failed>();
  const [own] = useState(actsAsPressed);
  const acts = shared ?? own;
  /** Something was marked or taken back here that no confirmation has followed: the page may not show it yet. */
  const changed = useRef(false);
  const latest = useRef(hour);
  useEffect(() => {
    latest.current = hour;
  });

  const change = useCallback(
    (next: Changes) => {
      keepChanges(register, place, next);
      setChanges(next);
    },
    [register, place],
  );
  /** `pupil` as it stood before. */
  const note = useCallback(
    (pupil: PupilHour, at: Instant) => {
      changed.current = true;
      change(noteChange(changesOf(register, place), pupil, at, latest.current.lesson?.rollCall?.at));
    },
    [register, place, change],
  );

  const mark = useCallback(
    (pupil: PupilHour, rollCallMark: RollCallMark, shown: Shown) =>
      acts.together(async () => {
        changed.current = true;
        const { id } = pupil.person;
        const result = await markPupil(register, place, id, rollCallMark, pupil.seen);
        setFailed(result.ok ? undefined : { failure: result.failure, pupil: id });
        if (!result.ok) return false;
        if (pupil.isProposedAbsent && rollCallMark.kind === 'present')
          setDeclined(decline(register, place, id));
        // What was so already is no step to take back.
        if (!result.value.changed) return true;
        note(pupil, result.value.recordedAt);
        push(id, { shown, undo: result.value.undo });
        return true;
      }),
    [register, place, note, push, acts],
  );

  const noteAct = useCallback(
    ({ pupils, said, undo: back }: DoneAct) => {
      const [pupil] = pupils;
      if (pupil === undefined) return;
      push(pupil, {
        said,
        async undo() {
          const result = await back();
          return result.ok ? ok({ ...result.value, changed: true }) : result;
        },
      });
    },
    [push],
  );

  const undo = useCallback(
    () =>
      acts.alone(async () => {
        const found = pop();
        if (found.kind !== 'here') return found;
        changed.current = true;
        const before = pupilIn(latest.current, found.step.pupil);
        const result = await found.step.undo();
        setFailed(result.ok ? undefined : { failure: result.failure, pupil: found.step.pupil });
        if (!result.ok) return { kind: 'failed' as const };
        if (!result.value.changed) return { kind: 'overtaken' as const, step: found.step };
        if (before) note(before, result.value.recordedAt);
        return found;
      }),
    [note, pop, acts],
  );

  const confirm = useCallback(
    (isConfirmed: boolean) =>
      acts.alone(async () => {
        if (isConfirmed && !changed.current) return 'before' as const;
        changed.current = false;
        const proposed = proposedIn(register, place, latest.current);
        const marked = await markProposed(register, place, proposed, (pupil, { undo: back }) =>
          push(pupil, { shown: { mark: 'absent' }, undo: back }),
        );
        if (!marked.ok) {
          setFailed(marked.failure);
          return 'failed' as const;
        }
        const result = await confirmRollCall(register, place);
        setFailed(result.ok ? undefined : { failure: result.failure });
        if (!result.ok) return 'failed' as const;
        change(new Map());
        return 'now' as const;
      }),
    [register, place, change, push, acts],
  );

  const clearFailure = useCallback(() => setFailed(undefined), []);

  return useMemo(
    () => ({
      nextUndo,
      lastStep,
      changes,
      declined,
      failure: failed?.failure,
      failedPupil: failed?.pupil,
      clearFailure,
      mark,
      note: noteAct,
      undo,
      confirm,
    }),
    [nextUndo, lastStep, changes, declined, failed, clearFailure, mark, noteAct, undo, confirm],
  );
}

function pupilIn({ pupils }: ClassHour, id: PersonId): PupilHour | undefined {
  return pupils.find(({ person }) => person.id === id);
}
