import { randomUUID } from 'node:crypto';
import { must } from '../../../domain/base/assert.ts';
import { parseUsername } from '../../../domain/people/username.ts';
import type { NewAccount } from '../../roster/roster-store.ts';
import type { AccountTransaction, Profile } from '../../storage/contract/accounts.ts';
import { newSchoolPass } from '../accounts/school-pass.ts';

/** Saves an account whose owner has chosen a password already: those of demonstrations, tests and other systems. */
export async function saveActivated(
  transaction: AccountTransaction,
  { school, person, username, passwordHash, pupil, kind }: NewAccount,
  now: number,
): Promise<void> {
  const before = await transaction.account(username);
  const known = before && (await transaction.profile(before.profile));
  const profile: Profile = {
    createdAt: now,
    ...known,
    id: known?.id ?? randomUUID(),
    password: { hash: passwordHash, origin: 'owner', setAt: now },
  };
  await transaction.saveProfile(profile);
  await transaction.saveAccount({
    issuedAt: now,
    activatedAt: now,
    ...before,
    username,
    school,
    person,
    kind: kind ?? must(parseUsername(username), 'an account has a username').kind,
    ...(pupil === undefined ? {} : { pupil }),
    schoolPass: before?.schoolPass ?? (await newSchoolPass(transaction)),
    profile: profile.id,
    state: 'activated',
  });
}
