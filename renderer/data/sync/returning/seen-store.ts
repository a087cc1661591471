import type { DeviceMemory } from '../../device-memory.ts';
import { openAll, sealAll } from '../../store/sealed-json.ts';

/** What a device remembers of the server's store, across restarts; it says nothing about people. */
export interface SeenStore {
  /** The server's newest link of how far this device has seen the school's history. */
  seen(): string | undefined;
  note(seen: string): void;
  /** Resolves when what has been noted so far is on the disk, or the disk has refused it: a full one must not keep entries from leaving. */
  written(): Promise<void>;
  /** The store was put back from an older copy, and what it has lost has not been found out yet. */
  isReturning(): boolean;
  /** The server itself has said so since the register was opened: a note on the disk alone sends nothing. */
  isConfirmed(): boolean;
  /** How often the store was found to be another one since the register was opened. */
  returns(): number;
  /** The store has turned out to be another one. */
  begin(): void;
  end(): void;
}

/** What lies on the disk: while the store is another one, the seen link that it does not know, until all that it lacks is found. */
interface Note {
  readonly seen?: string;
  readonly isReturning: boolean;
}

const NOTHING: Note = { isReturning: false };

/**
 * Opens what is remembered for the database of an account, sealed with its key and bound to the database: a note that was written or
 * moved here by hand does not open, and counts as none. A note of before that is put back opens: its link goes to the server first,
 * and nothing is looked for unless that one lacks the link (docs/adr/0012).
 */
export async function openSeenStore(
  memory: DeviceMemory,
  databaseName: string,
  key: CryptoKey,
): Promise<SeenStore> {
  const name = `${databaseName}.seen`;
  const boundTo = JSON.stringify(['store proof', databaseName]);
  const [opened] = await openAll(key, [{ boundTo, sealed: memory.get(name) }]);
  // What opens was sealed by the lines below.
  const noted = opened === undefined ? NOTHING : (opened as Note);
  let { seen, isReturning } = noted;
  let lost = isReturning ? seen : undefined;
  let returns = isReturning ? 1 : 0;
  let isConfirmed = false;
  let writing: Promise<void> = Promise.resolve();

  async function write(note: Note): Promise<void> {
    const [sealed] = await sealAll(key, [{ boundTo, value: note }]);
    if (sealed === undefined) return;
    memory.set(name, sealed);
    await memory.written(name);
  }

  function keep(): void {
    const known = isReturning ? lost : seen;
    const note: Note = { ...(known === undefined ? {} : { seen: known }), isReturning };
    // One after the other: the newest must be the last. A note that cannot be kept is found out again.
    writing = writing.then(() => write(note)).catch(() => undefined);
  }

  return {
    seen: () => seen,
    note(newest) {
      if (newest === seen) return;
      seen = newest;
      if (!isReturning) keep();
    },
    written: () => writing,
    isReturning: () => isReturning,
    isConfirmed: () => isConfirmed,
    returns: () => returns,
    begin() {
      returns += 1;
      isConfirmed = true;
      if (isReturning) return;
      isReturning = true;
      lost = seen;
      keep();
    },
    end() {
      isReturning = false;
      isConfirmed = false;
      lost = undefined;
      keep();
    },
  };
}
