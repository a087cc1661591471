import { deriveJournalKey } from '../journal/journal-seal.ts';
import { journalOwnerOf, ownerOf, type Account } from './account-file.ts';
import { openKey, unwrapKey } from './key-wrapping.ts';
import type { Portfolio, PortfolioKeys } from './portfolio-keys.ts';

/**
 * What the local data is opened with, and sealed under from now on: a password that the server has just taken, one of this computer's own
 * after somebody else has said who the person is, or the open portfolio.
 */
export type Secret =
  | {
      readonly password: string;
      /** The one before it, where it has just been changed. */
      readonly earlier?: string;
      /** It is this computer's own: the server does not know it. */
      readonly isLocal?: true;
    }
  | {
      readonly portfolio: Portfolio;
      /** The password of the portfolio is this computer's own. */
      readonly isLocal?: true;
    };

/** What a secret opens of an account: its database, and the portfolio that it is in. */
export interface OpenedKeys {
  readonly databaseKey: Buffer;
  readonly portfolio?: Portfolio;
  /** Whether the account's own wrapping, under this very password, has opened it: then it serves as it is. */
  readonly direct: boolean;
  /** Whether it was the password before: what it opened has to be sealed anew. */
  readonly old: boolean;
}

/** Opens with a password; undefined when it is wrong. */
export async function openByPassword(
  portfolios: PortfolioKeys,
  account: Account,
  password: string,
): Promise<OpenedKeys | undefined> {
  const { databaseKey: wrapped, shared } = account;
  const [own, portfolio] = await Promise.all([
    wrapped && unwrapKey(wrapped, password, ownerOf(account)),
    shared && portfolios.open(shared.key, password),
  ]);
  const databaseKey = own ?? (shared && portfolio && openKey(shared.sealed, portfolio.key, ownerOf(account)));
  if (databaseKey === undefined) {
    portfolio?.key.fill(0);
    return undefined;
  }
  // The account has left this profile: what opened it once does not open the others any more.
  const isMember = portfolio?.profile === account.identity.profile;
  if (!isMember) portfolio?.key.fill(0);
  return {
    databaseKey,
    direct: own !== undefined,
    old: false,
    ...(portfolio !== undefined && isMember && { portfolio }),
  };
}

/** Opens with what the server has taken; undefined when nothing of it opens the data of this device. */
export async function openBySecret(
  portfolios: PortfolioKeys,
  account: Account,
  secret: Secret,
): Promise<OpenedKeys | undefined> {
  if ('portfolio' in secret) {
    const { portfolio } = secret;
    const databaseKey = openByPortfolio(account, portfolio);
    return databaseKey && { databaseKey, portfolio, direct: false, old: false };
  }
  const opened = await openByPassword(portfolios, account, secret.password);
  if (opened !== undefined || secret.earlier === undefined) return opened;
  const earlier = await openByPassword(portfolios, account, secret.earlier);
  return earlier && { ...earlier, direct: false, old: true };
}

/** The database key of an account of the portfolio; undefined when it is none, or not any more. */
export function openByPortfolio(account: Account, portfolio: Portfolio): Buffer | undefined {
  const { shared, identity } = account;
  if (shared?.key !== portfolio.id || identity.profile !== portfolio.profile) return undefined;
  return openKey(shared.sealed, portfolio.key, ownerOf(account));
}

/** The journal's key with a password, by whatever it is under; undefined when that is wrong. */
export async function openJournalKey(
  portfolios: PortfolioKeys,
  account: Account,
  password: string,
): Promise<Buffer | undefined> {
  const opened = await openByPassword(portfolios, account, password);
  if (opened !== undefined) {
    const key = deriveJournalKey(opened.databaseKey);
    wipeOpened(opened);
    return key;
  }
  // Only of a blocked account: elsewhere a wrong password would be tried twice.
  if (account.databaseKey !== undefined || account.shared !== undefined) return undefined;
  const { wrapped, shared } = account.journal ?? {};
  const owner = journalOwnerOf(account);
  const own = wrapped && (await unwrapKey(wrapped, password, owner));
  if (own !== undefined || shared === undefined) return own;
  const portfolio = await portfolios.open(shared.key, password);
  if (portfolio === undefined) return undefined;
  try {
    return openKey(shared.sealed, portfolio.key, owner);
  } finally {
    portfolio.key.fill(0);
  }
}

/** Overwrites what was opened, but for keys that go on being used. */
export function wipeOpened(
  { databaseKey, portfolio }: OpenedKeys,
  kept: { readonly databaseKey?: Buffer; readonly portfolio?: Portfolio } = {},
): void {
  if (databaseKey !== kept.databaseKey) databaseKey.fill(0);
  if (portfolio?.key !== kept.portfolio?.key) portfolio?.key.fill(0);
}
