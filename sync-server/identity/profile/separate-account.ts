import { randomUUID } from 'node:crypto';
import type { Account, AccountTransaction } from '../../storage/contract/accounts.ts';
import { OF_THE_ACCOUNT } from '../../mail/message.ts';
import type { IdentityContext } from '../accounts/identity-context.ts';
import type { AfterCommit } from '../accounts/account-change.ts';

/** An account that leaves its portfolio, and who takes it out. */
export interface Separation {
  readonly account: Account;
  /** The hash of a password that nobody knows. */
  readonly unusableHash: string;
  readonly by: string;
}

/**
 * Takes an account out of its portfolio: it gets a profile of its own in the state in which the office issues it, with no password that
 * anybody knows until the office gives one. The caller has made sure that others remain.
 */
export async function separate(
  { now, postOffice }: Pick<IdentityContext, 'now' | 'postOffice'>,
  transaction: AccountTransaction,
  after: AfterCommit,
  { account, unusableHash, by }: Separation,
): Promise<void> {
  const at = now();
  // What was printed, and that somebody was reminded, was of credentials that have ended.
  const { activatedAt: _activated, letterPrintedAt: _printed, remindedAt: _reminded, ...rest } = account;
  const password = { hash: unusableHash, origin: 'office', setAt: at, expiresAt: at } as const;
  const profile = { id: randomUUID(), password, createdAt: at };
  await transaction.saveProfile(profile);
  const state = account.state === 'blocked' ? 'blocked' : 'issued';
  await transaction.saveAccount({ ...rest, profile: profile.id, state, issuedAt: at });
  await postOffice.cancel(transaction, account.username, OF_THE_ACCOUNT);
  after.ended(await transaction.endSessions([account.username], 'passwordChanged'));
  const { school, username } = account;
  await transaction.addEvent({ at, school, username, by, act: 'separated', details: {} });
  const others = await transaction.accountsOfProfile(account.profile);
  after.changed(others.map((other) => other.username));
}
