import { createHash } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LostEntries } from '../../domain/protocol/bridge/unsent-entries.ts';
import type { AccountRef } from '../../domain/protocol/endpoints/session/session.ts';
import { isSameAccount } from '../../domain/protocol/endpoints/session/same-account.ts';
import { syncFolder } from '../files/atomic-write.ts';
import { errorCode } from '../files/error-code.ts';
import { readTwice, removeTwice, writeTwice } from '../files/kept-twice.ts';
import { removeJournal } from '../journal/journal-note.ts';
import type { Journal } from '../journal/journal.ts';
import { countEntries, type JournalCount } from '../journal/waiting-entries.ts';
import { accountSchema, type Account } from './account-file.ts';

/** The accounts of this device, one folder each. */
export interface AccountStore {
  list(): Promise<readonly Account[]>;
  find(ref: AccountRef): Promise<Account | undefined>;
  save(account: Account): Promise<void>;
  /** Keeps a copy under its generation: with the old password it can still open a journal that was set aside. */
  saveAside(account: Account): Promise<void>;
  /** The accounts as they were when journals were set aside, oldest first. */
  aside(ref: AccountRef): Promise<readonly Account[]>;
  /** Removes the key of a journal that was set aside, when its entries are elsewhere. */
  removeAside(ref: AccountRef, generation: number): Promise<void>;
  /** Names of the portfolio keys that accounts of this device, also as they were, are sealed under. */
  portfolioKeys(): Promise<ReadonlySet<string>>;
  /** Removes the folder with all that is in it. */
  remove(ref: AccountRef): Promise<void>;
  folder(ref: AccountRef): string;
  journalPath(ref: AccountRef, generation: number): string;
  /** The highest generation that has left a journal; 0 for none. */
  lastGeneration(ref: AccountRef): Promise<number>;
  /** Entries that wait in the journals of all generations whose keys are here. */
  unsent(ref: AccountRef): Promise<number>;
  /** Entries that nothing on this device opens any more: of damaged journals, and of those whose keys are gone. */
  lost(ref: AccountRef): Promise<number>;
  /** Every folder with lost entries: also those of accounts that cannot be listed any more. */
  losses(): Promise<readonly LostEntries[]>;
  /** Removes what nothing opens from a folder; `open` is its journal, where its account is open. */
  forgetLost(folder: string, open: Journal | undefined): Promise<void>;
  /** Of these, entries in the journal that the account's key opens. */
  unsentOf(account: Account): Promise<number>;
  /** Of these, entries that were set aside with the key of an earlier password. */
  unsentAside(ref: AccountRef): Promise<number>;
}

const FILE_NAME = 'account.json';
const ASIDE = /^(account-[1-9][0-9]{0,8}\.json)(?:\.bak)?$/;
/** A journal, or the note of one that is gone. */
const JOURNAL = /^(?:waiting-)?journal-([1-9][0-9]{0,8})\.(?:bin(?:\.note)?|json)$/;
/** The folder of an account whose file cannot be read: the names of most are in it. */
const NAMED_FOLDER = /^([A-Z0-9]{8,10})-(.{1,100})$/;

/** Opens the accounts under a folder. */
export function createAccountStore(root: string): AccountStore {
  const folder = (ref: AccountRef): string => join(root, folderName(ref));

  async function read(name: string): Promise<Account | undefined> {
    // A folder that was renamed or copied over another is not that account.
    const isOfFolder = (account: Account): boolean => folderName(account.identity) === name;
    // Lenient: the identity comes from a server that may be newer than this app.
    const account = await readTwice(join(root, name, FILE_NAME), accountSchema, 'lenient', isOfFolder);
    return account === 'damaged' ? undefined : account;
  }

  async function generationsIn(name: string): Promise<readonly number[]> {
    const found = (await namesIn(join(root, name))).map((file) => Number(JOURNAL.exec(file)?.[1] ?? 0));
    return [...new Set(found)].filter((generation) => generation > 0);
  }

  const generations = async (ref: AccountRef): Promise<readonly number[]> =>
    await generationsIn(folderName(ref));

  async function list(): Promise<readonly Account[]> {
    const accounts = await Promise.all((await namesIn(root)).map(async (name) => await read(name)));
    return accounts
      .filter((account) => account !== undefined)
      .sort((a, b) => b.lastUsedAt.localeCompare(a.lastUsedAt));
  }

  async function aside(ref: AccountRef): Promise<readonly Account[]> {
    const names = (await namesIn(folder(ref))).flatMap((name) => ASIDE.exec(name)?.[1] ?? []);
    const kept = await Promise.all(
      [...new Set(names)].map(
        async (name) => await readTwice(join(folder(ref), name), accountSchema, 'lenient'),
      ),
    );
    return kept
      .filter((account) => account !== undefined && account !== 'damaged')
      .filter(({ identity }) => isSameAccount(identity, ref))
      .sort((a, b) => a.generation - b.generation);
  }

  const journalPath = (ref: AccountRef, generation: number): string =>
    join(folder(ref), `journal-${generation}.bin`);

  async function countIn(name: string, of: readonly number[]): Promise<JournalCount> {
    const counts = await Promise.all(
      of.map(async (generation) => await countEntries(join(root, name, `journal-${generation}.bin`))),
    );
    return {
      waiting: counts.reduce((sum, one) => sum + one.waiting, 0),
      lost: counts.reduce((sum, one) => sum + one.lost, 0),
    };
  }

  async function unsentIn(ref: AccountRef, of: readonly number[]): Promise<number> {
    return (await countIn(folderName(ref), of)).waiting;
  }

  /** The generations of a folder whose keys are here, and those whose keys are gone. */
  async function sorted(name: string): Promise<{ readonly own: number[]; readonly gone: number[] }> {
    const account = await read(name);
    const earlier = account === undefined ? [] : await aside(account.identity);
    const known = new Set([account?.generation, ...earlier.map(({ generation }) => generation)]);
    const all = await generationsIn(name);
    return {
      own: all.filter((generation) => known.has(generation)),
      gone: all.filter((generation) => !known.has(generation)),
    };
  }

  async function lostIn(name: string): Promise<number> {
    const { own, gone } = await sorted(name);
    const ofGone = await countIn(name, gone);
    return (await countIn(name, own)).lost + ofGone.lost + ofGone.waiting;
  }

  async function forgetLost(name: string, open: Journal | undefined): Promise<void> {
    if (!(await namesIn(root)).includes(name)) return;
    if ((await read(name)) === undefined) return await rm(join(root, name), { recursive: true, force: true });
    const { gone } = await sorted(name);
    for (const generation of gone) await removeJournal(join(root, name, `journal-${generation}.bin`));
    await open?.forgetLost();
  }

  return {
    folder,
    journalPath,
    list,
    find: async (ref) => await read(folderName(ref)),
    save: async (account) => {
      await mkdir(folder(account.identity), { recursive: true, mode: 0o700 });
      await syncFolder(root);
      await writeTwice(join(folder(account.identity), FILE_NAME), account);
    },
    saveAside: async (account) => {
      await writeTwice(join(folder(account.identity), `account-${account.generation}.json`), account);
    },
    aside,
    portfolioKeys: async () => {
      const accounts = await list();
      const earlier = await Promise.all(accounts.map(async ({ identity }) => await aside(identity)));
      return new Set([...accounts, ...earlier.flat()].flatMap(({ shared }) => shared?.key ?? []));
    },
    removeAside: async (ref, generation) => {
      await removeTwice(join(folder(ref), `account-${generation}.json`));
    },
    remove: async (ref) => {
      // The key first: if the computer goes off in between, what remains cannot be opened any more.
      await removeTwice(join(folder(ref), FILE_NAME));
      await rm(folder(ref), { recursive: true, force: true });
    },
    lastGeneration: async (ref) => Math.max(0, ...(await generations(ref))),
    unsent: async (ref) => await unsentIn(ref, (await sorted(folderName(ref))).own),
    unsentOf: async ({ identity, generation }) => await unsentIn(identity, [generation]),
    unsentAside: async (ref) =>
      await unsentIn(
        ref,
        (await aside(ref)).map(({ generation }) => generation),
      ),
    lost: async (ref) => await lostIn(folderName(ref)),
    losses: async () => {
      const found = await Promise.all(
        (await namesIn(root)).map(async (name) => ({ folder: name, entries: await lostIn(name) })),
      );
      return found
        .filter(({ entries }) => entries > 0)
        .map((one) => {
          const [, school, username] = NAMED_FOLDER.exec(one.folder) ?? [];
          return { ...one, ...(school !== undefined && username !== undefined && { school, username }) };
        });
    },
    forgetLost,
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
