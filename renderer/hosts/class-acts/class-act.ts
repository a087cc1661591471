import { create } from 'zustand';
import type { PersonId } from '../../../domain/base/ids.ts';
import type { Result } from '../../../domain/base/result.ts';
import type { PresenceElsewhere } from '../../../domain/kinds/presence-elsewhere/record.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { CommandFailure, CommandResult } from '../../data/commands/outcome.ts';

/** Something that was done about pupils, in words, and its way back. */
export interface SaidAct {
  readonly pupils: readonly PersonId[];
  readonly said: string;
  readonly undo: () => Promise<Result<unknown, CommandFailure>>;
}

/** Something that was done about pupils of a class; its way back is an entry as well. */
export interface DoneAct extends SaidAct {
  readonly undo: () => Promise<CommandResult>;
}

/** What is asked in a dialog about pupils of a class, from whatever section it was opened. */
export interface ClassAct {
  /** Out of class for the school (D98), or a permit that the school gives (D90). */
  readonly act: 'outOfClass' | 'permit';
  readonly place: HourPlace;
  /** The hours of the classes that have the same lesson: their pupils can be chosen too (D17). */
  readonly along?: readonly HourPlace[];
  /** Who is chosen when it opens. */
  readonly pupils: readonly PersonId[];
  /** What is to be changed; else it is something new. */
  readonly known?: PresenceElsewhere;
  /** Told what was done: the section says it, and takes it back. */
  readonly onDone: (done: DoneAct) => void;
  /** Told when it closes: the focus goes back to where it was opened. */
  readonly onClose?: () => void;
}

/** The dialog about pupils of a class that is open. */
export const useClassAct = create<{ readonly asked: ClassAct | undefined }>(() => ({ asked: undefined }));

/** Opens a dialog about pupils of a class. */
export function askClassAct(asked: ClassAct): void {
  useClassAct.setState({ asked });
}

/** Closes it, and gives the focus back. */
export function closeClassAct(): void {
  const { asked } = useClassAct.getState();
  useClassAct.setState({ asked: undefined });
  asked?.onClose?.();
}
