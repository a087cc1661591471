import { firstValueFrom } from 'rxjs';
import { toClassId } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { fail, ok } from '../../../domain/base/result.ts';
import type { Register } from '../register.ts';
import type { Outbox } from '../sync/queue/outbox.ts';
import type { PutBack } from '../sync/queue/put-back.ts';
import { carryOut, toResult, type CommandTools } from './commands.ts';

/** Commands on what was written before: conflicts, refusals, the export. */
export type EntryCommands = Pick<
  Register,
  'markConflictSeen' | 'retryRefused' | 'discardRefused' | 'exportUnsent'
>;

/** Settling conflicts and refusals, and taking unsent entries out of the app. */
export function createEntryCommands(
  tools: CommandTools,
  outbox: Outbox,
  putBack: Pick<PutBack, 'retry'>,
): EntryCommands {
  const { clock } = tools;
  return {
    async markConflictSeen(notice) {
      const day = dayOfInstant(clock.now());
      const written = await carryOut(tools, {
        collection: 'personal',
        id: notice.id,
        day,
        // Whether a notice may be marked as seen depends on its addressee alone.
        writeFacts: (facts) => facts.writeFacts(notice.class ?? toClassId(''), day),
        change: ({ current }, _facts, version) =>
          current?.kind !== 'conflictNotice' || current.seen
            ? undefined
            : { ...current, ...version, seen: true },
      });
      return toResult(written, clock);
    },

    async retryRefused(entry) {
      const again = await putBack.retry(entry);
      if (!again.ok) return fail({ kind: 'journal', failure: again.failure });
      const recordedAt = again.value?.record.recordedAt ?? clock.now();
      const isLater = !again.value && outbox.entries().some((each) => each.entry === entry);
      return ok({ entry, recordedAt, isLater });
    },

    async discardRefused(entry) {
      const discarded = await outbox.discard(entry);
      if (!discarded.ok) return fail({ kind: 'journal', failure: discarded.failure });
      return ok({ entry, recordedAt: clock.now() });
    },

    async exportUnsent() {
      const facts = await firstValueFrom(tools.facts$);
      const entries = outbox.entries().map((entry) => {
        const pupil = 'pupil' in entry.record ? entry.record.pupil : undefined;
        const person = pupil === undefined ? undefined : facts.person(pupil);
        return person ? { pupil: `${person.surname} ${person.givenName}`, ...entry } : entry;
      });
      return JSON.stringify({ exportedAt: clock.now(), author: facts.me, entries }, null, 2);
    },
  };
}
