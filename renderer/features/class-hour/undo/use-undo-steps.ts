import { useCallback, useState } from 'react';
import type { PersonId } from '../../../../domain/base/ids.ts';
import type { Register } from '../../../data/register.ts';
import type { Marked } from '../../../kinds/attendance-day/commands.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { Shown } from '../time/spoken-state.ts';
import { nextUndo, type Undoable } from './next-undo.ts';

/** A mark that can be taken back, in the hour in which it was made; or another act about pupils, which says itself what it is. */
export interface Step extends Undoable {
  readonly shown?: Shown;
  readonly said?: string;
  /** Of two steps the later one has more, in whichever class each was done. */
  readonly order: number;
  readonly undo: Marked['undo'];
}

/** A step as whoever has done something tells of it. */
type NewStep = Omit<Step, keyof Undoable | 'order'>;

/** The marks of an hour that can be taken back one after the other, the last one first. */
export interface UndoSteps {
  /** What an undo would take back here, or why it takes back nothing: then where it is. */
  readonly next: ReturnType<typeof nextUndo<Step>>;
  push(pupil: PersonId, step: NewStep): void;
  /** The order of what an undo would take back at this instant; undefined where there is nothing. */
  lastOrder(): number | undefined;
  /** Takes the mark off the list that an undo takes back now. */
  pop(): ReturnType<typeof nextUndo<Step>>;
}

/** Kept for as long as the register is open: leaving the class and coming back loses no step (C6). */
const kept = new WeakMap<Register, Map<string, readonly Step[]>>();

/** The steps of the hour on the screen; those of the other hours of its class and day are known, so that none of them is touched from here. */
export function useUndoSteps(register: Register, { day, schoolClass, hour }: HourPlace): UndoSteps {
  const key = `${day}.${schoolClass}`;
  const [steps, setSteps] = useState(() => stepsOf(register, key));
  // Keys come faster than renders: undo must see the marks of the same instant.
  const change = useCallback(
    (changed: readonly Step[]) => {
      keep(register, key, changed);
      setSteps(changed);
    },
    [register, key],
  );
  const push = useCallback(
    (pupil: PersonId, step: NewStep) =>
      change([...stepsOf(register, key), { ...step, pupil, hour, order: lastOf(register) + 1 }]),
    [register, key, hour, change],
  );
  const pop = useCallback(() => {
    const present = stepsOf(register, key);
    const found = nextUndo(present, hour);
    if (found.kind === 'here') change(present.filter((step) => step !== found.step));
    return found;
  }, [register, key, hour, change]);
  const lastOrder = useCallback(() => {
    const found = nextUndo(stepsOf(register, key), hour);
    return found.kind === 'here' ? found.step.order : undefined;
  }, [register, key, hour]);
  return { next: nextUndo(steps, hour), push, pop, lastOrder };
}

/** The order of the newest step of all classes. */
function lastOf(register: Register): number {
  const all = [...(kept.get(register)?.values() ?? [])].flat();
  return Math.max(0, ...all.map(({ order }) => order));
}

function stepsOf(register: Register, key: string): readonly Step[] {
  return kept.get(register)?.get(key) ?? [];
}

function keep(register: Register, key: string, steps: readonly Step[]): void {
  const own = kept.get(register) ?? new Map<string, readonly Step[]>();
  kept.set(register, own);
  own.set(key, steps);
}
