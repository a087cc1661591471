import { randomBytes } from 'node:crypto';
import { toEntryId, toInstant } from '../../../domain/base/ids.ts';
import { uuidV7 } from '../../../domain/base/uuid-v7.ts';
import type { School } from '../../../domain/records/school.ts';
import type { RosterStore } from '../../roster/roster-store.ts';
import type { SignedIn } from '../session/authenticate.ts';
import type { Office } from './office.ts';

/** Writes one more version of the school's record, in the clerk's name; devices learn of it as of any other. */
export async function writeSchool(
  store: RosterStore,
  who: SignedIn,
  { school, at }: Office,
  record: School,
): Promise<void> {
  const entry = toEntryId(uuidV7(at, randomBytes(10)));
  await store.write(school, [{ ...record, author: who.person, entry, recordedAt: toInstant(at) }]);
}
