import { fail, type Result } from '../../../domain/base/result.ts';
import type { NotPossibleReason } from '../../../domain/protocol/endpoints/account/account-reasons.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { Operation, OperationDetails } from '../../../domain/protocol/endpoints/office/operations.ts';
import type { Account, AccountReader, AccountTransaction, Profile } from '../../storage/contract/accounts.ts';
import type { SignedIn } from './authenticate.ts';

/** An account and its profile, read within a transaction. */
export async function ownProfile(
  reader: AccountReader,
  username: string,
): Promise<{ readonly account: Account; readonly profile: Profile } | undefined> {
  const account = await reader.account(username);
  const profile = account && (await reader.profile(account.profile));
  return profile && { account, profile };
}

/** Notes an act of somebody on the own account. */
export async function addOwnEvent(
  transaction: AccountTransaction,
  { school, username }: Pick<SignedIn, 'school' | 'username'>,
  at: number,
  act: Operation,
  details: OperationDetails = {},
): Promise<void> {
  await transaction.addEvent({ at, school, username, by: username, act, details });
}

/** The failure of an act that is not possible, with its reason. */
export function notPossible(
  reason: NotPossibleReason,
  message: string,
  retryAfter?: number,
): Result<never, Failure> {
  return fail({ kind: 'notPossible', message, reason, ...(retryAfter === undefined ? {} : { retryAfter }) });
}

/** Said where the account of a living session is gone, and of accounts that are not the asker's. */
export const noSuchAccount: Failure = { kind: 'forbidden', message: 'No such account' };

/** The password that an act was given is not the right one. */
export const wrongPassword: Failure = { kind: 'wrongPassword', message: 'Wrong password' };

/** Said to a session that has not proved enough: whoever signs in anew, with password and second factor, has. */
export const ownProofNeeded: Failure = {
  kind: 'notPossible',
  message: 'This session has not proved enough',
  reason: 'signInAgain',
};
