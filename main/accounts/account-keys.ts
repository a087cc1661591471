import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Instant } from '../../domain/base/ids.ts';
import { toOpeningId, type JournalEntry, type OpeningId } from '../../domain/protocol/bridge.ts';
import type { Identity } from '../../domain/protocol/session.ts';
import { openJournal, type Journal } from '../journal/journal.ts';
import { deriveJournalKey } from '../journal/journal-seal.ts';
import type { Keychain } from '../session/keychain.ts';
import type { Account, AccountStore } from './account-store.ts';
import { unwrapKey, WRAP_COST, wrapKey, type WrapCost } from './key-wrapping.ts';

/** An account whose data can be read: only while it is open. */
export interface OpenAccount {
  readonly identity: Identity;
  /** Made with the journal object; a sign-in into the open account goes on with both. */
  readonly opening: OpeningId;
  readonly databaseName: string;
  readonly databaseKey: Buffer;
  readonly journal: Journal;
}

/**
 * Opens accounts by password.
 *
 * The keychain holds a copy of the *journal's* key alone: on a shared system user any program can ask the keychain, and the year's data
 * must not be had that way. With that copy, unsent entries survive a password that was changed on another computer; the database itself
 * gets a new key then and is pulled again.
 */
export interface AccountKeys {
  /** Opens with the password alone; undefined when it is wrong. `current` is the same account where it is open already. */
  unlock(
    account: Account,
    password: string,
    current: OpenAccount | undefined,
  ): Promise<OpenAccount | undefined>;
  /** Opens or creates the account of somebody whom the server has just recognised; `current` is the same account where it is open. */
  admit(identity: Identity, password: string, current: OpenAccount | undefined): Promise<OpenAccount>;
}

/** What {@link createAccountKeys} depends on. */
export interface AccountKeysParts {
  readonly store: AccountStore;
  readonly keychain: Keychain;
  readonly now: () => Instant;
  /** Tells the log, in one word, what happened to unsent entries. */
  readonly report: (event: 'journalMoved' | 'journalSetAside', entries: number) => void;
  readonly cost?: WrapCost;
}

/** Creates the opener of accounts. */
export function createAccountKeys({
  store,
  keychain,
  now,
  report,
  cost = WRAP_COST,
}: AccountKeysParts): AccountKeys {
  async function open(account: Account, databaseKey: Buffer): Promise<OpenAccount> {
    const { identity, generation } = account;
    const journal = await openJournal(store.journalPath(identity, generation), deriveJournalKey(databaseKey));
    const opening = toOpeningId(randomUUID());
    return { identity, opening, databaseName: databaseNameOf(account), databaseKey, journal };
  }

  async function compose(
    identity: Identity,
    generation: number,
    databaseKey: Buffer,
    password: string,
  ): Promise<{ readonly account: Account; readonly databaseKey: Buffer }> {
    const sealed = keychain.seal(deriveJournalKey(databaseKey).toString('base64'));
    const account: Account = {
      version: 1,
      identity,
      lastUsedAt: now(),
      generation,
      databaseKey: await wrapKey(databaseKey, password, ownerOf(identity), cost),
      ...(sealed !== undefined && { journalKey: sealed.toString('base64') }),
    };
    return { account, databaseKey };
  }

  /** Unsent entries of the generation before, where the keychain can open them; a journal nobody can open stays where it is. */
  async function rescue(account: Account): Promise<readonly JournalEntry[] | undefined> {
    const key = keychain.open(Buffer.from(account.journalKey ?? '', 'base64'));
    if (key === undefined) return undefined;
    const journal = await openJournal(
      store.journalPath(account.identity, account.generation),
      Buffer.from(key, 'base64'),
    );
    try {
      const entries = await journal.read();
      return entries.ok && entries.value.length === journal.unsent() ? entries.value : undefined;
    } finally {
      await journal.close();
    }
  }

  /** The server knows the person, but no key here opens: a new database, and what waits moves over if the keychain lets it. */
  async function replaceKey(before: Account, password: string): Promise<OpenAccount> {
    const { identity } = before;
    const generation = before.generation + 1;
    const { account, databaseKey } = await compose(identity, generation, randomBytes(32), password);
    // Left by a start that was killed before it was adopted: the entries in it are still in the old journal.
    await rm(store.journalPath(identity, generation), { force: true });
    const waiting = await store.unsent(identity);
    const rescued = waiting === 0 ? [] : await rescue(before);
    if (rescued === undefined) await store.saveAside(before);
    const opened = await open(account, databaseKey);
    // Appended before the old file goes: killed in between, both exist, and the server takes an entry once.
    const moved = await opened.journal.append(rescued ?? []);
    if (!moved.ok) {
      await opened.journal.close();
      throw new Error('The unsent entries could not be moved to the new journal');
    }
    await store.save(account);
    if (rescued === undefined) report('journalSetAside', waiting);
    else await rm(store.journalPath(identity, before.generation), { force: true });
    if (rescued !== undefined && rescued.length > 0) report('journalMoved', rescued.length);
    return opened;
  }

  async function create(identity: Identity, password: string): Promise<OpenAccount> {
    const generation = (await store.lastGeneration(identity)) + 1;
    // A journal without its account file (damaged, removed by hand) is kept and counted.
    if (generation > 1) report('journalSetAside', await store.unsent(identity));
    const { account, databaseKey } = await compose(identity, generation, randomBytes(32), password);
    await store.save(account);
    return await open(account, databaseKey);
  }

  return {
    unlock: async (account, password, current) => {
      const databaseKey = await unwrapKey(account.databaseKey, password, ownerOf(account.identity));
      if (databaseKey === undefined) return undefined;
      // On a full disk the account opens all the same; only its place in the list is not renewed.
      await store.save({ ...account, lastUsedAt: now() }).catch(() => undefined);
      return current ?? (await open(account, databaseKey));
    },
    admit: async (identity, password, current) => {
      const before = await store.find(identity);
      if (before === undefined) return await create(identity, password);
      const opensAsIs = await unwrapKey(before.databaseKey, password, ownerOf(identity));
      const databaseKey = opensAsIs ?? current?.databaseKey;
      if (databaseKey === undefined) return await replaceKey({ ...before, identity }, password);
      const { account } = await compose(identity, before.generation, databaseKey, password);
      // With an unchanged password the old file serves as well: a full disk does not keep anybody out.
      if (opensAsIs === undefined) await store.save(account);
      else await store.save(account).catch(() => undefined);
      return current === undefined ? await open(account, databaseKey) : { ...current, identity };
    },
  };
}

function ownerOf({ school, person }: Identity): string {
  return `campanella database key v1\n${school}\n${person}`;
}

function databaseNameOf({ identity, generation }: Account): string {
  return `campanella-${identity.school}-${identity.person}-${generation}`.toLowerCase();
}
