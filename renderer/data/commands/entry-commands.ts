import { firstValueFrom } from 'rxjs';
import type { EntryId } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { Outbox } from '../sync/queue/outbox.ts';
import type { PutBack } from '../sync/queue/put-back.ts';
import type { CommandFailure, CommandResult, Saved } from './outcome.ts';
import type { CommandTools } from './run.ts';

/** Commands on what was written before: refusals, the export. */
export interface EntryCommands {
  /**
   * Sends a refused entry again, as it is (for example after the office mended an enrolment). `isLater`: it goes when the one of the same
   * record that waits has been answered.
   */
  retry(entry: EntryId): Promise<Result<Saved & { readonly isLater: boolean }, CommandFailure>>;
  /** Gives up a refused entry for good. */
  discard(entry: EntryId): Promise<CommandResult>;
  /** Everything unsent as a readable JSON text. */
  exportUnsent(): Promise<string>;
}

/** Settling refusals, and taking unsent entries out of the app. */
export function createEntryCommands(
  tools: CommandTools,
  outbox: Outbox,
  putBack: Pick<PutBack, 'retry'>,
): EntryCommands {
  const { clock } = tools;
  return {
    async retry(entry) {
      const again = await putBack.retry(entry);
      if (!again.ok) return fail({ kind: 'journal', failure: again.failure });
      const recordedAt = again.value?.record.recordedAt ?? clock.now();
      const isLater = !again.value && outbox.entries().some((each) => each.entry === entry);
      return ok({ entry, recordedAt, isLater });
    },

    async discard(entry) {
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
