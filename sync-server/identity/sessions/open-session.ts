import { randomUUID } from 'node:crypto';
import { toInstant } from '../../../domain/base/ids.ts';
import {
  operationNames,
  type OperationDetails,
} from '../../../domain/protocol/endpoints/office/operations.ts';
import type {
  Identity,
  SessionTokens,
  SignInRequest,
} from '../../../domain/protocol/endpoints/session/session.ts';
import { newRefreshToken, newSuccessorSalt, refreshTokenHash } from '../tokens/refresh-token.ts';
import type { Proof } from '../../storage/contract/session.ts';
import type { Account, AccountTransaction, PlacedSession, Profile } from '../../storage/contract/accounts.ts';
import { changeAccounts, isAsSeen } from '../accounts/account-change.ts';
import { mailFactsOf, mailTo } from '../../mail/mail-facts.ts';
import type { IdentityContext } from '../accounts/identity-context.ts';

/** A sign-in that has proved everything. */
export interface Opening {
  readonly account: Account;
  readonly identity: Identity;
  readonly device: SignInRequest['device'];
  /** The profile on which was decided that enough was proved. */
  readonly profile: Profile;
  /** What was proved; the session keeps it. */
  readonly proofs: readonly Proof[];
  /** What the register of operations says. */
  readonly act: 'signedIn' | 'switched';
}

/**
 * Opens a session. What was proved is looked at again in the transaction that opens it: between the proof and now the password may
 * have changed, a second factor may have been switched on, the account may have left the profile, or the office may have blocked it;
 * undefined then.
 */
export async function openSession(
  context: IdentityContext,
  { account: { username }, identity, device, profile: seen, proofs, act }: Opening,
): Promise<SessionTokens | undefined> {
  const { tokens, now } = context;
  const { school, person } = identity;
  const refreshToken = newRefreshToken(school);
  const id = randomUUID();
  const facts = await mailFactsOf(context, identity);
  const isOpen = await changeAccounts(context, async (transaction) => {
    const at = now();
    const account = await transaction.account(username);
    const profile = account && (await transaction.profile(account.profile));
    if (!account || !profile || !isAsSeen(profile, seen) || account.state === 'blocked') return false;
    const { kind, pupil } = account;
    const session: PlacedSession = {
      school,
      id,
      username,
      person,
      kind,
      ...(pupil === undefined ? {} : { pupil }),
      deviceId: device.id,
      deviceName: device.name,
      proofs,
      createdAt: at,
      lastUsedAt: at,
      endReason: null,
    };
    if (profile.email && (await isNewDevice(transaction, profile, device.id)))
      await context.postOffice.queue(transaction, {
        ...mailTo({ school, username }, profile.email.address),
        kind: 'signedInElsewhere',
        values: { ...facts, device: device.name },
      });
    await transaction.saveAccount({ ...account, lastSignInAt: at });
    await transaction.addEvent({
      at,
      school,
      username,
      by: username,
      act,
      details: { device: device.name, ...vouchedBy(proofs) },
    });
    const hash = refreshTokenHash(refreshToken);
    const token = { hash, session: id, issuedAt: at, usedAt: null, salt: newSuccessorSalt() };
    await transaction.openSession(session, token);
    return true;
  });
  if (!isOpen) return undefined;
  return {
    accessToken: await tokens.sign({ school, person, session: id }),
    expiresIn: tokens.lifetimeSeconds,
    refreshToken,
    identity,
    serverTime: toInstant(now()),
  };
}

/** Who vouched for the person, and with what: the register of operations names it (docs/adr/0013). */
function vouchedBy(proofs: readonly Proof[]): OperationDetails {
  const by = operationNames(
    'by',
    proofs.map((proof) => proof.by),
  );
  const provider = proofs.findLast((proof) => proof.by === 'provider');
  return provider ? { by, provider: provider.name, strong: provider.isStrong } : { by };
}

/** Whether somebody who has signed in before has never done so on this device. */
async function isNewDevice(
  transaction: AccountTransaction,
  profile: Profile,
  device: string,
): Promise<boolean> {
  const accounts = await transaction.accountsOfProfile(profile.id);
  const sessions = await transaction.sessionsOf(accounts.map(({ username }) => username));
  return sessions.length > 0 && sessions.every(({ deviceId }) => deviceId !== device);
}
