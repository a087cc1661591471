import type { EntryId } from '../../../../domain/base/ids.ts';
import type { DeviceMemory } from '../../device-memory.ts';
import { openAll, sealAll } from '../../store/sealed-json.ts';

/** The newest entries that the server has taken from this device, across restarts. */
export interface Acknowledged {
  has(entry: EntryId): boolean;
  /** Known at once, and on the disk within moments. */
  add(entry: EntryId): void;
}

/** More than are under way to the local store when the app ends; what arrived there carries the server's time itself. */
const KEPT = 1_000;

/**
 * Opens the note of what has arrived, sealed with the key of the account's database and bound to it. Between the server's answer and
 * the moment at which the local store has heard of it, this note alone tells an entry that arrived from a state that was withdrawn
 * before it was sent. An older note that is put back names nothing that had not arrived.
 */
export async function openAcknowledged(
  memory: DeviceMemory,
  databaseName: string,
  key: CryptoKey,
): Promise<Acknowledged> {
  const name = `${databaseName}.acknowledged`;
  const boundTo = JSON.stringify(['acknowledged', databaseName]);
  const [opened] = await openAll(key, [{ boundTo, sealed: memory.get(name) }]);
  // What opens was sealed by the lines below.
  const entries = new Set(opened === undefined ? [] : (opened as readonly EntryId[]));
  let isPlanned = false;
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    isPlanned = false;
    const [sealed] = await sealAll(key, [{ boundTo, value: [...entries] }]);
    if (sealed !== undefined) memory.set(name, sealed);
  }

  return {
    has: (entry) => entries.has(entry),
    add(entry) {
      entries.add(entry);
      for (const oldest of entries) {
        if (entries.size <= KEPT) break;
        entries.delete(oldest);
      }
      // All answers of a request are noted with one write.
      if (isPlanned) return;
      isPlanned = true;
      writing = writing.then(write).catch(() => undefined);
    },
  };
}
