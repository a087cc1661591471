import type { ClassId, PersonId } from '../../../domain/base/ids.ts';
import type { AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import { elsewhereOn } from '../../../domain/kinds/presence-elsewhere/elsewhere-on.ts';
import type { PresenceElsewhere } from '../../../domain/kinds/presence-elsewhere/record.ts';
import type { CommandFailure, CommandResult } from '../../data/commands/outcome.ts';
import { takeAllBack, type TakeBack } from '../../data/commands/take-all-back.ts';
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
  | { readonly kind: 'failed'; readonly failure: CommandFailure; readonly pupil: PersonId | undefined }
  | { readonly kind: 'done'; readonly undo: () => Promise<CommandResult> };

interface Asked {
  readonly schoolClass: ClassId;
  readonly pupils: readonly PersonId[];
  readonly said: SaidElsewhere;
  /** What is to be changed; else it is new. */
  readonly known?: PresenceElsewhere | undefined;
  /** Whether comings and goings inside the time are taken away, as was answered. */
  readonly takesMoves: boolean;
}

/** Writes time elsewhere, and asks before it takes away a coming or going that lies in it (D98). */
export async function sendAsking(
  register: Register,
  { schoolClass, pupils, said, known, takesMoves }: Asked,
): Promise<Sent> {
  const { facts, against } = await marksAgainstNow(register, schoolClass, pupils, said);
  const ofKind = (wanted: 'absent' | 'moves') =>
    against.flatMap(({ of, what }) => (what === wanted ? [of] : []));
  const absent = ofKind('absent');
  if (absent.length > 0) return { kind: 'absent', of: absent };
  const moves = ofKind('moves');
  if (moves.length > 0 && !takesMoves) return { kind: 'moves', of: moves };
  const undos: TakeBack[] = [];
  for (const { day, pupil, events } of moves) {
    const span = elsewhereOn(said, day, facts.bellHours(schoolClass, day));
    const hour = events[0]?.hour;
    if (!span || hour === undefined) continue;
    const taken = await takeMovesAway(register, { day, schoolClass, hour }, pupil, span);
    if (!taken.ok) {
      await takeAllBack(undos);
      return { kind: 'failed', failure: taken.failure, pupil };
    }
    undos.push(taken.value.undo);
  }
  const sent = known
    ? await changeElsewhere(register, known, said)
    : await sendElsewhere(register, schoolClass, pupils, said);
  if (!sent.ok) {
    await takeAllBack(undos);
    return 'pupil' in sent.failure
      ? { kind: 'failed', failure: sent.failure.failure, pupil: sent.failure.pupil }
      : { kind: 'failed', failure: sent.failure, pupil: known?.pupil };
  }
  undos.push(sent.value.undo);
  return { kind: 'done', undo: () => takeAllBack(undos) };
}
