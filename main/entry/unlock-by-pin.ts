import { pinFault } from '../../domain/base/passwords/pin-rules.ts';
import { fail, ok, type Result } from '../../domain/base/result.ts';
import type { ActFailure } from '../../domain/protocol/bridge/act-failures.ts';
import type { Admission, Entered, EntryParts } from './admission.ts';

/** The PIN of the open account, and the way in with it. Not for concurrent callers. */
export interface PinEntry {
  /** Sets the PIN of the open account, or removes it; the password proves who asks. */
  setPin(pin: string | null, password: string): Promise<Result<null, ActFailure>>;
  /** Opens the account that was locked last. */
  unlockWithPin(pin: string): Promise<Entered>;
}

/** Creates the way in by PIN. */
export function createPinEntry(parts: EntryParts & { readonly admission: Admission }): PinEntry {
  const { accounts, keys, attempts, session, pins, admission } = parts;
  return {
    setPin: async (pin, password) => {
      const current = session.account();
      const account = current && (await accounts.find(current.identity));
      if (current === undefined || account === undefined) return fail({ kind: 'notSignedIn' });
      const fault = pin === null ? undefined : pinFault(pin);
      if (fault !== undefined) return fail({ kind: 'weakPassword', reason: fault });
      const folder = accounts.folder(current.identity);
      const wait = await attempts.waitSeconds(folder);
      if (wait > 0) return fail({ kind: 'tooManyAttempts', waitSeconds: wait });
      await attempts.begin(folder);
      const key = await keys.databaseKey(account, password);
      if (key === undefined) return fail({ kind: 'wrongPassword' });
      key.fill(0);
      await attempts.succeed(folder);
      // Locked while the password was tried: the key is about to be overwritten.
      if (session.account() !== current) return fail({ kind: 'notSignedIn' });
      await pins.set(current, pin);
      return ok(null);
    },
    unlockWithPin: async (pin) => {
      const state = session.state();
      if (!pins.works()) session.endPin();
      if (state.kind !== 'locked' || !pins.works()) return fail({ kind: 'passwordNeeded' });
      const reopened = await pins.open(pin);
      if (reopened === 'gone') return fail({ kind: 'passwordNeeded' });
      if (reopened === 'wrong') return fail({ kind: 'wrongCredentials' });
      const account = await accounts.find(reopened.identity);
      if (account === undefined) return fail({ kind: 'noLocalData' });
      const opened = await keys.reopen(account, reopened.databaseKey, reopened.portfolio);
      return await admission.enterLocally(account, opened, undefined);
    },
  };
}
