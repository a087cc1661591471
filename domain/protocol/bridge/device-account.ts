import type { Instant } from '../../base/ids.ts';
import type { Identity } from '../endpoints/session/session.ts';

/** An account that has data on this device, for the list on the login page. */
export interface DeviceAccount {
  readonly identity: Identity;
  readonly lastUsedAt: Instant;
  /** Entries in the journal that the server has not acknowledged. */
  readonly unsent: number;
  /** Of these, entries that only an earlier password opens. */
  readonly setAside?: number;
  readonly byProvider?: true;
  /** The server has said that the office has closed the account. */
  readonly blocked?: true;
}
