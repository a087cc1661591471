import type { Offices } from '../../../domain/access/actor.ts';
import { hasDuty, reachOf, type OfficeDuty } from '../../../domain/access/office-duty.ts';
import { toInstant, type LocalDate, type SchoolId } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { Endpoint } from '../../../domain/protocol/endpoint.ts';
import type {
  Operation,
  OperationDetails,
  OperationName,
} from '../../../domain/protocol/endpoints/office/operations.ts';
import type { PasswordCost } from '../../identity/passwords/password-hash.ts';
import type { Sealer } from '../../secrets/sealing.ts';
import { RequestFailure } from '../../base/request-failure.ts';
import type { AccountEvent, AccountTransaction } from '../../storage/contract/accounts.ts';
import type { SchoolTransaction, Storage } from '../../storage/contract/storage.ts';
import { actorOf } from '../../school/actor.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { AccountKind } from '../../../domain/people/username.ts';
import type { AfterCommit } from '../../identity/accounts/account-change.ts';
import type { SignInWays } from '../../../domain/protocol/endpoints/session/session.ts';
import type { Printer } from '../../letters/printer.ts';
import type { KindRules } from '../../register/batch/batch.ts';
import type { RecordValidator } from '../../register/batch/record-validators.ts';
import type { ChangeHub } from '../../register/changes/change-hub.ts';
import type { NoteRefusal } from './refusals.ts';
import type { Links } from '../../mail/links.ts';
import type { PostOffice } from '../../mail/post-office.ts';
import type { SchoolSnapshots, SchoolSnapshot } from '../../school/school-snapshots.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import { requireSchoolSession } from '../../identity/accounts/still-signed-in.ts';

/** What the office's acts on accounts work with. */
export interface OfficeContext {
  readonly storage: Storage;
  /** The frame of every act. */
  readonly act: RunAct;
  /** Notes who asked for an act without the right to it. */
  readonly noteRefusal: NoteRefusal;
  readonly snapshots: SchoolSnapshots;
  readonly now: () => number;
  readonly postOffice: PostOffice;
  readonly links: Links;
  /** Keeps the office's passwords readable until their first use. */
  readonly sealer: Sealer;
  readonly passwordCost: PasswordCost | undefined;
  /** Where browsers reach the server: printed on the letters. */
  readonly publicUrl: () => string;
  /** Draws what the office prints: one for all, so that what waits is bounded. */
  readonly printer: Printer;
  /** How people get in beside the password. */
  readonly ways: SignInWays;
  /** What an entry of the register has to pass, and where it is told of. */
  readonly validate: RecordValidator;
  readonly kinds: KindRules;
  readonly hub: Pick<ChangeHub, 'publish'>;
  /** Told when a session has ended, so that its live connections are cut. */
  readonly onEnded: (school: SchoolId, session: string) => void;
  /** Told which sessions' accounts have changed, so that their devices ask again. */
  readonly onAccountChanged: (sessions: ReadonlySet<string>) => void;
}

/** An office at work: whose act it is, of whom it is, and the school as it is now. */
export interface Office {
  readonly school: SchoolId;
  /** The clerk's own account. */
  readonly by: string;
  /** Of whom the clerk keeps what is asked for, and of whom the papers: of pupils and families, of the staff. */
  readonly reach: Offices;
  readonly papers: Offices;
  readonly snapshot: SchoolSnapshot;
  readonly at: number;
  readonly today: LocalDate;
}

/** A record as a clerk wants it to stand; whose it is, and since when, the frame says. */
export type Wanted = Omit<RegisterRecord, 'author' | 'entry' | 'recordedAt'> &
  Partial<Pick<RegisterRecord, 'author' | 'entry' | 'recordedAt'>>;

/** An act under way: records and accounts are those of its one transaction, and so is what it notes. */
export interface OfficeAct<O extends Operation = Operation> extends Office {
  readonly who: SignedIn;
  readonly records: SchoolTransaction;
  readonly accounts: AccountTransaction;
  readonly after: AfterCommit;
  /** Writes records of the school in the clerk's name, as an import would; devices are told once the act stands. */
  write(records: readonly Wanted[]): Promise<void>;
  /** Puts the act into the register of operations, under the account that it is about. */
  readonly note: (username: string, operation: O, details?: OperationDetails) => Promise<void>;
  /** Puts into the register that the act was refused for one account: nobody may do it to themselves, nor decide on what they wrote. */
  refuse(username: string, why: OperationName<'why'>): Promise<void>;
  /** Runs once the act stands, and never where it does not. */
  afterwards(tell: () => void): void;
}

/**
 * Runs an act of the office: whoever acts is looked at in the transaction that writes; records, accounts and the register of operations
 * change together; a failure that the work answers leaves everything as it was; nobody is told before the commit.
 */
export type RunAct = <T>(
  who: SignedIn,
  endpoint: Endpoint,
  work: (act: OfficeAct) => Promise<Result<T, Failure>>,
) => Promise<Result<T, Failure>>;

/** The office that a signed-in person works in; whoever has not the duty that an endpoint asks for is refused, whatever they ask for. */
export async function officeOf(
  { storage, snapshots, now }: Pick<OfficeContext, 'storage' | 'snapshots' | 'now'>,
  who: SignedIn,
  { duty }: Pick<Endpoint, 'duty'>,
): Promise<Result<Office, Failure>> {
  const at = now();
  const snapshot = await storage.read(who.school, (reader) => snapshots.at(who.school, reader));
  const office = officeAt(snapshot, who, at, duty);
  return office ? ok(office) : fail(FOR_THE_OFFICE);
}

/** The office that somebody works in as of a snapshot; undefined where the duty is not theirs. */
export function officeAt(
  snapshot: SchoolSnapshot,
  who: SignedIn,
  at: number,
  duty: OfficeDuty = 'everything',
): Office | undefined {
  const actor = actorOf(snapshot, who, at);
  if (!actor || !hasDuty(actor, duty)) return undefined;
  const [reach, papers] = [reachOf(actor, duty), reachOf(actor, 'papers')];
  const today = dayOfInstant(toInstant(at));
  return { school: who.school, by: who.username, reach, papers, snapshot, at, today };
}

/** Whether an account is of those that somebody reaches: of the staff, or of a family. */
export function isInReach({ pupils, staff }: Offices, kind: AccountKind | undefined): boolean {
  return kind === 'staff' ? staff : pupils;
}

/** Whether somebody may ask for what is the office's; where it is an act that is refused, the register of operations says so. */
export function createOfficeDoor(
  context: Pick<OfficeContext, 'storage' | 'snapshots' | 'now' | 'noteRefusal'>,
): (who: SignedIn, endpoint: Endpoint) => Promise<Result<Office, Failure>> {
  return async (who, endpoint) => {
    const office = await officeOf(context, who, endpoint);
    if (!office.ok) await context.noteRefusal(who, endpoint);
    return office;
  };
}

/**
 * Refuses whoever is signed in no more, or has not the duty, in the transaction that writes for them.
 *
 * @throws RequestFailure `notSignedIn` or `forbidden`; the transaction that it is thrown in writes nothing
 */
export async function requireOffice(
  { snapshots, now }: Pick<OfficeContext, 'snapshots' | 'now'>,
  transaction: SchoolTransaction,
  who: SignedIn,
  { duty }: Pick<Endpoint, 'duty'>,
): Promise<void> {
  await requireSchoolSession(transaction, who);
  const snapshot = await snapshots.at(who.school, transaction);
  if (!officeAt(snapshot, who, now(), duty)) throw new RequestFailure(FOR_THE_OFFICE);
}

/** Said to everybody whose work it is not. */
export const FOR_THE_OFFICE: Failure = { kind: 'forbidden', message: 'For the office' };

/** An act of the office for the register of operations. */
export function officeEvent(
  { at, school, by }: Pick<Office, 'at' | 'school' | 'by'>,
  username: string,
  act: Operation,
  details: OperationDetails = {},
): AccountEvent {
  return { at, school, username, by, act, details };
}
