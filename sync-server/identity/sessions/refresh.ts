import { toInstant, type SchoolId } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { EndSessionRequest } from '../../../domain/protocol/endpoints/session/end-session.ts';
import type { Identity, SessionTokens } from '../../../domain/protocol/endpoints/session/session.ts';
import { newSuccessorSalt, refreshTokenHash, schoolOfToken, successorOf } from '../tokens/refresh-token.ts';
import type { EndReason, RefreshToken, Session } from '../../storage/contract/session.ts';
import type { SchoolTransaction } from '../../storage/contract/storage.ts';
import { accountBlocked } from './advance.ts';
import { identityOf } from '../accounts/identity.ts';
import type { SessionContext } from '../accounts/identity-context.ts';

/** Exchanges a refresh token for its successor and an access token. */
export type Refresh = (refreshToken: string) => Promise<Result<SessionTokens, Failure>>;
/** Ends the session of a refresh token, or of the hash of one; silent about those that are none. */
export type SignOut = (request: EndSessionRequest) => Promise<void>;

/** A device that was not seen for so long signs in again: longer than a summer. */
const UNUSED_SESSION_MS = 120 * 86_400_000;

/** Who a token's account is now: nobody, somebody, or one whom the school has blocked. */
interface Standing {
  readonly identity?: Identity;
  readonly isBlocked?: boolean;
}

interface Ended {
  readonly ended: string;
  readonly reason: EndReason;
}

interface Renewed {
  readonly refreshToken: string;
  readonly session: Session;
  readonly identity: Identity;
}

/**
 * Refresh with rotation. A token that was exchanged before and comes again gets the same successor as long as nobody has used that one:
 * the answer was lost on the line, or the device lost power before it had written it down, however long ago. Once the successor has
 * been used, the token has been copied, and its whole family dies.
 */
export function createRefresh(context: SessionContext): Refresh {
  const { storage, tokens, now, onEnded } = context;

  return async (refreshToken) => {
    const school = schoolOfToken(refreshToken);
    if (!school) return fail(notSignedIn);
    const standing = await standingOf(school, refreshToken);
    const outcome = await storage.transaction(school, (transaction) =>
      renew(transaction, school, refreshToken, standing),
    );
    if (outcome === undefined) return fail(notSignedIn);
    if ('ended' in outcome) {
      onEnded(school, outcome.ended);
      return fail(outcome.reason === 'blocked' ? accountBlocked : { ...notSignedIn, reason: outcome.reason });
    }
    const { session } = outcome;
    const accessToken = await tokens.sign({ school, person: session.person, session: session.id });
    return ok({
      accessToken,
      expiresIn: tokens.lifetimeSeconds,
      refreshToken: outcome.refreshToken,
      identity: outcome.identity,
      serverTime: toInstant(now()),
    });
  };

  /** Who the token's account is now; read before the exchange, which is a transaction of one school alone. */
  async function standingOf(school: SchoolId, refreshToken: string): Promise<Standing> {
    const session = await storage.read(school, async (reader) => {
      const token = await reader.refreshToken(refreshTokenHash(refreshToken));
      return token && (await reader.session(token.session));
    });
    if (!session || session.endReason !== null) return {};
    const account = await storage.accounts.read((reader) => reader.account(session.username));
    if (!account || account.state === 'blocked') return { isBlocked: account !== undefined };
    const identity = await identityOf(context, account);
    return identity ? { identity } : {};
  }

  async function renew(
    transaction: SchoolTransaction,
    school: SchoolId,
    refreshToken: string,
    { identity, isBlocked = false }: Standing,
  ): Promise<Renewed | Ended | undefined> {
    const at = now();
    const token = await transaction.refreshToken(refreshTokenHash(refreshToken));
    const session = token && (await transaction.session(token.session));
    if (!token || !session) return undefined;
    // Whoever holds a token of an ended session was once signed in: the device may know why it ended.
    if (session.endReason !== null) return { ended: session.id, reason: session.endReason };
    const successor = successorOf(school, refreshToken, token.salt);
    const endReason = isBlocked
      ? 'blocked'
      : await reasonToEnd(transaction, token, session, { successor, identity, at });
    if (endReason !== undefined || !identity) {
      const reason = endReason ?? 'expired';
      await transaction.saveSession({ ...session, endReason: reason });
      return { ended: session.id, reason };
    }
    if (token.usedAt === null) {
      // The one before is kept: its second use would tell of a copy. Those before it gain nobody anything and are refused as unknown.
      await transaction.pruneRefreshTokens(session.id, token.issuedAt);
      await transaction.saveRefreshToken({ ...token, usedAt: at });
      await transaction.saveRefreshToken({
        hash: refreshTokenHash(successor),
        session: session.id,
        issuedAt: at,
        usedAt: null,
        salt: newSuccessorSalt(),
      });
      await transaction.saveSession({ ...session, lastUsedAt: at });
    }
    return { refreshToken: successor, session, identity };
  }
}

/** Sign-out: the session ends at once, and with it every token that came from it. */
export function createSignOut({ storage, onEnded }: SessionContext): SignOut {
  return async (request) => {
    const isToken = 'refreshToken' in request;
    const school = isToken ? schoolOfToken(request.refreshToken) : request.school;
    if (!school) return;
    const hash = isToken ? refreshTokenHash(request.refreshToken) : request.tokenHash;
    const ended = await storage.transaction(school, async (transaction) => {
      const token = await transaction.refreshToken(hash);
      const session = token && (await transaction.session(token.session));
      if (!session || session.endReason !== null) return undefined;
      await transaction.saveSession({ ...session, endReason: 'signedOut' });
      return session.id;
    });
    if (ended !== undefined) onEnded(school, ended);
  };
}

async function reasonToEnd(
  transaction: SchoolTransaction,
  token: RefreshToken,
  session: Session,
  now: { readonly successor: string; readonly identity: Identity | undefined; readonly at: number },
): Promise<EndReason | undefined> {
  const { successor, identity, at } = now;
  if (!identity || at - session.lastUsedAt > UNUSED_SESSION_MS) return 'expired';
  if (token.usedAt === null) return undefined;
  const next = await transaction.refreshToken(refreshTokenHash(successor));
  return next?.usedAt === null ? undefined : 'reuse';
}

const notSignedIn: Failure = { kind: 'notSignedIn', message: 'The session has ended' };
