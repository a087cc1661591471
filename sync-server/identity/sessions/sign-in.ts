import { fail, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { SignInAnswer, SignInRequest } from '../../../domain/protocol/endpoints/session/session.ts';
import { parseEmailAddress } from '../../../domain/people/email-address.ts';
import { plainName } from '../../../domain/people/username.ts';
import type { Account, AccountReader, Profile } from '../../storage/contract/accounts.ts';
import { asOfficePassword } from '../passwords/office-password.ts';
import { advance, busy, wrongCredentials } from './advance.ts';
import { PASSWORD_RULES } from '../tries/attempt-limits.ts';
import { withTodaysCost } from '../accounts/raise-cost.ts';
import { identityOf, type IdentitySource } from '../accounts/identity.ts';
import { NO_SCHOOL } from '../tries/limited-tries.ts';
import type { IdentityContext } from '../accounts/identity-context.ts';

/** Signs somebody in with a password, from an address: with a username or with a confirmed e-mail address. */
export type SignIn = (request: SignInRequest, address: string) => Promise<Result<SignInAnswer, Failure>>;

/** An account and what its password is checked with. */
export interface KnownAccount {
  readonly account: Account;
  readonly profile: Profile;
}

/**
 * Sign-in with equal answers and equal work for known and unknown names: every admitted try costs one password hash and one write, and
 * ends in the same failure, whether the name, the password or the person's employment is missing.
 */
export function createSignIn(context: IdentityContext): SignIn {
  return async ({ username: typed, password, device }, address) => {
    const name = loginName(typed);
    return await context.tries({ name, address, rules: PASSWORD_RULES }, async () => {
      const found = await context.storage.accounts.read((reader) => findByLogin(reader, name));
      const tried = found ? asOfficePassword(password, found.profile.password) : password;
      const isRight = await context.passwords.verify(tried, found?.profile.password.hash);
      if (isRight === undefined) return fail(busy);
      if (isRight && found) {
        const profile = await withTodaysCost(context, found.profile, password);
        const by = profile.password.origin === 'office' ? 'officePassword' : 'password';
        const proofs = [{ by, profile: profile.id, at: context.now() } as const];
        return await advance(context, {
          account: await firstThatOpens(context, found),
          profile,
          device,
          proofs,
        });
      }
      await noteFailure(context, found?.accounts[0]);
      return fail(wrongCredentials);
    });
  };
}

/** The one spelling of what was typed as a name: tries are counted and accounts found by it. */
export function loginName(typed: string): string {
  return parseEmailAddress(typed) ?? plainName(typed) ?? typed.trim();
}

/** What a name stands for: a profile, and those of its accounts that are meant. */
export interface Meant {
  readonly profile: Profile;
  /** At least one: those used last come first, and blocked ones last. */
  readonly accounts: readonly [Account, ...Account[]];
}

/** The account of a username, or the accounts of a confirmed address. A school pass opens none (S14). */
export async function findByLogin(reader: AccountReader, name: string): Promise<Meant | undefined> {
  const direct = await reader.account(name);
  const profile = direct ? await reader.profile(direct.profile) : await reader.profileByEmail(name);
  if (!profile) return undefined;
  const [first, ...others] = direct ? [direct] : lastUsedFirst(await reader.accountsOfProfile(profile.id));
  return first && { profile, accounts: [first, ...others] };
}

/**
 * Of several accounts the one used last _that opens_: a child who has left must not shut its parent out of the others (S16, S28, S32). The
 * one used last where none does. To be asked once the password was right, or where nothing can be told from the time that it takes.
 */
export async function firstThatOpens(
  source: IdentitySource,
  { accounts }: Pick<Meant, 'accounts'>,
): Promise<Account> {
  for (const account of accounts) if (await identityOf(source, account)) return account;
  return accounts[0];
}

function lastUsedFirst(accounts: readonly Account[]): readonly Account[] {
  const rank = ({ state, lastSignInAt = 0 }: Account) =>
    state === 'blocked' ? lastSignInAt - Number.MAX_SAFE_INTEGER : lastSignInAt;
  return accounts.toSorted((a, b) => rank(b) - rank(a));
}

/** Notes a failed try under the account; for a name without one it writes as much elsewhere, so that both take as long. */
export async function noteFailure(
  { storage, now }: Pick<IdentityContext, 'storage' | 'now'>,
  account: Account | undefined,
): Promise<void> {
  const at = now();
  if (!account) {
    const attempts = { failures: 1, lastFailedAt: at };
    await storage.transaction(NO_SCHOOL, (transaction) => transaction.saveAttempts('nobody', attempts));
    return;
  }
  const { school, username } = account;
  await storage.accounts.transaction((transaction) =>
    transaction.addEvent({ at, school, username, act: 'signInFailed', details: {} }),
  );
}
