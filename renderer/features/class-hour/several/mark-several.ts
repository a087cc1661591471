import type { PersonId } from '../../../../domain/base/ids.ts';
import type { Result } from '../../../../domain/base/result.ts';
import type { RollCallMark } from '../../../../domain/kinds/attendance-day/roll-call.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import { oneAct, type ActStep, type StoppedAct, type Undoable } from '../../../data/commands/one-act.ts';
import type { Register } from '../../../data/register.ts';
import { justify, type WrittenDown } from '../../../kinds/justification/commands.ts';
import { markPupil } from '../../../kinds/attendance-day/commands.ts';
import type { SeenElsewhere } from '../../../kinds/attendance-day/elsewhere.ts';

/** A pupil to be marked with others, and what the rolls of other hours have seen of them. */
export interface OneOfSeveral {
  readonly pupil: PersonId;
  /** The hour of the class in which the pupil is: of joined classes each has its own. */
  readonly place: HourPlace;
  readonly seen: SeenElsewhere;
}

/**
 * Marks several pupils late, or leaving, at one time and for one reason (D106), which justifies what is marked where whoever marks may do
 * that. All of them are marked or, where one is refused, none.
 */
export async function markSeveral(
  register: Pick<Register, 'run'>,
  several: readonly OneOfSeveral[],
  mark: Extract<RollCallMark, { readonly kind: 'late' | 'exit' }>,
  written?: WrittenDown,
): Promise<Result<Undoable, StoppedAct>> {
  return await oneAct(
    several.flatMap(({ pupil, place, seen }): readonly ActStep[] => {
      const { day, schoolClass } = place;
      const item = { day, pupil, schoolClass, item: mark.kind, time: mark.time };
      return [
        { pupil, run: () => markPupil(register, place, pupil, mark, seen) },
        ...(written ? [{ pupil, run: () => justify(register, [item], written) }] : []),
      ];
    }),
  );
}
