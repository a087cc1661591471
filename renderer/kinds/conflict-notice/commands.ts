import { toClassId } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import type { ConflictNotice } from '../../../domain/kinds/conflict-notice/record.ts';
import type { Register } from '../../data/register.ts';
import type { CommandResult } from '../../data/commands/outcome.ts';

/** Settles a notice: whose value was overruled has looked at it. */
export function markConflictSeen(
  register: Pick<Register, 'run' | 'now'>,
  notice: ConflictNotice,
): Promise<CommandResult> {
  const day = dayOfInstant(register.now());
  return register.run({
    collection: 'personal',
    id: notice.id,
    day,
    // Whether a notice may be marked as seen depends on its addressee alone.
    writeFacts: (facts) => facts.writeFacts(notice.class ?? toClassId(''), day),
    change: ({ current }, _facts, version) =>
      current?.kind !== 'conflictNotice' || current.seen ? undefined : { ...current, ...version, seen: true },
  });
}
