import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { must } from '../../../domain/base/assert.ts';
import type { SchoolId } from '../../../domain/base/ids.ts';
import type {
  Account,
  AccountEvent,
  AccountReader,
  AccountTransaction,
  HandedOver,
  LastMail,
  Link,
  Mail,
  Picture,
  PlacedSession,
  Profile,
  Weight,
} from '../contract/accounts.ts';
import type { RecordChange, RefusedValues } from '../contract/record-changes.ts';
import { toSession } from './rows.ts';
import { StorageError } from '../contract/storage-error.ts';

/** No message waits longer for its next try: one that seems to was put off by a clock that has been set back since. */
const LONGEST_MAIL_WAIT_MS = 4 * 3_600_000;

type Row = Readonly<Record<string, SQLOutputValue>>;
type Statements<K extends string> = Readonly<Record<K, StatementSync>>;

const READS = {
  account: 'SELECT json FROM account WHERE username = ?',
  accountByPass: 'SELECT json FROM account WHERE school_pass = ?',
  accountsOfProfile: 'SELECT json FROM account WHERE profile = ? ORDER BY username',
  accountsOfSchool: 'SELECT json FROM account WHERE school = ? ORDER BY username',
  profile: 'SELECT json FROM profile WHERE id = ?',
  // Before the third "$" of a hash is what it costs; salt and key follow.
  commonPasswordHash: `SELECT min(hash) AS hash FROM (SELECT json ->> '$.password.hash' AS hash FROM profile)
    GROUP BY substr(hash, 1, instr(substr(hash, 17), '$') + 16) ORDER BY count(*) DESC LIMIT 1`,
  profiles: 'SELECT json FROM profile',
  profileByEmail: 'SELECT json FROM profile WHERE email = ?',
  profilesByPendingEmail: 'SELECT json FROM profile WHERE pending_email = ?',
  link: 'SELECT json FROM link WHERE hash = ?',
  linksOfProfile: 'SELECT json FROM link WHERE profile = ?',
  mail: 'SELECT json FROM mail WHERE id = ?',
  dueMails:
    "SELECT json FROM mail WHERE state = 'queued' AND (next_try_at <= ?1 OR next_try_at > ?2) ORDER BY next_try_at, created_at LIMIT ?3",
  mailsOfSchool: 'SELECT json FROM mail WHERE school = ? ORDER BY created_at DESC, id LIMIT ?',
  queuedMailsOfSchool:
    "SELECT json FROM mail WHERE school = ? AND state = 'queued' ORDER BY created_at LIMIT ?",
  queuedMailsOf: "SELECT json FROM mail WHERE username = ? AND state = 'queued' ORDER BY created_at",
  // Of the rows of a group, SQLite takes the bare columns from the one that has the maximum.
  lastMails: `SELECT json ->> '$.username' AS username, state, max(created_at) AS created_at FROM mail
    WHERE school = ? AND json ->> '$.kind' IN (SELECT value FROM json_each(?)) GROUP BY 1`,
  profilesOfSchool: `SELECT profile.json, (SELECT count(*) FROM account WHERE account.profile = profile.id) AS accounts
    FROM profile WHERE id IN (SELECT profile FROM account WHERE school = ?)`,
  events:
    'SELECT number, json FROM account_event WHERE school = ? AND number < ? ORDER BY number DESC LIMIT ?',
  eventsOfAccount:
    'SELECT number, json FROM account_event WHERE school = ? AND username = ? AND number < ? ORDER BY number DESC LIMIT ?',
  sessionsOf: 'SELECT * FROM session WHERE username = ? ORDER BY last_used_at DESC',
  handedOver: 'SELECT json FROM handed_over WHERE id = ?',
  handedOverInSchool: `SELECT json FROM handed_over WHERE school = ? AND (state <> 'waiting', -at, id) > (?, ?, ?)
      ORDER BY state <> 'waiting', at DESC, id LIMIT ?`,
  // Lengths in bytes are known without reading the texts.
  weightOfAccount:
    "SELECT count(*) AS entries, total(octet_length(json)) AS bytes FROM handed_over WHERE username = ? AND state = 'waiting'",
  weightOfSchool:
    "SELECT count(*) AS entries, total(octet_length(json)) AS bytes FROM handed_over WHERE school = ? AND state = 'waiting'",
  handedOverBy: "SELECT count(*) AS entries FROM handed_over WHERE username = ? AND state = 'waiting'",
  recordChange: 'SELECT json FROM record_change WHERE school = ? AND person = ?',
  recordChangesOf: 'SELECT json FROM record_change WHERE school = ?',
  refusedValuesOf: 'SELECT json FROM refused_value WHERE school = ?',
  picture: 'SELECT media_type, bytes FROM picture WHERE username = ?',
} as const;

const WRITES = {
  setAccount:
    'INSERT INTO account (username, json) VALUES (?, ?) ON CONFLICT (username) DO UPDATE SET json = excluded.json',
  passOwner: 'SELECT username FROM account WHERE school_pass = ?',
  setProfile:
    'INSERT INTO profile (id, json) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET json = excluded.json',
  emailOwner: 'SELECT id FROM profile WHERE email = ?',
  dropProfile: 'DELETE FROM profile WHERE id = ?',
  setLink: 'INSERT OR REPLACE INTO link (hash, json) VALUES (?, ?)',
  setMail: 'INSERT OR REPLACE INTO mail (id, json) VALUES (?, ?)',
  addEvent: 'INSERT INTO account_event (json) VALUES (?)',
  endSession: 'UPDATE session SET end_reason = ? WHERE id = ? AND end_reason IS NULL',
  addSession: `INSERT INTO session
      (school, id, username, person, device_id, device_name, created_at, last_used_at, end_reason, kind, pupil, proofs)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  setProofs: 'UPDATE session SET proofs = ? WHERE id = ?',
  addRefreshToken: 'INSERT INTO refresh_token VALUES (?, ?, ?, ?, ?, ?)',
  setHandedOver: 'INSERT OR REPLACE INTO handed_over (id, json) VALUES (?, ?)',
  setPicture: 'INSERT OR REPLACE INTO picture (username, media_type, bytes) VALUES (?, ?, ?)',
  setRecordChange: 'INSERT OR REPLACE INTO record_change (school, person, json) VALUES (?, ?, ?)',
  setRefusedValues: 'INSERT OR REPLACE INTO refused_value (school, person, json) VALUES (?, ?, ?)',
  dropRecordChange: 'DELETE FROM record_change WHERE school = ? AND person = ?',
  dropPicture: 'DELETE FROM picture WHERE username = ?',
} as const;

/** The statements that read accounts, prepared once for a connection. */
export type AccountReads = Statements<keyof typeof READS>;
/** The statements that read and write accounts, prepared once for a connection. */
export type AccountWrites = AccountReads & Statements<keyof typeof WRITES>;

/** Prepares the statements of reading. */
export function prepareAccountReads(database: DatabaseSync): AccountReads {
  return prepare(database, READS);
}

/** Prepares the statements of reading and writing. */
export function prepareAccountWrites(database: DatabaseSync): AccountWrites {
  return { ...prepare(database, READS), ...prepare(database, WRITES) };
}

/** The verbs of reading accounts on a connection whose transaction is open. */
export function accountReaderOf(statements: AccountReads): AccountReader {
  return {
    account: async (username) => one('account', statements.account, username),
    accountByPass: async (schoolPass) => one('account', statements.accountByPass, schoolPass),
    accountsOfProfile: async (profile) => all('account', statements.accountsOfProfile, profile),
    accountsOfSchool: async (school) => all('account', statements.accountsOfSchool, school),
    profile: async (id) => one('profile', statements.profile, id),
    async commonPasswordHash() {
      const hash = statements.commonPasswordHash.get()?.['hash'];
      return typeof hash === 'string' ? hash : undefined;
    },
    profiles: async () => all('profile', statements.profiles),
    profileByEmail: async (address) => one('profile', statements.profileByEmail, address),
    profilesByPendingEmail: async (address) => all('profile', statements.profilesByPendingEmail, address),
    link: async (hash) => one('link', statements.link, hash),
    linksOfProfile: async (profile) => all('link', statements.linksOfProfile, profile),
    mail: async (id) => one('mail', statements.mail, id),
    dueMails: async (now, limit) => all('mail', statements.dueMails, now, now + LONGEST_MAIL_WAIT_MS, limit),
    mailsOfSchool: async (school, limit) => all('mail', statements.mailsOfSchool, school, limit),
    queuedMailsOfSchool: async (school, limit) => all('mail', statements.queuedMailsOfSchool, school, limit),
    queuedMailsOf: async (username) => all('mail', statements.queuedMailsOf, username),
    lastMails: async (school, kinds) =>
      statements.lastMails.all(school, JSON.stringify(kinds)).map(toLastMail),
    profilesOfSchool: async (school) =>
      statements.profilesOfSchool
        .all(school)
        .map((row) => ({ profile: parse('profile', row), accounts: Number(row['accounts']) })),
    async events({ school, username, below = Number.MAX_SAFE_INTEGER, limit }) {
      const rows =
        username === undefined
          ? statements.events.all(school, below, limit)
          : statements.eventsOfAccount.all(school, username, below, limit);
      return rows.map((row) => ({ ...parse('event', row), number: Number(row['number']) }));
    },
    sessionsOf: async (usernames) =>
      usernames.flatMap((username) => statements.sessionsOf.all(username).map(toPlacedSession)),
    handedOver: async (id) => one('handedOver', statements.handedOver, id),
    async handedOverInSchool(school, limit, { after, mostBytes = Infinity } = {}) {
      const found: HandedOver[] = [];
      let bytes = 0;
      const start = after ? [Number(after.state !== 'waiting'), -after.at, after.id] : [-1, 0, ''];
      for (const row of statements.handedOverInSchool.iterate(school, ...start, limit)) {
        bytes += String(row['json']).length;
        if (bytes > mostBytes && found.length > 0) break;
        found.push(parse('handedOver', row));
      }
      return found;
    },
    handedOverWeight: async (username, school) => ({
      account: toWeight(statements.weightOfAccount.get(username)),
      school: toWeight(statements.weightOfSchool.get(school)),
    }),
    handedOverBy: async (username) => Number(statements.handedOverBy.get(username)?.['entries']),
    recordChange: async (school, person) => one('recordChange', statements.recordChange, school, person),
    recordChangesOf: async (school) => all('recordChange', statements.recordChangesOf, school),
    refusedValuesOf: async (school) => all('refusedValues', statements.refusedValuesOf, school),
    async picture(username) {
      const row = statements.picture.get(username);
      // The column holds only what was written through the type.
      return row && ({ mediaType: row['media_type'], bytes: row['bytes'] } as unknown as Picture);
    },
  };
}

/** The verbs of writing accounts on a connection whose transaction is open. */
export function accountTransactionOf(statements: AccountWrites): AccountTransaction {
  const reader = accountReaderOf(statements);
  return {
    ...reader,
    async saveAccount(account) {
      const owner = statements.passOwner.get(account.schoolPass)?.['username'];
      if (owner !== undefined && owner !== account.username) throw new StorageError('duplicateAccount');
      statements.setAccount.run(account.username, JSON.stringify(account));
    },
    async saveProfile(profile) {
      const owner = profile.email && statements.emailOwner.get(profile.email.address)?.['id'];
      if (owner !== undefined && owner !== profile.id) throw new StorageError('duplicateAccount');
      statements.setProfile.run(profile.id, JSON.stringify(profile));
    },
    async removeProfile(id) {
      statements.dropProfile.run(id);
    },
    async saveLink(link) {
      statements.setLink.run(link.hash, JSON.stringify(link));
    },
    async saveMail(mail) {
      statements.setMail.run(mail.id, JSON.stringify(mail));
    },
    async addEvent(event) {
      statements.addEvent.run(JSON.stringify(event));
    },
    async endSessions(usernames, reason, except) {
      const sessions = await reader.sessionsOf(usernames);
      const ended = sessions.filter(({ id, endReason }) => endReason === null && id !== except);
      for (const { id } of ended) statements.endSession.run(reason, id);
      return ended;
    },
    async endSession(id, reason) {
      statements.endSession.run(reason, id);
    },
    async openSession(session, { hash, issuedAt, usedAt, salt }) {
      const { school, id, username, person, deviceId, deviceName } = session;
      const { createdAt, lastUsedAt, endReason, kind, pupil = null, proofs } = session;
      const device = [deviceId, deviceName] as const;
      const life = [createdAt, lastUsedAt, endReason] as const;
      const whose = [kind, pupil, JSON.stringify(proofs)] as const;
      statements.addSession.run(school, id, username, person, ...device, ...life, ...whose);
      statements.addRefreshToken.run(school, hash, id, issuedAt, usedAt, salt);
    },
    async saveProofs(session, proofs) {
      statements.setProofs.run(JSON.stringify(proofs), session);
    },
    async saveRecordChange(change) {
      statements.setRecordChange.run(change.school, change.person, JSON.stringify(change));
    },
    async removeRecordChange(school, person) {
      statements.dropRecordChange.run(school, person);
    },
    async saveRefusedValues(values) {
      statements.setRefusedValues.run(values.school, values.person, JSON.stringify(values));
    },
    async saveHandedOver(entry) {
      statements.setHandedOver.run(entry.id, JSON.stringify(entry));
    },
    async savePicture(username, picture) {
      if (picture) statements.setPicture.run(username, picture.mediaType, picture.bytes);
      else statements.dropPicture.run(username);
    },
  };
}

function prepare<K extends string>(database: DatabaseSync, sql: Readonly<Record<K, string>>): Statements<K> {
  const entries = Object.entries<string>(sql).map(([name, text]) => [name, database.prepare(text)]);
  // The same names as in the table of SQL.
  return Object.fromEntries(entries) as Statements<K>;
}

/** What the tables of JSON hold: only what was written through these types. */
interface Kept {
  readonly account: Account;
  readonly profile: Profile;
  readonly link: Link;
  readonly mail: Mail;
  readonly event: AccountEvent;
  readonly handedOver: HandedOver;
  readonly recordChange: RecordChange;
  readonly refusedValues: RefusedValues;
}

function one<K extends keyof Kept>(
  kind: K,
  statement: StatementSync,
  ...values: readonly SQLInputValue[]
): Kept[K] | undefined {
  const row = statement.get(...values);
  return row && parse(kind, row);
}

function all<K extends keyof Kept>(
  kind: K,
  statement: StatementSync,
  ...values: readonly SQLInputValue[]
): readonly Kept[K][] {
  return statement.all(...values).map((row) => parse(kind, row));
}

function parse<K extends keyof Kept>(kind: K, row: Row): Kept[K] {
  return JSON.parse(String(must(row['json'], `there is JSON in each ${kind}`))) as Kept[K];
}

function toWeight(row: Row | undefined): Weight {
  return { entries: Number(row?.['entries'] ?? 0), bytes: Number(row?.['bytes'] ?? 0) };
}

function toLastMail(row: Row): LastMail {
  const state = String(row['state']) as LastMail['state'];
  return { username: String(row['username']), state, createdAt: Number(row['created_at']) };
}

function toPlacedSession(row: Row): PlacedSession {
  return { ...toSession(row), school: String(row['school']) as SchoolId };
}
