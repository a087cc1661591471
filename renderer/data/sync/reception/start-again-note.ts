import { PROTOCOL_VERSION } from '../../../../domain/protocol/version.ts';
import type { CollectionName } from '../../../../domain/record/collection-names.ts';
import type { DeviceMemory } from '../../device-memory.ts';

/** Remembers across restarts that a collection must be read from the beginning. */
export interface StartAgainNote {
  isWanted(): boolean;
  want(): void;
  /** Something has come that this version of the app cannot read: the next version reads all of it again, and not before. */
  wantAfterUpdate(): void;
  /** Resolves when the disk has what the next version is to do; fails where it does not take it. */
  written(): Promise<void>;
  forget(): void;
}

/** Every shape that the app reads is of a version of the protocol: another one may read what this one sets aside. */
const THIS_VERSION = String(PROTOCOL_VERSION);

/** The note of one collection. What was set aside is behind the checkpoint by now, and would never be asked for again. */
export function createStartAgainNote(
  memory: DeviceMemory,
  databaseName: string,
  collection: CollectionName,
): StartAgainNote {
  const again = `${databaseName}.again.${collection}`;
  const unreadIn = `${databaseName}.unreadIn.${collection}`;
  const want = () => memory.set(again, 'yes');
  const version = memory.get(unreadIn);
  if (version !== undefined && version !== THIS_VERSION) {
    want();
    memory.delete(unreadIn);
  }
  return {
    isWanted: () => memory.get(again) !== undefined,
    want,
    wantAfterUpdate: () => memory.set(unreadIn, THIS_VERSION),
    written: async () => await memory.written(unreadIn),
    forget: () => memory.delete(again),
  };
}
