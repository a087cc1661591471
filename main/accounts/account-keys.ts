import { randomBytes, randomUUID } from 'node:crypto';
import type { Instant, SchoolId } from '../../domain/base/ids.ts';
import { toOpeningId } from '../../domain/protocol/bridge/journal.ts';
import type { Identity } from '../../domain/protocol/endpoints/session/session.ts';
import { isSameAccount } from '../../domain/protocol/endpoints/session/same-account.ts';
import { openJournal } from '../journal/journal.ts';
import { deriveJournalKey } from '../journal/journal-seal.ts';
import type { Keychain } from '../keychain/keychain.ts';
import { databaseNameOf, type Account } from './account-file.ts';
import { type AccountStore } from './account-store.ts';
import type { OpenAccount } from './open-account.ts';
import { moveJournal, type KeyOpener, type ReportJournal } from './journal-rescue.ts';
import { isWrappedAt, type WrapCost } from './key-wrapping.ts';
import {
  openByPassword,
  openByPortfolio,
  openBySecret,
  openJournalKey,
  wipeOpened,
  type OpenedKeys,
  type Secret,
} from './opened-keys.ts';
import type { Portfolio, PortfolioKeys } from './portfolio-keys.ts';
import { createSealing } from './seal-account.ts';

/** Whom the server has recognised, and where. */
export interface Recognised {
  readonly identity: Identity;
  readonly server: string;
  readonly via?: SchoolId;
}

/**
 * Opens accounts, by password or by the portfolio that is open.
 *
 * The keychain holds a copy of the *journal's* key alone: on a shared system user any program can ask the keychain, and the year's data
 * must not be had that way. With that copy, unsent entries survive a password that was changed on another computer; the database itself
 * gets a new key then and is pulled again.
 */
export interface AccountKeys extends KeyOpener {
  /** Opens with the password alone; undefined when it is wrong. `current` is the same account where it is open already. */
  unlock(
    account: Account,
    password: string,
    current: OpenAccount | undefined,
  ): Promise<OpenAccount | undefined>;
  /** Opens another account of the open portfolio; undefined when its key does not open it. */
  unlockShared(account: Account, portfolio: Portfolio): Promise<OpenAccount | undefined>;
  /** Opens with the key itself, which was kept in memory under a PIN. */
  reopen(account: Account, databaseKey: Buffer, portfolio: Portfolio | undefined): Promise<OpenAccount>;
  /**
   * Opens or creates the account of somebody whom the server has just recognised, and seals it anew; `current` is the same account where
   * it is open.
   */
  admit(recognised: Recognised, secret: Secret, current: OpenAccount | undefined): Promise<OpenAccount>;
  /** Whether unsent entries would move over to a new key: the keychain holds their own. */
  movesJournal(account: Account): boolean;
  /** Writes down what the server says anew of the open account. */
  rename(current: OpenAccount, identity: Identity): Promise<OpenAccount>;
}

/** What {@link createAccountKeys} depends on. */
export interface AccountKeysParts {
  readonly store: AccountStore;
  readonly portfolios: PortfolioKeys;
  readonly keychain: Keychain;
  readonly now: () => Instant;
  readonly report: ReportJournal;
  readonly cost: WrapCost;
}

/** Creates the opener of accounts. */
export function createAccountKeys(parts: AccountKeysParts): AccountKeys {
  const { store, portfolios, keychain, now, report, cost } = parts;
  const seal = createSealing(parts);

  async function open(
    account: Account,
    databaseKey: Buffer,
    portfolio: Portfolio | undefined,
  ): Promise<OpenAccount> {
    const { identity, via, generation, databaseName, enteredBy } = account;
    const journalKey = deriveJournalKey(databaseKey);
    const path = store.journalPath(identity, generation);
    const journal = await openJournal(path, journalKey).finally(() => journalKey.fill(0));
    return {
      identity,
      ...(via !== undefined && { via }),
      opening: toOpeningId(randomUUID()),
      databaseName,
      databaseKey,
      journal,
      ...(enteredBy !== undefined && { byProvider: true }),
      ...(portfolio !== undefined && { portfolio }),
    };
  }

  /** The key of the recognised profile's portfolio, under the password that the server has taken; `held` is the open one. */
  async function portfolioFor(
    { identity, server }: Recognised,
    secret: Secret,
    opened: OpenedKeys | undefined,
    held: Portfolio | undefined,
  ): Promise<Portfolio | undefined> {
    if ('portfolio' in secret) return secret.portfolio;
    const { profile } = identity;
    const isOf = (one: Portfolio | undefined): one is Portfolio =>
      one?.profile === profile && one.server === server;
    const found = opened?.portfolio;
    const known = isOf(held) ? held : isOf(found) ? found : undefined;
    try {
      if (known === undefined) return await portfolios.openOrCreate({ server, profile }, secret.password);
      // What this very password has just opened is under it already.
      if (found?.id !== known.id || opened?.old === true) await portfolios.seal(known, secret.password);
      return known;
    } catch {
      // On a full disk the account opens all the same; going over to the others asks for the password.
      return undefined;
    }
  }

  /** The account as it is used now; where its wrapping costs less than it should, under the password that has just opened it. */
  async function renew(account: Account, opened: OpenedKeys, password: string): Promise<Account> {
    const used = { ...account, lastUsedAt: now() };
    const isAsWanted = isWrappedAt(account.databaseKey, cost) && account.journal?.wrapped !== undefined;
    if (!opened.direct || isAsWanted || account.boundTo !== undefined) return used;
    const renewed = await seal(account, opened, { password }, opened.portfolio);
    // What is not of the keys stays as it is: nobody has asked the server.
    return { ...renewed, ...used, ...pick(renewed) };
  }

  /** The server knows the person, but no key here opens: a new database, and what waits moves over if the keychain lets it. */
  async function replaceKey(
    before: Account,
    secret: Secret,
    portfolio: Portfolio | undefined,
  ): Promise<OpenAccount> {
    const { identity, via, enteredBy } = before;
    const generation = before.generation + 1;
    const fresh = {
      identity,
      ...(via !== undefined && { via }),
      ...(enteredBy !== undefined && { enteredBy }),
      generation,
      databaseName: databaseNameOf(identity, generation),
    };
    const databaseKey = randomBytes(32);
    const account = await seal(fresh, { databaseKey, direct: false }, secret, portfolio);
    return await moveJournal({
      store,
      keychain,
      report,
      before,
      keyOf: async () =>
        'password' in secret ? await openJournalKey(portfolios, before, secret.password) : undefined,
      open: async () => await open(account, databaseKey, portfolio),
      save: async () => await store.save(account),
      generation,
    });
  }

  async function create(
    { identity, via }: Recognised,
    secret: Secret,
    portfolio: Portfolio | undefined,
  ): Promise<OpenAccount> {
    const generation = (await store.lastGeneration(identity)) + 1;
    // A journal without its account file (damaged, removed by hand) is kept and counted.
    if (generation > 1) report('journalSetAside', await store.lost(identity));
    const databaseKey = randomBytes(32);
    const databaseName = databaseNameOf(identity, generation);
    const base = { identity, ...(via !== undefined && { via }), generation, databaseName };
    const account = await seal(base, { databaseKey, direct: false }, secret, portfolio);
    await store.save(account);
    return await open(account, databaseKey, portfolio);
  }

  /** After a change of password: the old one opens no other account of the portfolio either. */
  async function forgetOldPassword(portfolio: Portfolio, renewed: Identity): Promise<void> {
    for (const account of await store.list()) {
      const { databaseKey, journal = {}, ...rest } = account;
      if (databaseKey === undefined || isSameAccount(account.identity, renewed)) continue;
      const opened = openByPortfolio(account, portfolio);
      const { wrapped: _old, ...kept } = journal;
      if (opened !== undefined) await store.save({ ...rest, journal: kept });
      opened?.fill(0);
    }
  }

  return {
    unlock: async (account, password, current) => {
      const opened = await openByPassword(portfolios, account, password);
      if (opened === undefined) return undefined;
      // On a full disk the account opens all the same; only its place in the list is not renewed.
      await store.save(await renew(account, opened, password)).catch(() => undefined);
      if (current === undefined) return await open(account, opened.databaseKey, opened.portfolio);
      wipeOpened(opened);
      return current;
    },
    unlockShared: async (account, portfolio) => {
      const databaseKey = openByPortfolio(account, portfolio);
      if (databaseKey === undefined) return undefined;
      await store.save({ ...account, lastUsedAt: now() }).catch(() => undefined);
      return await open(account, databaseKey, portfolio);
    },
    reopen: open,
    databaseKey: async (account, password) => {
      const opened = await openByPassword(portfolios, account, password);
      opened?.portfolio?.key.fill(0);
      return opened?.databaseKey;
    },
    journalKey: async (account, password) => await openJournalKey(portfolios, account, password),
    movesJournal: ({ journalKey = '' }) => keychain.open(Buffer.from(journalKey, 'base64')) !== undefined,
    admit: async (recognised, secret, current) => {
      const { identity, via } = recognised;
      const before = await store.find(identity);
      const opened = before && (await openBySecret(portfolios, before, secret));
      const portfolio = await portfolioFor(recognised, secret, opened, current?.portfolio);
      if (before === undefined) return await create(recognised, secret, portfolio);
      const databaseKey = current?.databaseKey ?? opened?.databaseKey;
      const { via: _via, ...rest } = before;
      const renewed = { ...rest, identity, ...(via !== undefined && { via }) };
      if (databaseKey === undefined) return await replaceKey(renewed, secret, portfolio);
      // A second copy of what is in memory anyway.
      if (opened !== undefined && !('portfolio' in secret))
        wipeOpened(opened, { databaseKey, ...(portfolio !== undefined && { portfolio }) });
      const keys = { databaseKey, direct: opened?.direct ?? false };
      // What opened data that was not marked so is the server's password, or was: it is asked with it as before.
      const isServers = opened !== undefined && before.enteredBy === undefined;
      const account = await seal(renewed, keys, isServers ? asServers(secret) : secret, portfolio);
      // With an unchanged password the old file serves as well: a full disk does not keep anybody out.
      if (opened === undefined) await store.save(account);
      else await store.save(account).catch(() => undefined);
      const isNewPassword = 'password' in secret && opened?.direct !== true;
      if (isNewPassword && portfolio !== undefined) await forgetOldPassword(portfolio, identity);
      if (current === undefined) return await open(account, databaseKey, portfolio);
      const { byProvider: _before, ...kept } = current;
      return {
        ...kept,
        identity,
        ...(account.enteredBy !== undefined && { byProvider: true }),
        ...(portfolio !== undefined && { portfolio }),
      };
    },
    rename: async (current, identity) => {
      const before = await store.find(identity);
      const { portfolio, ...rest } = current;
      const stays = identity.profile === current.identity.profile;
      if (before !== undefined) {
        const { shared, ...own } = before;
        // An account that has left the profile is not opened by its portfolio any more, unless nothing else would open it.
        const keepsShared = shared !== undefined && (stays || before.databaseKey === undefined);
        await store.save({ ...own, identity, ...(keepsShared && { shared }) });
      }
      return { ...rest, identity, ...(portfolio !== undefined && stays && { portfolio }) };
    },
  };
}

function pick({ databaseKey, journal }: Account): Pick<Account, 'databaseKey' | 'journal'> {
  return { ...(databaseKey && { databaseKey }), ...(journal && { journal }) };
}

function asServers(secret: Secret): Secret {
  const { isLocal: _isLocal, ...rest } = secret;
  return rest;
}
