import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import type { StoredVersion } from '../../storage/contract/storage.ts';

const known = new WeakMap<StoredVersion, RegisterRecord>();

/** What a version says; read once, however many rows of a request look at the same history. */
export function recordOfVersion(version: StoredVersion): RegisterRecord {
  const record = known.get(version) ?? storedRecord(version.json);
  known.set(version, record);
  return record;
}
