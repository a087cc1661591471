import type { RosterStore } from '../roster/roster-store.ts';
import type { DemoAccount } from './accounts.ts';
import type { DemoSchool } from './build-school.ts';

/** Writes demonstration schools and the accounts of all their staff and of some families into a store; answers the accounts worth printing. */
export async function loadSchools(
  store: RosterStore,
  schools: readonly DemoSchool[],
  hashPassword: (password: string) => Promise<string>,
): Promise<readonly DemoAccount[]> {
  for (const { school, password, records, staff, families } of schools) {
    await store.write(school, records);
    // One slow hash for the whole school: its password is printed anyway.
    const passwordHash = await hashPassword(password);
    await store.saveAccounts([
      ...staff.map(({ person, username }) => ({ school, person, username, passwordHash })),
      ...families.map((account) => ({ ...account, school, passwordHash })),
    ]);
  }
  return schools.flatMap((school) => school.accounts);
}
