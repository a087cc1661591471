import { ok } from '../../../domain/base/result.ts';
import type { ClassId, LocalDate, LocalTime } from '../../../domain/base/ids.ts';
import { classMovementId, type ClassMovement } from '../../../domain/kinds/class-movement/record.ts';
import type { CommandResult } from '../../data/commands/outcome.ts';
import type { Register } from '../../data/register.ts';

/** When the school expects a class, where that is not by the bell, and why. */
export interface ClassExpected {
  readonly from?: LocalTime;
  readonly to?: LocalTime;
  readonly reason: string;
}

/** The school calls a class late or sends it home early (D106); nothing but the bell takes it back. */
export async function expectClass(
  { run }: Pick<Register, 'run'>,
  { day, schoolClass }: { readonly day: LocalDate; readonly schoolClass: ClassId },
  { from, to, reason }: ClassExpected,
): Promise<CommandResult> {
  const id = classMovementId(day, schoolClass);
  const done = await run({
    collection: 'attendance',
    id,
    members: { day, class: schoolClass },
    day,
    writeFacts: (facts) => facts.writeFacts(schoolClass, day),
    change(_known, _facts, version): ClassMovement {
      const expected = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
      return {
        ...version,
        id,
        kind: 'classMovement',
        day,
        class: schoolClass,
        expected,
        movementReason: reason,
      };
    },
  });
  return done.ok ? ok({ entry: done.value.entry, recordedAt: done.value.recordedAt }) : done;
}
