import type { Result } from '../../base/result.ts';
import type { ActFailure } from './act-failures.ts';
import type { DeviceAccount } from './device-account.ts';
import type { LostEntries, RemovalFailure, UnsentCount } from './unsent-entries.ts';
import type { AccountRef } from '../endpoints/session/session.ts';

/** What the page can ask about the accounts that have data on this device. */
export interface AccountsVerbs {
  deviceAccounts(): readonly DeviceAccount[];
  /** Hands what waits of a blocked account to the office (docs/adr/0009); `code` consents, `opens` opens it where the password does not. */
  handOver(
    request: AccountRef & { readonly password: string; readonly code?: string; readonly opens?: string },
  ): Result<{ readonly entries: number }, ActFailure>;
  /** What an account has here that has not arrived: asked anew whenever it is shown. */
  unsentEntries(account: AccountRef): UnsentCount;
  /** Wipes an account from this device. Refused where it would lose more entries than the person has agreed to. */
  removeAccount(request: AccountRef & { readonly confirmed: number }): Result<null, RemovalFailure>;
  /** Entries of any account of this device that nothing opens any more. */
  lostEntries(): readonly LostEntries[];
  /** Removes them for good: those of the open account, or of one whose key is gone. */
  forgetLost(request: { readonly folder: string; readonly confirmed: number }): Result<null, RemovalFailure>;
}

/** Their names; the compiler demands each. */
export const ACCOUNTS_VERBS: Readonly<Record<keyof AccountsVerbs, true>> = {
  deviceAccounts: true,
  handOver: true,
  unsentEntries: true,
  removeAccount: true,
  lostEntries: true,
  forgetLost: true,
};
