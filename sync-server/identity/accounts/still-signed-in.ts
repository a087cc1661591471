import { RequestFailure } from '../../base/request-failure.ts';
import type { AccountReader } from '../../storage/contract/accounts.ts';
import type { SchoolReader } from '../../storage/contract/storage.ts';
import type { SignedIn } from './authenticate.ts';

/**
 * Ends an act whose author's session has ended while it was prepared (passwords are hashed, files are read): looked at in the
 * transaction that writes, so that nothing is written after a block.
 *
 * @throws RequestFailure `notSignedIn`; the transaction that it is thrown in writes nothing
 */
export async function requireSession(reader: AccountReader, who: SignedIn): Promise<void> {
  const sessions = await reader.sessionsOf([who.username]);
  requireLiving(sessions.find(({ id }) => id === who.session));
}

/** The same in a transaction of the school. */
export async function requireSchoolSession(reader: SchoolReader, who: SignedIn): Promise<void> {
  requireLiving(await reader.session(who.session));
}

function requireLiving(session: { readonly endReason: unknown } | undefined): void {
  if (session?.endReason !== null)
    throw new RequestFailure({ kind: 'notSignedIn', message: 'The session has ended' });
}
