import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { TokenSubject } from '../tokens/access-token.ts';
import type { AccountHolder } from '../../school/actor.ts';
import type { Session } from '../../storage/contract/session.ts';
import { toPlainText } from '../../base/plain-text.ts';
import type { SessionContext } from './identity-context.ts';

/** Who is behind a request, on which device. */
export interface SignedIn extends TokenSubject, AccountHolder {
  readonly username: string;
  /** The device as the history names it. */
  readonly device: string;
}

/** Finds out who is behind an access token; a session that has ended is refused at once, whatever the token's own lifetime. */
export type Authenticate = (accessToken: string) => Promise<Result<SignedIn, Failure>>;

/** Authentication by access token and living session. */
export function createAuthenticate({
  storage,
  tokens,
}: Pick<SessionContext, 'storage' | 'tokens'>): Authenticate {
  return async (accessToken) => {
    const verified = await tokens.verify(accessToken);
    if (!verified.ok) return fail({ kind: verified.failure, message: 'Access token not accepted' });
    const { school, person, session: id } = verified.value;
    const session = await storage.read(school, (reader) => reader.session(id));
    if (!session || session.endReason !== null || session.person !== person)
      return fail({ kind: 'notSignedIn', message: 'The session has ended' });
    const { username, kind, pupil } = session;
    const device = deviceLabel(session);
    return ok({ ...verified.value, username, kind, ...(pupil === undefined ? {} : { pupil }), device });
  };
}

/** Characters of a device's identity that the history shows. */
const SHOWN_OF_IDENTITY = 8;

/**
 * The device as the history names it, hashed with each link and kept beside it: a text that both know as the same. Whole characters are
 * cut, and sessions from before device ids had a pattern get the replacement character that SQLite would have put there.
 */
export function deviceLabel({ deviceId, deviceName }: Pick<Session, 'deviceId' | 'deviceName'>): string {
  const shown = Array.from(deviceId).slice(0, SHOWN_OF_IDENTITY).join('');
  return toPlainText(`${deviceName} (${shown})`);
}
