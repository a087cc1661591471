import type { SchoolId } from '../../domain/base/ids.ts';
import type { OpeningId } from '../../domain/protocol/bridge/journal.ts';
import type { Identity } from '../../domain/protocol/endpoints/session/session.ts';
import type { Journal } from '../journal/journal.ts';
import type { Portfolio } from './portfolio-keys.ts';

/** An account whose data can be read: only while it is open. */
export interface OpenAccount {
  readonly identity: Identity;
  readonly via?: SchoolId;
  /** Made with the journal object; a sign-in into the open account goes on with both. */
  readonly opening: OpeningId;
  readonly databaseName: string;
  readonly databaseKey: Buffer;
  readonly journal: Journal;
  /** The password that opens it is this computer's own, and not the server's. */
  readonly byProvider?: true;
  /** Opens the other accounts of the profile; absent where only this account's own data could be opened. */
  readonly portfolio?: Portfolio;
}
