import type { PersonId } from '../../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../../domain/base/result.ts';
import type { RollCallMark } from '../../../../domain/kinds/attendance-day/roll-call.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { CommandFailure, CommandResult, Saved } from '../../../data/commands/outcome.ts';
import { takeAllBack, type TakeBack } from '../../../data/commands/take-all-back.ts';
import type { Register } from '../../../data/register.ts';
import { justify, type WrittenDown } from '../../../kinds/justification/commands.ts';
import { markPupil } from '../../../kinds/attendance-day/commands.ts';
import type { SeenElsewhere } from '../../../kinds/attendance-day/elsewhere.ts';

/** A pupil to be marked with others, and what the rolls of other hours have seen of them. */
export interface OneOfSeveral {
  readonly pupil: PersonId;
  readonly seen: SeenElsewhere;
}

/** What was marked, and the one way back from all of it. */
export interface SeveralMarked extends Saved {
  readonly undo: () => Promise<CommandResult>;
}

/** Why nothing was marked, and at whom it stopped. */
export interface SeveralFailure {
  readonly failure: CommandFailure;
  readonly pupil: PersonId;
}

/**
 * Marks several pupils late, or leaving, at one time and for one reason (D106), which justifies what is marked where whoever marks may do
 * that. All of them are marked or, where one is refused, none: what was marked before is taken back.
 */
export async function markSeveral(
  register: Register,
  place: HourPlace,
  several: readonly OneOfSeveral[],
  mark: Extract<RollCallMark, { readonly kind: 'late' | 'exit' }>,
  written?: WrittenDown,
): Promise<Result<SeveralMarked, SeveralFailure>> {
  const undos: TakeBack[] = [];
  let saved: Saved | undefined;
  for (const { pupil, seen } of several) {
    const marked = await markPupil(register, place, pupil, mark, seen);
    if (!marked.ok) return await stoppedAt(pupil, marked.failure, undos);
    undos.push(marked.value.undo);
    saved = marked.value;
    if (!written) continue;
    const { day, schoolClass } = place;
    const item = { day, pupil, schoolClass, item: mark.kind, time: mark.time };
    const justified = await justify(register, [item], written);
    if (!justified.ok) return await stoppedAt(pupil, justified.failure, undos);
    undos.push(justified.value.undo);
  }
  const [first] = several;
  if (!saved || !first) throw new Error('nobody was to be marked');
  const { entry, recordedAt } = saved;
  return ok({ entry, recordedAt, undo: () => takeAllBack(undos) });
}

async function stoppedAt(
  pupil: PersonId,
  failure: CommandFailure,
  undos: readonly TakeBack[],
): Promise<Result<never, SeveralFailure>> {
  await takeAllBack(undos);
  return fail({ failure, pupil });
}
