import type { Result } from '../../../base/result.ts';
import type { ActFailure } from '../act-failures.ts';
import type { DeviceAccount } from '../device-account.ts';
import type { LostEntries, RemovalFailure, UnsentCount } from '../unsent-entries.ts';
import { account, code, confirmed, password, request } from './verb-values.ts';
import { verb } from './verb.ts';

/** What the page can ask about the accounts that have data on this device. */
export const accountsVerbs = {
  deviceAccounts: verb().answers<readonly DeviceAccount[]>(),
  /** Hands what waits of a blocked account to the office (docs/adr/0009); `code` consents, `opens` opens it where the password does not. */
  handOver: verb(request({ ...account, password }, { code, opens: password })).answers<
    Result<{ readonly entries: number }, ActFailure>
  >({ kind: 'internal' }),
  /** What an account has here that has not arrived: asked anew whenever it is shown. */
  unsentEntries: verb(request(account)).answers<UnsentCount>(),
  /** Wipes an account from this device. Refused where it would lose more entries than the person has agreed to. */
  removeAccount: verb(request({ ...account, confirmed })).answers<Result<null, RemovalFailure>>({
    kind: 'internal',
    unsent: 0,
  }),
  /** Entries of any account of this device that nothing opens any more. */
  lostEntries: verb().answers<readonly LostEntries[]>(),
  /** Removes them for good: those of the open account, or of one whose key is gone. */
  forgetLost: verb(request({ folder: { type: 'string', minLength: 1, maxLength: 255 }, confirmed })).answers<
    Result<null, RemovalFailure>
  >({ kind: 'internal', unsent: 0 }),
};
