import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import type { StoredVersion } from '../../storage/contract/storage.ts';
import type { Batch } from './batch.ts';

/** The versions of a record up to the one that stood before a change, oldest first, as far as a decision looks. */
export async function versionsBefore(
  batch: Pick<Batch, 'versionsOf' | 'readVersionsOf'>,
  collection: CollectionName,
  { id, entry }: RegisterRecord,
): Promise<readonly StoredVersion[]> {
  const upTo = (versions: readonly StoredVersion[]) =>
    versions.slice(0, versions.findLastIndex((version) => version.entry === entry) + 1);
  // A merge has read them already.
  const known = upTo(batch.readVersionsOf(collection, id));
  return known.length > 0 ? known : upTo(await batch.versionsOf(collection, id));
}
