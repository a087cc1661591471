import type { Account } from '../../storage/contract/accounts.ts';
import type { IdentityContext } from '../accounts/identity-context.ts';
import { countingData, snapshotDataOf, type OpeningData } from './record-trust.ts';

/** What the school's record says of an account's person, confirmed or not. */
export async function recordDataOf(
  { storage, snapshots }: Pick<IdentityContext, 'storage' | 'snapshots'>,
  { school, person }: Pick<Account, 'school' | 'person'>,
): Promise<OpeningData> {
  const snapshot = await storage.read(school, (reader) => snapshots.at(school, reader));
  return snapshotDataOf(snapshot, person);
}

/** What counts of the school's record of an account's person: without what nobody has confirmed yet. Opens transactions of its own. */
export async function countingDataOf(
  { storage, snapshots }: Pick<IdentityContext, 'storage' | 'snapshots'>,
  { school, person }: Pick<Account, 'school' | 'person'>,
): Promise<OpeningData> {
  const data = await recordDataOf({ storage, snapshots }, { school, person });
  const change = await storage.accounts.read((reader) => reader.recordChange(school, person));
  return countingData(data, change);
}
