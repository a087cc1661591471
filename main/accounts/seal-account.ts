import type { Instant } from '../../domain/base/ids.ts';
import { deriveJournalKey } from '../journal/journal-seal.ts';
import type { Keychain } from '../keychain/keychain.ts';
import { journalOwnerOf, ownerOf, type Account } from './account-file.ts';
import { isWrappedAt, sealKey, wrapKeys, type WrapCost } from './key-wrapping.ts';
import type { OpenedKeys, Secret } from './opened-keys.ts';
import type { Portfolio } from './portfolio-keys.ts';

/** Makes the file of an account: its keys under what proves its owner from now on, the journal's apart. */
export type SealAccount = (
  base: Pick<Account, 'identity' | 'generation' | 'databaseName'> & Partial<Account>,
  keys: Pick<OpenedKeys, 'databaseKey' | 'direct'>,
  secret: Secret,
  portfolio: Portfolio | undefined,
) => Promise<Account>;

/** Creates the sealing of accounts. */
export function createSealing(parts: {
  readonly keychain: Keychain;
  readonly now: () => Instant;
  readonly cost: WrapCost;
}): SealAccount {
  const { keychain, now, cost } = parts;
  return async (base, { databaseKey, direct }, secret, portfolio) => {
    const { identity, via, generation, databaseName, databaseKey: before } = base;
    const keepsBinding = base.boundTo !== undefined && !('password' in secret);
    const bound = { identity, ...(keepsBinding && { boundTo: 'person' as const }) };
    const owner = ownerOf(bound);
    const journalKey = deriveJournalKey(databaseKey);
    const sealedJournal = keychain.seal(journalKey.toString('base64'));
    const isAsWanted =
      direct &&
      base.boundTo === undefined &&
      base.journal?.wrapped !== undefined &&
      isWrappedAt(before, cost);
    const serves = isAsWanted || !('password' in secret);
    const isByProvider = secret.isLocal === true || ('portfolio' in secret && base.enteredBy !== undefined);
    const both = {
      data: { key: databaseKey, owner },
      journal: { key: journalKey, owner: journalOwnerOf(bound) },
    };
    const wrapped = serves
      ? { data: before, journal: base.journal?.wrapped }
      : await wrapKeys(both, secret.password, cost);
    const shared = (key: Buffer, of: string) =>
      portfolio && { key: portfolio.id, sealed: sealKey(key, portfolio.key, of) };
    const sharedData = shared(databaseKey, owner);
    const sharedJournal = shared(journalKey, both.journal.owner);
    journalKey.fill(0);
    return {
      version: 2,
      ...bound,
      ...(via !== undefined && { via }),
      lastUsedAt: now(),
      generation,
      databaseName,
      ...(wrapped.data !== undefined && { databaseKey: wrapped.data }),
      ...(sharedData !== undefined && { shared: sharedData }),
      journal: {
        ...(wrapped.journal !== undefined && { wrapped: wrapped.journal }),
        ...(sharedJournal !== undefined && { shared: sharedJournal }),
      },
      ...(sealedJournal !== undefined && { journalKey: sealedJournal.toString('base64') }),
      ...(isByProvider && { enteredBy: 'provider' as const }),
    };
  };
}
