import { fail, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { SignInAnswer, SignInRequest } from '../../../domain/protocol/session.ts';
import { parseEmailAddress } from '../../../domain/rules/email-address.ts';
import { parseUsername } from '../../../domain/rules/username.ts';
import type { Account, AccountReader, Profile } from '../../storage/accounts.ts';
import { advance, busy, wrongCredentials } from './advance.ts';
import { PASSWORD_RULES } from './attempt-limits.ts';
import { withTodaysCost } from './raise-cost.ts';
import { NO_SCHOOL } from './limited-tries.ts';
import type { IdentityContext } from './session-context.ts';

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
      const isRight = await context.passwords.verify(password, found?.profile.password.hash);
      if (isRight === undefined) return fail(busy);
      if (isRight && found) {
        const { account } = found;
        const profile = await withTodaysCost(context, found.profile, password);
        return await advance(context, { account, profile, device, isProved: false, isVouched: false });
      }
      await noteFailure(context, found?.account);
      return fail(wrongCredentials);
    });
  };
}

/** The one spelling of what was typed as a name: tries are counted and accounts found by it. */
export function loginName(typed: string): string {
  return parseUsername(typed)?.username ?? parseEmailAddress(typed) ?? typed.trim().toUpperCase();
}

/**
 * The account that a username or a confirmed address opens. Of several it is the one used last, and one that is blocked only where all
 * are. A school pass opens none (S14).
 */
export async function findByLogin(reader: AccountReader, name: string): Promise<KnownAccount | undefined> {
  const direct = await reader.account(name);
  const owner = direct ? await reader.profile(direct.profile) : await reader.profileByEmail(name);
  if (!owner) return undefined;
  const account = direct ?? lastUsed(await reader.accountsOfProfile(owner.id));
  return account && { account, profile: owner };
}

function lastUsed(accounts: readonly Account[]): Account | undefined {
  const rank = ({ state, lastSignInAt = 0 }: Account) =>
    state === 'blocked' ? lastSignInAt - Number.MAX_SAFE_INTEGER : lastSignInAt;
  return [...accounts].sort((a, b) => rank(b) - rank(a))[0];
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
