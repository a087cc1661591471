import type { ClassId, PersonId } from '../../../domain/base/ids.ts';
import type { AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import { elsewhereOn } from '../../../domain/kinds/presence-elsewhere/elsewhere-on.ts';
import type { PresenceElsewhere } from '../../../domain/kinds/presence-elsewhere/record.ts';
import { oneAct, type ActStep, type StoppedAct, type Undoable } from '../../data/commands/one-act.ts';
import type { Register } from '../../data/register.ts';
import { takeMovesAway } from '../../kinds/attendance-day/commands.ts';
import {
  changeElsewhere,
  sendElsewhere,
  type SaidElsewhere,
} from '../../kinds/presence-elsewhere/commands.ts';
import { marksAgainstNow } from './view.ts';

/** What came of writing time elsewhere: done, or asked back, or not taken. */
export type Sent =
  /** Pupils are marked absent in that time: nobody is absent and elsewhere (D98). */
  | { readonly kind: 'absent'; readonly of: readonly AttendanceDay[] }
  /** They came or went in that time: that would be taken away. */
  | { readonly kind: 'moves'; readonly of: readonly AttendanceDay[] }
  | ({ readonly kind: 'failed' } & StoppedAct)
  | ({ readonly kind: 'done' } & Pick<Undoable, 'undo'>);

/** Pupils of one class, and what is said of them: of joined classes each numbers its hours by itself. */
export interface AskedOfClass {
  readonly schoolClass: ClassId;
  readonly pupils: readonly PersonId[];
  readonly said: SaidElsewhere;
}

interface Asked {
  readonly classes: readonly AskedOfClass[];
  /** What is to be changed; else it is new. */
  readonly known?: PresenceElsewhere | undefined;
  /** Whether comings and goings inside the time are taken away, as was answered. */
  readonly takesMoves: boolean;
}

/** Writes time elsewhere, and asks before it takes away a coming or going that lies in it (D98). */
export async function sendAsking(
  register: Pick<Register, 'run' | 'records' | 'now'>,
  { classes, known, takesMoves }: Asked,
): Promise<Sent> {
  const found = await Promise.all(
    classes.map(async ({ schoolClass, pupils, said }) => ({
      schoolClass,
      said,
      ...(await marksAgainstNow(register, schoolClass, pupils, said)),
    })),
  );
  const ofKind = (wanted: 'absent' | 'moves') =>
    found.flatMap(({ against }) => against.flatMap(({ of, what }) => (what === wanted ? [of] : [])));
  const absent = ofKind('absent');
  if (absent.length > 0) return { kind: 'absent', of: absent };
  const moves = ofKind('moves');
  if (moves.length > 0 && !takesMoves) return { kind: 'moves', of: moves };
  const steps = found.flatMap(({ schoolClass, said, facts, against }) =>
    against.flatMap(({ of: { day, pupil, events } }): readonly ActStep[] => {
      const span = elsewhereOn(said, day, facts.bellHours(schoolClass, day));
      const hour = events[0]?.hour;
      if (!span || hour === undefined) return [];
      return [{ pupil, run: () => takeMovesAway(register, { day, schoolClass, hour }, pupil, span) }];
    }),
  );
  const sent = await oneAct([
    ...steps,
    ...classes.map(({ schoolClass, pupils, said }) =>
      known
        ? { pupil: known.pupil, run: () => changeElsewhere(register, known, said) }
        : { run: () => sendElsewhere(register, schoolClass, pupils, said) },
    ),
  ]);
  return sent.ok ? { kind: 'done', undo: sent.value.undo } : { kind: 'failed', ...sent.failure };
}
