import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { toInstant, toSchoolId } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { Identity, SessionTokens, SignInRequest } from '../../../domain/protocol/session.ts';
import { parseUsername } from '../../../domain/rules/username.ts';
import { createHashQueue } from '../../auth/hash-queue.ts';
import { hashPassword, verifyPassword } from '../../auth/password-hash.ts';
import { newRefreshToken, newSuccessorSalt, refreshTokenHash } from '../../auth/refresh-token.ts';
import type { Account, Profile } from '../../storage/accounts.ts';
import type { Session } from '../../storage/storage.ts';
import { admit, attemptKeys, forgive, withdraw } from './attempt-limits.ts';
import { identityOf } from './identity.ts';
import type { SessionContext } from './session-context.ts';

/** Signs a member of staff in with a password, from an address. */
export type SignIn = (request: SignInRequest, address: string) => Promise<Result<SessionTokens, Failure>>;

/** Two hashes at once keep two cores busy; sixty wait at most about a second. */
const HASHES_AT_ONCE = 2;
const HASHES_WAITING = 60;
/** Tries are counted above the schools: most usernames do not say to which school they belong, and no school has this code. */
const NO_SCHOOL = toSchoolId('0000');

interface Found {
  readonly account: Account;
  readonly profile: Profile;
  readonly identity: Identity;
}

/**
 * Sign-in with equal answers and equal work for known and unknown names: every admitted try costs one password hash and ends in the
 * same failure, whether the name, the password or the person's employment is missing.
 */
export function createSignIn(context: SessionContext): SignIn {
  const { storage, tokens, now } = context;
  const inTurn = createHashQueue(HASHES_AT_ONCE, HASHES_WAITING);
  const decoy = hashPassword(randomUUID());

  return async (request, address) => {
    const name = parseUsername(request.username);
    const username = name?.username ?? request.username.trim().toUpperCase();
    const keys = attemptKeys(username, address);
    const admission = await storage.transaction(NO_SCHOOL, (transaction) => admit(transaction, keys, now()));
    if (admission.waitSeconds > 0) return fail(failure('tooManyAttempts', admission.waitSeconds));
    if (admission.delayMs > 0) await setTimeout(admission.delayMs);
    const settle = async (change: typeof forgive) => {
      await storage.transaction(NO_SCHOOL, (transaction) => change(transaction, keys));
    };
    try {
      const result = await judge(username, request);
      if (result.ok) await settle(forgive);
      else if (result.failure.kind !== 'wrongCredentials') await settle(withdraw);
      return result;
    } catch (error) {
      // What went wrong is the server's: it must not count as a wrong password, and is told whether or not that can be noted.
      await settle(withdraw).catch(() => undefined);
      throw error;
    }
  };

  async function judge(
    username: string,
    { password, device }: SignInRequest,
  ): Promise<Result<SessionTokens, Failure>> {
    const found = await find(username);
    const expected = found?.profile.password.hash ?? (await decoy);
    const isRight = await inTurn(() => verifyPassword(password, expected));
    if (isRight === undefined) return fail(failure('unavailable', 2));
    if (!isRight || !found) return fail(failure('wrongCredentials'));
    const identity = await identityOf(context, found.account);
    if (!identity) return fail(failure('wrongCredentials'));
    return ok(await openSession({ ...found, identity }, device));
  }

  async function find(username: string): Promise<Omit<Found, 'identity'> | undefined> {
    return await storage.accounts.read(async (reader) => {
      const account = await reader.account(username);
      const profile = account && (await reader.profile(account.profile));
      return account && profile ? { account, profile } : undefined;
    });
  }

  async function openSession(
    { account, identity }: Found,
    device: SignInRequest['device'],
  ): Promise<SessionTokens> {
    const at = now();
    const { school, username, person, kind, pupil } = account;
    const session: Session = {
      id: randomUUID(),
      username,
      person,
      kind,
      ...(pupil === undefined ? {} : { pupil }),
      deviceId: device.id,
      deviceName: device.name,
      createdAt: at,
      lastUsedAt: at,
      endReason: null,
    };
    const refreshToken = newRefreshToken(school);
    await storage.transaction(school, async (transaction) => {
      await transaction.saveSession(session);
      await transaction.saveRefreshToken({
        hash: refreshTokenHash(refreshToken),
        session: session.id,
        issuedAt: at,
        usedAt: null,
        salt: newSuccessorSalt(),
      });
    });
    const accessToken = await tokens.sign({ school, person: account.person, session: session.id });
    return {
      accessToken,
      expiresIn: tokens.lifetimeSeconds,
      refreshToken,
      identity,
      serverTime: toInstant(now()),
    };
  }
}

function failure(kind: Failure['kind'], retryAfter?: number): Failure {
  const messages: Partial<Record<Failure['kind'], string>> = {
    wrongCredentials: 'Wrong username or password',
    tooManyAttempts: 'Too many attempts',
    unavailable: 'Too many people are signing in',
  };
  return { kind, message: messages[kind] ?? kind, ...(retryAfter === undefined ? {} : { retryAfter }) };
}
