import type { EntryId } from '../../../../domain/base/ids.ts';
import type { JournalEntry } from '../../../../domain/protocol/bridge/journal.ts';
import { SYNC_LIMITS } from '../../../../domain/protocol/endpoints/register/sync.ts';
import type { Transport } from '../line/transport.ts';
import type { Outbox } from '../queue/outbox.ts';
import type { ArrivedBefore } from '../queue/sender.ts';
import { ownPlaceOf } from './held-places.ts';

/**
 * Of a record the newest entry alone goes out. Where an earlier run had sent one that it carries, and did not hear the answer, that one
 * stands at the server: sent as if it did not, the newest would be a word against it, and what it takes back would stay.
 */
export function createArrivedBefore(
  outbox: Pick<Outbox, 'entries' | 'carriedBy'>,
  transport: Pick<Transport, 'ask'>,
): ArrivedBefore {
  const ofBefore = new Set(outbox.entries().map(({ entry }) => entry));
  const carriedBy = ({ entry }: JournalEntry) =>
    outbox.carriedBy(entry).filter((one) => ofBefore.has(one.entry));
  let asked: Promise<ReadonlySet<EntryId> | undefined> | undefined;

  async function ask(): Promise<ReadonlySet<EntryId> | undefined> {
    const carried = new Set(outbox.entries().flatMap(carriedBy));
    const places = [...carried].flatMap(ownPlaceOf);
    const arrived = new Set(places.map(({ entry }) => entry));
    for (let start = 0; start < places.length; start += SYNC_LIMITS.heldEntries) {
      const missing = await transport.ask(places.slice(start, start + SYNC_LIMITS.heldEntries));
      if (!missing) {
        asked = undefined;
        return undefined;
      }
      for (const entry of missing) arrived.delete(entry);
    }
    return arrived;
  }

  return {
    isOpen: (entry) => carriedBy(entry).length > 0,
    async baseOf(entry) {
      const arrived = await (asked ??= ask());
      if (!arrived) return undefined;
      // The newest of them comes first.
      return carriedBy(entry).find((one) => arrived.has(one.entry))?.record ?? entry.assumed;
    },
  };
}
