import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { SessionTokens, SwitchRequest } from '../../../domain/protocol/endpoints/session/session.ts';
import { refreshTokenHash, schoolOfToken } from '../tokens/refresh-token.ts';
import type { Session } from '../../storage/contract/session.ts';
import { decide } from '../proofs/decide.ts';
import { targetOf } from '../proofs/target-of.ts';
import { blockedAccount, passwordOff } from './advance.ts';
import { identityOf } from '../accounts/identity.ts';
import { openSession } from './open-session.ts';
import type { IdentityContext } from '../accounts/identity-context.ts';
import { loginName } from './sign-in.ts';

/** Opens a session for another account of the same profile (S33). */
export type SwitchAccount = (request: SwitchRequest) => Promise<Result<SessionTokens, Failure>>;

/**
 * A second session beside the first, with tokens of its own: every act is noted under the account that did it. An account of another
 * profile and one that does not exist get the same answer.
 */
export function createSwitchAccount(context: IdentityContext): SwitchAccount {
  const { storage } = context;

  return async ({ refreshToken, username }) => {
    const session = await livingSession(refreshToken);
    if (!session) return fail({ kind: 'notSignedIn', message: 'The session has ended' });
    const found = await storage.accounts.read(async (reader) => {
      const own = await reader.account(session.username);
      const account = await reader.account(loginName(username));
      const profile = own && (await reader.profile(own.profile));
      return account && profile && account.profile === profile.id ? { account, profile } : undefined;
    });
    if (!found) return fail(notYours);
    const { account, profile } = found;
    if (account.state === 'blocked') return fail(blockedAccount(account));
    const identity = await identityOf(context, account);
    if (!identity) return fail(notYours);
    // What this session has proved goes over with it, and counts there only as far as it is about that account: for another person's, or
    // where that school asks for more, a sign-in is needed.
    const { proofs } = session;
    const decision = decide('switch', proofs, await targetOf(context, account, profile));
    if (decision.kind === 'no' && decision.reason === 'passwordOff') return fail(passwordOff);
    if (decision.kind !== 'yes') return fail(notYours);
    const device = { id: session.deviceId, name: session.deviceName };
    const tokens = await openSession(context, {
      account,
      identity,
      device,
      profile,
      proofs,
      act: 'switched',
    });
    return tokens ? ok(tokens) : fail(notYours);
  };

  /** The session of the newest token of its family: a token that was exchanged opens nothing more. */
  async function livingSession(refreshToken: string): Promise<Session | undefined> {
    const school = schoolOfToken(refreshToken);
    if (!school) return undefined;
    return await storage.read(school, async (reader) => {
      const token = await reader.refreshToken(refreshTokenHash(refreshToken));
      const session = token?.usedAt === null ? await reader.session(token.session) : undefined;
      return session?.endReason === null ? session : undefined;
    });
  }
}

const notYours: Failure = { kind: 'forbidden', message: 'Not an account of this profile' };
