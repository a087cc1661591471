import type { PersonId, SchoolId } from '../../../domain/base/ids.ts';
import type { MailKind } from '../../../domain/protocol/mail-kinds.ts';
import type { MailLanguage } from '../../../domain/protocol/mail-language.ts';
import type { Operation, OperationDetails } from '../../../domain/protocol/endpoints/office/operations.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import type { AccountKind } from '../../../domain/people/username.ts';
import type { RecordChange, RefusedValues } from './record-changes.ts';
import type { EndReason, Proof, RefreshToken, Session } from './session.ts';

/** How a username of the school is doing: issued by the office, used by its owner, closed by the office. */
export const ACCOUNT_STATES = ['issued', 'activated', 'blocked'] as const;
/** How a username of the school is doing. */
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** What one username is: a person in one relation to the school. All times are milliseconds since the epoch. */
export interface Account {
  /** Canonical spelling; unique on the server. */
  readonly username: string;
  readonly school: SchoolId;
  readonly kind: AccountKind;
  /** Who signs in. */
  readonly person: PersonId;
  /** The child of a guardian's account; the pupil's own for a student. */
  readonly pupil?: PersonId;
  /** Digits, unique on the server (S14). */
  readonly schoolPass: string;
  /** The profile whose password opens it. */
  readonly profile: string;
  readonly state: AccountState;
  readonly issuedAt: number;
  readonly activatedAt?: number;
  readonly lastSignInAt?: number;
  /** When a letter with the credentials that hold now was printed. */
  readonly letterPrintedAt?: number;
  /** When the reminder of September was queued: it is sent once (S9). */
  readonly remindedAt?: number;
  readonly blocked?: { readonly at: number; readonly by: string; readonly reason: string };
}

/** A password: given by the office for a short time, or chosen by its owner. */
export interface Password {
  /** argon2id in PHC format. */
  readonly hash: string;
  readonly origin: 'office' | 'owner';
  readonly setAt: number;
  /** An office's password is refused from here on. */
  readonly expiresAt?: number;
  /** The office's password under the server's key, so that a letter can be printed again; gone with the first use. */
  readonly sealed?: string;
}

/** The second factor of a profile. */
export interface SecondFactor {
  /** The shared secret under the server's key. */
  readonly sealedSecret: string;
  /** Absent until the first code from the owner's device has been seen. */
  readonly confirmedAt?: number;
  /** Time step of the last accepted code: none is accepted twice. */
  readonly lastStep: number;
  /** Hashes of the recovery codes that have not been used, under the key of this factor where it has one. */
  readonly recoveryCodes: readonly string[];
  /** What the recovery codes are hashed under, itself under the server's key; absent in factors from before there was one. */
  readonly sealedCodesKey?: string;
}

/** What is above the schools: one password, at most one e-mail address, and the accounts that they open. */
export interface Profile {
  readonly id: string;
  readonly password: Password;
  /** A confirmed address, normalised; it belongs to one profile only (S29). */
  readonly email?: { readonly address: string; readonly confirmedAt: number };
  /** An address whose link has not been followed yet. */
  readonly pendingEmail?: { readonly address: string; readonly since: number };
  readonly secondFactor?: SecondFactor;
  /** The one that takes its place as soon as its first code has been seen. */
  readonly nextSecondFactor?: SecondFactor;
  /** In which language messages are written; Italian as long as nobody has said anything. */
  readonly language?: MailLanguage;
  readonly createdAt: number;
}

/** What a link in a mail does, or a code that a browser has shown at the end of a journey to the provider. */
export type LinkPurpose = 'confirmEmail' | 'resetPassword' | 'activate' | 'provider' | 'handOver';

/** A link that was mailed; of its secret only the hash is kept. */
export interface Link {
  readonly hash: string;
  readonly purpose: LinkPurpose;
  readonly profile: string;
  /** The account that it was asked for. */
  readonly username: string;
  readonly address: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** Used, replaced by a newer one, or withdrawn: it does nothing any more. */
  readonly closedAt?: number;
  /** Of a code from a journey to the provider: what the provider has said. */
  readonly proof?: Proof;
}

/** A message on its way out of the server. */
export interface Mail {
  readonly id: string;
  readonly school: SchoolId;
  readonly username: string;
  readonly kind: MailKind;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly state: 'queued' | 'sent' | 'failed' | 'cancelled' | 'printed';
  readonly attempts: number;
  readonly createdAt: number;
  /** Not to be tried before. */
  readonly nextTryAt: number;
  readonly sentAt?: number;
  /** What the mail server said last. */
  readonly lastError?: string;
}

/** How the newest message for an account is doing. */
export type LastMail = Pick<Mail, 'username' | 'state' | 'createdAt'>;

/** A profile and how many accounts it opens, those of other schools included. */
export interface CountedProfile {
  readonly profile: Profile;
  readonly accounts: number;
}

/** An act on an account, for the register of operations: never changed, never removed. */
export interface AccountEvent {
  readonly at: number;
  readonly school: SchoolId;
  readonly username: string;
  /** The username that acted; absent for the server itself and for those who are not signed in. */
  readonly by?: string;
  readonly act: Operation;
  readonly details: OperationDetails;
}

/** An act with its number in the register of operations. */
export interface NumberedAccountEvent extends AccountEvent {
  readonly number: number;
}

/** Which acts are read: newest first, below a number. */
export interface EventRange {
  readonly school: SchoolId;
  readonly username?: string;
  readonly below?: number;
  readonly limit: number;
}

/** An entry of a blocked account's device that the office decides on (docs/adr/0009). */
export interface HandedOver {
  /** The entry and whose device it came from: nobody can take a name beforehand. */
  readonly id: string;
  readonly school: SchoolId;
  readonly username: string;
  /** The device as the history names it. */
  readonly device: string;
  /** The device's own name for itself; absent on what was handed over before it was kept. */
  readonly deviceId?: string;
  readonly entry: string;
  readonly collection: CollectionName;
  /** As the device sent them: nothing in it has been checked. */
  readonly record: Readonly<Record<string, unknown>>;
  readonly assumed: Readonly<Record<string, unknown>> | null;
  readonly at: number;
  readonly state: 'waiting' | 'taken' | 'left';
  /** Why it could not be taken. */
  readonly refusal?: string;
  readonly settled?: { readonly at: number; readonly by: string };
}

/** Where in the list of a school's entries to go on, and how much of it is wanted. */
export interface HandedOverRange {
  readonly after?: Pick<HandedOver, 'state' | 'at' | 'id'>;
  readonly mostBytes?: number;
}

/** How many entries, and their bytes. */
export interface Weight {
  readonly entries: number;
  readonly bytes: number;
}

/** A picture that its owner shows beside the name. */
export interface Picture {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
  readonly bytes: Uint8Array;
}

/** Reads within one consistent snapshot of the accounts of all schools. */
export interface AccountReader {
  account(username: string): Promise<Account | undefined>;
  accountByPass(schoolPass: string): Promise<Account | undefined>;
  accountsOfProfile(profile: string): Promise<readonly Account[]>;
  accountsOfSchool(school: SchoolId): Promise<readonly Account[]>;
  profile(id: string): Promise<Profile | undefined>;
  /** All profiles of the server, for acts of its operator alone. */
  profiles(): Promise<readonly Profile[]>;
  /** The profiles of a school's accounts, each with the number of accounts that it opens. */
  profilesOfSchool(school: SchoolId): Promise<readonly CountedProfile[]>;
  /** The hash of some password with the cost that most have; undefined without passwords. */
  commonPasswordHash(): Promise<string | undefined>;
  /** The profile with this confirmed address. */
  profileByEmail(address: string): Promise<Profile | undefined>;
  /** The profiles that wait for a confirmation of this address. */
  profilesByPendingEmail(address: string): Promise<readonly Profile[]>;
  link(hash: string): Promise<Link | undefined>;
  linksOfProfile(profile: string): Promise<readonly Link[]>;
  mail(id: string): Promise<Mail | undefined>;
  /** Queued messages whose time has come, oldest first; a time further ahead than any message waits counts as come. */
  dueMails(now: number, limit: number): Promise<readonly Mail[]>;
  mailsOfSchool(school: SchoolId, limit: number): Promise<readonly Mail[]>;
  /** Messages of a school that have not left, oldest first. */
  queuedMailsOfSchool(school: SchoolId, limit: number): Promise<readonly Mail[]>;
  /** Messages for an account that have not left. */
  queuedMailsOf(username: string): Promise<readonly Mail[]>;
  /** The newest message of some kinds for each account of a school. */
  lastMails(school: SchoolId, kinds: readonly string[]): Promise<readonly LastMail[]>;
  events(range: EventRange): Promise<readonly NumberedAccountEvent[]>;
  /** The sessions of accounts, those that have ended included, newest first. */
  sessionsOf(usernames: readonly string[]): Promise<readonly PlacedSession[]>;
  picture(username: string): Promise<Picture | undefined>;
  /** The change in a person's record that waits for its confirmation. */
  recordChange(school: SchoolId, person: PersonId): Promise<RecordChange | undefined>;
  recordChangesOf(school: SchoolId): Promise<readonly RecordChange[]>;
  refusedValuesOf(school: SchoolId): Promise<readonly RefusedValues[]>;
  handedOver(id: string): Promise<HandedOver | undefined>;
  /** Those that wait first, then newest first; behind a place, and no more than so many bytes (but one at least) where they are named. */
  handedOverInSchool(
    school: SchoolId,
    limit: number,
    range?: HandedOverRange,
  ): Promise<readonly HandedOver[]>;
  /** How many entries of an account wait. */
  handedOverBy(username: string): Promise<number>;
  /** How much waits, of an account and of a school. */
  handedOverWeight(
    username: string,
    school: SchoolId,
  ): Promise<Readonly<Record<'account' | 'school', Weight>>>;
}

/** A session and its school. */
export interface PlacedSession extends Session {
  readonly school: SchoolId;
}

/** Reads and writes of accounts within one transaction. */
export interface AccountTransaction extends AccountReader {
  /** Fails with `duplicateAccount` when the school pass is another account's. */
  saveAccount(account: Account): Promise<void>;
  /** Fails with `duplicateAccount` when the confirmed address is another profile's. */
  saveProfile(profile: Profile): Promise<void>;
  removeProfile(id: string): Promise<void>;
  saveLink(link: Link): Promise<void>;
  saveMail(mail: Mail): Promise<void>;
  addEvent(event: AccountEvent): Promise<void>;
  /** Ends the living sessions of accounts, all but one where it is named, and answers those that have ended. */
  endSessions(
    usernames: readonly string[],
    reason: EndReason,
    except?: string,
  ): Promise<readonly PlacedSession[]>;
  endSession(id: string, reason: EndReason): Promise<void>;
  /** Opens a session together with what the account's sign-in changes: both happen or neither. */
  openSession(session: PlacedSession, token: RefreshToken): Promise<void>;
  /** Writes down what a living session has proved by now. */
  saveProofs(session: string, proofs: readonly Proof[]): Promise<void>;
  saveRecordChange(change: RecordChange): Promise<void>;
  removeRecordChange(school: SchoolId, person: PersonId): Promise<void>;
  saveRefusedValues(values: RefusedValues): Promise<void>;
  saveHandedOver(entry: HandedOver): Promise<void>;
  savePicture(username: string, picture: Picture | undefined): Promise<void>;
}

/** Where accounts are kept: above the schools, since one profile may open accounts of several. */
export interface AccountStorage {
  read<T>(work: (reader: AccountReader) => Promise<T>): Promise<T>;
  transaction<T>(work: (transaction: AccountTransaction) => Promise<T>): Promise<T>;
}
