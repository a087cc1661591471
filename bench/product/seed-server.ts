import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import { hashPassword } from '../../sync-server/identity/passwords/password-hash.ts';
import { createRosterStore } from '../../sync-server/office/import/roster-store.ts';
import { openStorage } from '../../sync-server/storage/open.ts';
import { PASSWORD, RECORDED_AT, SCHOOL, SERVER_START, type BenchSchool } from '../school/bench-school.ts';
import { rosterRecords } from '../school/roster-records.ts';
import { deviceOf } from './sign-in.ts';

const RECORDS_AT_ONCE = 2000;

/** Writes a school and its accounts into a server's data folder, through the services that the roster import uses. */
export async function seedServer(
  folder: string,
  school: BenchSchool,
  more: readonly RegisterRecord[] = [],
  roster = rosterRecords(school),
): Promise<void> {
  const storage = openStorage(folder);
  const store = createRosterStore(storage, { now: () => Date.parse(SERVER_START) - 1000 });
  const records = [...roster, ...more];
  for (let from = 0; from < records.length; from += RECORDS_AT_ONCE)
    await store.write(SCHOOL, records.slice(from, from + RECORDS_AT_ONCE));
  const passwordHash = await hashPassword(PASSWORD);
  await store.saveAccounts(
    school.teachers.map(({ person, username }) => ({ school: SCHOOL, person, username, passwordHash })),
  );
  // Their devices have been signed in since the year began: what they bring was written on them, and is not taken for backdated.
  await storage.transaction(SCHOOL, async (transaction) => {
    for (const teacher of school.teachers)
      await transaction.saveDeviceMoment({
        person: teacher.person,
        deviceId: deviceOf(teacher),
        since: RECORDED_AT,
        deliveredAt: null,
        earlierContactAt: null,
        contactAt: null,
        returningSince: null,
      });
  });
  await storage.close();
}
