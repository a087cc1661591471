import type { DeviceMemory } from '../../device-memory.ts';

/** What a device remembers of the server's store, across restarts; it says nothing about people. */
export interface StoreProof {
  /** The server's newest proof of how far this device has seen the school's history. */
  seen(): string | undefined;
  note(seen: string): void;
  /** The store was put back from an older copy, and what it has lost has not been found out yet. */
  isReturning(): boolean;
  /** How often the store was found to be another one since the register was opened. */
  returns(): number;
  /** The store has turned out to be another one. */
  begin(): void;
  end(): void;
}

/** What is remembered for the database of an account. */
export function createStoreProof(memory: DeviceMemory, databaseName: string): StoreProof {
  const names = { seen: `${databaseName}.seen`, returning: `${databaseName}.returning` };
  let returns = memory.get(names.returning) === undefined ? 0 : 1;
  return {
    seen: () => memory.get(names.seen),
    note: (seen) => memory.set(names.seen, seen),
    isReturning: () => memory.get(names.returning) !== undefined,
    returns: () => returns,
    begin() {
      returns += 1;
      memory.set(names.returning, 'yes');
    },
    end: () => memory.delete(names.returning),
  };
}
