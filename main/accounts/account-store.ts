import { createHash } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Infer, JsonSchema } from '../../domain/base/schema.ts';
import { identitySchema } from '../../domain/protocol/session.ts';
import { field } from '../../domain/records/fields.ts';
import { readChecked, syncFolder, writeAtomically } from '../files/atomic-write.ts';
import { errorCode } from '../files/error-code.ts';
import { countWaiting } from '../journal/waiting-entries.ts';
import { wrappedKeySchema } from './key-wrapping.ts';

/** Which account: a person of a school. */
export interface AccountRef {
  readonly school: string;
  readonly person: string;
}

/** Whether two references name the same account. */
export function isSameAccount(a: AccountRef, b: AccountRef): boolean {
  return a.school === b.school && a.person === b.person;
}

/** What is kept of an account on this device, beside its journal and its sealed session. */
export const accountSchema = {
  type: 'object',
  properties: {
    version: { const: 1 },
    identity: identitySchema,
    lastUsedAt: field.instant,
    /** Raised whenever a new database key had to be made: names the local database and the journal. */
    generation: { type: 'integer', minimum: 1 },
    databaseKey: wrappedKeySchema,
    /** The journal's key (not the database's), sealed by the system's keychain: see `account-keys.ts`. */
    journalKey: { type: 'string', maxLength: 4000 },
  },
  required: ['version', 'identity', 'lastUsedAt', 'generation', 'databaseKey'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What is kept of an account on this device. */
export type Account = Infer<typeof accountSchema>;

/** The accounts of this device, one folder each. */
export interface AccountStore {
  list(): Promise<readonly Account[]>;
  find(ref: AccountRef): Promise<Account | undefined>;
  save(account: Account): Promise<void>;
  /** Keeps a copy under its generation: with the old password it can still open a journal that was set aside. */
  saveAside(account: Account): Promise<void>;
  /** Removes the folder with all that is in it. */
  remove(ref: AccountRef): Promise<void>;
  folder(ref: AccountRef): string;
  journalPath(ref: AccountRef, generation: number): string;
  /** The highest generation that has left a journal; 0 for none. */
  lastGeneration(ref: AccountRef): Promise<number>;
  /** Entries that wait in the journals of all generations. */
  unsent(ref: AccountRef): Promise<number>;
}

const FILE_NAME = 'account.json';
const JOURNAL = /^journal-([1-9][0-9]{0,8})\.bin$/;

/** Opens the accounts under a folder. */
export function createAccountStore(root: string): AccountStore {
  const folder = (ref: AccountRef): string => join(root, folderName(ref));

  async function read(name: string): Promise<Account | undefined> {
    const account = await readChecked(join(root, name, FILE_NAME), accountSchema);
    if (account === undefined || account === 'damaged') return undefined;
    // A folder that was renamed or copied over another is not that account.
    return folderName(account.identity) === name ? account : undefined;
  }

  async function generations(ref: AccountRef): Promise<readonly number[]> {
    const names = await namesIn(folder(ref));
    return names.map((name) => Number(JOURNAL.exec(name)?.[1] ?? 0)).filter((generation) => generation > 0);
  }

  const journalPath = (ref: AccountRef, generation: number): string =>
    join(folder(ref), `journal-${generation}.bin`);

  return {
    folder,
    journalPath,
    list: async () => {
      const accounts = await Promise.all((await namesIn(root)).map(async (name) => await read(name)));
      return accounts
        .filter((account) => account !== undefined)
        .sort((a, b) => b.lastUsedAt.localeCompare(a.lastUsedAt));
    },
    find: async (ref) => await read(folderName(ref)),
    save: async (account) => {
      await mkdir(folder(account.identity), { recursive: true, mode: 0o700 });
      await syncFolder(root);
      await writeAtomically(join(folder(account.identity), FILE_NAME), JSON.stringify(account));
    },
    saveAside: async (account) => {
      await writeAtomically(
        join(folder(account.identity), `account-${account.generation}.json`),
        JSON.stringify(account),
      );
    },
    remove: async (ref) => {
      // The key first: if the computer goes off in between, what remains cannot be opened any more.
      await rm(join(folder(ref), FILE_NAME), { force: true });
      await rm(folder(ref), { recursive: true, force: true });
    },
    lastGeneration: async (ref) => Math.max(0, ...(await generations(ref))),
    unsent: async (ref) => {
      const counts = await Promise.all(
        (await generations(ref)).map(async (generation) => await countWaiting(journalPath(ref, generation))),
      );
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
}

function folderName({ school, person }: AccountRef): string {
  const plain = `${school}-${person}`;
  // Identifiers are made by the server; whatever they hold, they never name a path outside of the folder.
  return /^[A-Za-z0-9_-]{1,100}$/.test(plain) ? plain : createHash('sha256').update(plain).digest('hex');
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return [];
    throw error;
  }
}
