import type { EntryId } from '../../../domain/base/ids.ts';
import type { SaidReason } from '../../../domain/grades/said-value.ts';
import { kindOf, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import type { WriteFacts } from '../../../domain/school/write-facts.ts';
import type { Batch, FactsBatch } from '../../register/batch/batch.ts';

/** Reads the entry that is said to have given the reason of a correction (D78). */
export async function readNamed(batch: Batch, next: RegisterRecord): Promise<void> {
  const entry = namedIn(next);
  if (entry !== undefined) await batch.versionOfEntry(entry);
}

/** What the server has of it: of whose entry it is, on which record, and which reason it gave. */
export function namedReason(
  { readVersion }: Pick<FactsBatch, 'readVersion'>,
  record: RegisterRecord,
): Pick<WriteFacts, 'reasonNamed'> {
  const entry = namedIn(record);
  const version = entry === undefined ? undefined : readVersion(entry);
  if (!version) return {};
  const { id, author, json } = version;
  return { reasonNamed: { record: id, author, ...reasonIn(storedRecord(json)) } };
}

/** The entry that a record names, where that is not its own. */
function namedIn(record: RegisterRecord): EntryId | undefined {
  const { entry } = reasonIn(record);
  return entry === record.entry ? undefined : entry;
}

function reasonIn(record: RegisterRecord): SaidReason {
  return kindOf(record).reasonOf?.(record) ?? {};
}
