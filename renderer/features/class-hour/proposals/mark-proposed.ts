import type { PersonId } from '../../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../../domain/base/result.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { CommandFailure } from '../../../data/commands/outcome.ts';
import type { Register } from '../../../data/register.ts';
import { markPupil, type Marked } from '../../../kinds/attendance-day/commands.ts';
import type { ClassHour, PupilHour } from '../view/class-hour.ts';
import { declinedIn } from './declined.ts';

/** A proposed absence that was not saved, and of whom. */
export interface NotMarked {
  readonly failure: CommandFailure;
  readonly pupil: PersonId;
}

/** Who is proposed as absent in an hour, without those who were said to be here. */
export function proposedIn(
  register: object,
  place: HourPlace,
  { pupils }: Pick<ClassHour, 'pupils'>,
): readonly PupilHour[] {
  const declined = declinedIn(register, place);
  return pupils.filter(({ person, isProposedAbsent }) => isProposedAbsent && !declined.has(person.id));
}

/**
 * Marks as absent who was proposed: whoever confirms the roll says what the proposals say (D102). The first that is not saved ends it. No
 * act of several: each mark is true by itself, and a step of its own that an undo takes back.
 */
export async function markProposed(
  register: Register,
  place: HourPlace,
  proposed: readonly PupilHour[],
  onMarked: (pupil: PersonId, marked: Marked) => void = () => undefined,
): Promise<Result<undefined, NotMarked>> {
  for (const { person, seen } of proposed) {
    const marked = await markPupil(register, place, person.id, { kind: 'absent' }, seen);
    if (!marked.ok) return fail({ failure: marked.failure, pupil: person.id });
    if (marked.value.changed) onMarked(person.id, marked.value);
  }
  return ok(undefined);
}
