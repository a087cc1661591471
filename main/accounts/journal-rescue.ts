import type { JournalEntry } from '../../domain/protocol/bridge/journal.ts';
import { openJournal, type Journal } from '../journal/journal.ts';
import { removeJournal, retireJournal } from '../journal/journal-note.ts';
import type { Keychain } from '../keychain/keychain.ts';
import type { Account } from './account-file.ts';
import type { AccountStore } from './account-store.ts';
import type { OpenAccount } from './open-account.ts';

/** Tells the log, in one word, what happened to unsent entries. */
export type ReportJournal = (event: 'journalMoved' | 'journalSetAside', entries: number) => void;

/** Opens an account's keys with a password; undefined when it is wrong. */
export interface KeyOpener {
  databaseKey(account: Account, password: string): Promise<Buffer | undefined>;
  /** The journal's key alone: of a blocked account too, whose database key is gone. */
  journalKey(account: Account, password: string): Promise<Buffer | undefined>;
}

/** What was taken out of a journal, and how many entries in it nothing opens. */
interface Rescued {
  readonly entries: readonly JournalEntry[];
  readonly lost: number;
}

const NOTHING: Rescued = { entries: [], lost: 0 };

/** A change of an account's key, as far as its journal is concerned. */
interface Move {
  readonly store: AccountStore;
  readonly keychain: Keychain;
  readonly report: ReportJournal;
  /** The account with the key that nothing opens here. */
  readonly before: Account;
  readonly generation: number;
  /** The journal's key, where the password that has just been typed opens it: of an account that was blocked. */
  readonly keyOf: () => Promise<Buffer | undefined>;
  /** Opens the account with its new key. */
  readonly open: () => Promise<OpenAccount>;
  /** Makes the new key the account's. */
  readonly save: () => Promise<void>;
}

/** Opens an account with a new key and takes the unsent entries along, if the keychain lets it; else their journal is set aside. */
export async function moveJournal(move: Move): Promise<OpenAccount> {
  const { store, before, generation, report } = move;
  const { identity } = before;
  // Left by a start that was killed before it was adopted: the entries in it are still in the old journal.
  await removeJournal(store.journalPath(identity, generation));
  const waiting = await store.unsent(identity);
  const rescued = waiting === 0 ? NOTHING : await rescue(before, store, move);
  if (rescued === undefined) await store.saveAside(before);
  const opened = await move.open();
  // Appended before the old file goes: killed in between, both exist, and the server takes an entry once.
  const moved = await opened.journal.append(rescued?.entries ?? []);
  if (!moved.ok) {
    await opened.journal.close();
    throw new Error('The unsent entries could not be moved to the new journal');
  }
  await move.save();
  if (rescued === undefined) report('journalSetAside', waiting);
  else await retireJournal(store.journalPath(identity, before.generation), rescued.lost);
  if (rescued !== undefined && rescued.entries.length > 0) report('journalMoved', rescued.entries.length);
  return opened;
}

/** Unsent entries of the generation before, where the keychain can open them; a journal nobody can open stays where it is. */
async function rescue(
  account: Account,
  store: AccountStore,
  { keychain, keyOf }: Pick<Move, 'keychain' | 'keyOf'>,
): Promise<Rescued | undefined> {
  const text = keychain.open(Buffer.from(account.journalKey ?? '', 'base64'));
  const key = text === undefined ? await keyOf() : Buffer.from(text, 'base64');
  if (key === undefined) return undefined;
  const path = store.journalPath(account.identity, account.generation);
  const journal = await openJournal(path, key).finally(() => key.fill(0));
  return await readWhole(journal);
}

/**
 * Takes entries that were set aside into the open account's journal: the old password, typed while the account is open, opens them.
 * Tells how many; undefined when the password opens nothing.
 */
export async function recoverAside(
  store: AccountStore,
  keys: KeyOpener,
  current: OpenAccount,
  oldPassword: string,
): Promise<number | undefined> {
  let recovered: number | undefined;
  for (const account of await store.aside(current.identity)) {
    const key = await keys.journalKey(account, oldPassword);
    if (key === undefined) continue;
    const path = store.journalPath(account.identity, account.generation);
    const found = await readWhole(await openJournal(path, key).finally(() => key.fill(0)));
    if (found === undefined || !(await current.journal.append(found.entries)).ok) continue;
    await retireJournal(path, found.lost);
    await store.removeAside(account.identity, account.generation);
    recovered = (recovered ?? 0) + found.entries.length;
  }
  return recovered;
}

/**
 * The journals of an account that a password opens, its own or those set aside; undefined when it opens none. One whose file cannot be
 * read keeps none of the others back.
 */
export async function openJournals(
  store: AccountStore,
  keys: KeyOpener,
  account: Account,
  password: string,
  onError: (event: string, error: unknown) => void,
): Promise<readonly Journal[] | undefined> {
  const journals: Journal[] = [];
  let isRight = false;
  for (const one of [account, ...(await store.aside(account.identity))]) {
    const key = await keys.journalKey(one, password);
    if (key === undefined) continue;
    isRight = true;
    try {
      const path = store.journalPath(one.identity, one.generation);
      journals.push(await openJournal(path, key));
    } catch (error) {
      onError('journalNotOpened', error);
    } finally {
      key.fill(0);
    }
  }
  return isRight ? journals : undefined;
}

/** What opens of a journal, which is closed; undefined when nothing of it does. One damaged entry keeps none of the others back. */
async function readWhole(journal: Journal): Promise<Rescued | undefined> {
  try {
    const entries = await journal.read();
    const lost = journal.lost();
    if (!entries.ok || (entries.value.length === 0 && lost > 0)) return undefined;
    return { entries: entries.value, lost };
  } finally {
    await journal.close();
  }
}
