import type { EntryId } from '../../../../domain/base/ids.ts';
import { ok, type Result } from '../../../../domain/base/result.ts';
import type { JournalEntry, JournalFailure } from '../../../../domain/protocol/bridge/journal.ts';
import type { Turns } from '../../../../domain/base/turns.ts';
import type { LocalRecords } from '../../local-records.ts';
import type { Outbox } from './outbox.ts';

/** Sends refused entries again. */
export interface PutBack {
  /**
   * Puts a refused entry back among those that wait. While another one of its record waits, which was written without it, it stays where
   * it is, and goes back by itself when that one has been answered: neither would carry the other. Then the answer is undefined.
   */
  retry(entry: EntryId): Promise<Result<JournalEntry | undefined, JournalFailure>>;
  close(): void;
}

/**
 * Watches over an outbox for the entries that go back into it.
 *
 * Of one record each waiting entry must carry those before it. So an entry goes back only when nothing of its record waits, and then it
 * is the state of its record on this device again: what is written next is written on top of it. `inTurn` is the line of the commands: none of
 * them may have read the state of before, and write behind it.
 */
export function createPutBack(outbox: Outbox, records: Pick<LocalRecords, 'save'>, inTurn: Turns): PutBack {
  /** Refused entries that are to be sent again when nothing else of their record waits; those of an earlier run the journal has. */
  const wanted = new Set(
    outbox.entries().flatMap(({ entry, refusal }) => (refusal?.again === true ? [entry] : [])),
  );
  const refusedOf = (name: EntryId) =>
    outbox.entries().find(({ entry, refusal }) => entry === name && refusal !== undefined);
  const isAlone = ({ collection, record }: JournalEntry) =>
    outbox.waitingFor(collection, record.id).length === 0;

  async function putBack(name: EntryId): Promise<Result<JournalEntry | undefined, JournalFailure>> {
    const refused = refusedOf(name);
    if (refused && !isAlone(refused)) {
      await outbox.noteAgain(name);
      return ok(undefined);
    }
    const again = await outbox.putBack(name);
    // What the disk did not take goes back with the next change: it was promised.
    if (again.ok) wanted.delete(name);
    if (again.ok && again.value) await records.save([again.value]);
    return again;
  }

  const watching = outbox.entries$.subscribe(() => {
    for (const name of wanted) {
      const refused = refusedOf(name);
      // Thrown away meanwhile, or sent again by somebody else.
      if (!refused) wanted.delete(name);
      else if (isAlone(refused)) void inTurn(() => putBack(name)).catch(() => undefined);
    }
  });

  return {
    retry(name) {
      wanted.add(name);
      return inTurn(() => putBack(name));
    },
    close: () => watching.unsubscribe(),
  };
}
