import { createHash } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AccountRef } from '../../domain/protocol/session.ts';
import { readChecked, syncFolder, writeAtomically } from '../files/atomic-write.ts';
import { errorCode } from '../files/error-code.ts';
import { countWaiting } from '../journal/waiting-entries.ts';
import { accountSchema, type Account } from './account-file.ts';

/** Whether two references name the same account. */
export function isSameAccount(a: AccountRef, b: AccountRef): boolean {
  return a.school === b.school && a.username === b.username;
}

/** The accounts of this device, one folder each. */
export interface AccountStore {
  list(): Promise<readonly Account[]>;
  find(ref: AccountRef): Promise<Account | undefined>;
  save(account: Account): Promise<void>;
  /** Keeps a copy under its generation: with the old password it can still open a journal that was set aside. */
  saveAside(account: Account): Promise<void>;
  /** The accounts as they were when journals were set aside, oldest first. */
  aside(ref: AccountRef): Promise<readonly Account[]>;
  /** Removes a journal that was set aside, when its entries are elsewhere. */
  removeAside(ref: AccountRef, generation: number): Promise<void>;
  /** Names of the portfolio keys that accounts of this device, also as they were, are sealed under. */
  portfolioKeys(): Promise<ReadonlySet<string>>;
  /** Removes the folder with all that is in it. */
  remove(ref: AccountRef): Promise<void>;
  folder(ref: AccountRef): string;
  journalPath(ref: AccountRef, generation: number): string;
  /** The highest generation that has left a journal; 0 for none. */
  lastGeneration(ref: AccountRef): Promise<number>;
  /** Entries that wait in the journals of all generations. */
  unsent(ref: AccountRef): Promise<number>;
  /** Of these, entries in the journal that the account's key opens. */
  unsentOf(account: Account): Promise<number>;
  /** Of these, entries that were set aside with the key of an earlier password. */
  unsentAside(ref: AccountRef): Promise<number>;
}

const FILE_NAME = 'account.json';
const ASIDE = /^account-([1-9][0-9]{0,8})\.json$/;
const JOURNAL = /^journal-([1-9][0-9]{0,8})\.bin$/;

/** Opens the accounts under a folder. */
export function createAccountStore(root: string): AccountStore {
  const folder = (ref: AccountRef): string => join(root, folderName(ref));

  async function read(name: string): Promise<Account | undefined> {
    // Lenient: the identity comes from a server that may be newer than this app.
    const account = await readChecked(join(root, name, FILE_NAME), accountSchema, 'lenient');
    if (account === undefined || account === 'damaged') return undefined;
    // A folder that was renamed or copied over another is not that account.
    return folderName(account.identity) === name ? account : undefined;
  }

  async function generations(ref: AccountRef): Promise<readonly number[]> {
    const names = await namesIn(folder(ref));
    return names.map((name) => Number(JOURNAL.exec(name)?.[1] ?? 0)).filter((generation) => generation > 0);
  }

  async function list(): Promise<readonly Account[]> {
    const accounts = await Promise.all((await namesIn(root)).map(async (name) => await read(name)));
    return accounts
      .filter((account) => account !== undefined)
      .sort((a, b) => b.lastUsedAt.localeCompare(a.lastUsedAt));
  }

  async function aside(ref: AccountRef): Promise<readonly Account[]> {
    const names = (await namesIn(folder(ref))).filter((name) => ASIDE.test(name));
    const kept = await Promise.all(
      names.map(async (name) => await readChecked(join(folder(ref), name), accountSchema, 'lenient')),
    );
    return kept
      .filter((account) => account !== undefined && account !== 'damaged')
      .filter(({ identity }) => isSameAccount(identity, ref))
      .sort((a, b) => a.generation - b.generation);
  }

  const journalPath = (ref: AccountRef, generation: number): string =>
    join(folder(ref), `journal-${generation}.bin`);

  async function count(ref: AccountRef, of: readonly number[]): Promise<number> {
    const counts = await Promise.all(
      of.map(async (generation) => await countWaiting(journalPath(ref, generation))),
    );
    return counts.reduce((sum, waiting) => sum + waiting, 0);
  }

  return {
    folder,
    journalPath,
    list,
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
    aside,
    portfolioKeys: async () => {
      const accounts = await list();
      const earlier = await Promise.all(accounts.map(async ({ identity }) => await aside(identity)));
      return new Set([...accounts, ...earlier.flat()].flatMap(({ shared }) => shared?.key ?? []));
    },
    removeAside: async (ref, generation) => {
      await rm(journalPath(ref, generation), { force: true });
      await rm(join(folder(ref), `account-${generation}.json`), { force: true });
    },
    remove: async (ref) => {
      // The key first: if the computer goes off in between, what remains cannot be opened any more.
      await rm(join(folder(ref), FILE_NAME), { force: true });
      await rm(folder(ref), { recursive: true, force: true });
    },
    lastGeneration: async (ref) => Math.max(0, ...(await generations(ref))),
    unsent: async (ref) => await count(ref, await generations(ref)),
    unsentOf: async ({ identity, generation }) => await count(identity, [generation]),
    unsentAside: async (ref) =>
      await count(
        ref,
        (await aside(ref)).map(({ generation }) => generation),
      ),
  };
}

/** Name of an account's folder. */
export function folderName({ school, username }: AccountRef): string {
  const plain = `${school}-${username}`;
  // Names are made by the server; whatever they hold, they never name a path outside of the folder.
  return /^[A-Za-z0-9_-]{1,100}(\.[0-9]{1,12})?$/.test(plain)
    ? plain
    : createHash('sha256').update(plain).digest('hex');
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return [];
    throw error;
  }
}
