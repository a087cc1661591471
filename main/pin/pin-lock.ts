import { hkdfSync, randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Infer, JsonSchema } from '../../domain/base/schema.ts';
import type { OpeningId } from '../../domain/protocol/bridge/journal.ts';
import type { Identity } from '../../domain/protocol/endpoints/session/session.ts';
import type { OpenAccount } from '../accounts/open-account.ts';
import type { Portfolio } from '../accounts/portfolio-keys.ts';
import {
  openKey,
  sealedKeySchema,
  sealKey,
  stretch,
  type SealedKey,
  type WrapCost,
} from '../accounts/key-wrapping.ts';
import { readChecked, writeAtomically } from '../files/atomic-write.ts';

/** What a right PIN gives back. */
export interface Reopened {
  readonly identity: Identity;
  readonly databaseKey: Buffer;
  readonly portfolio?: Portfolio;
}

/**
 * Quick unlock by PIN. On the disk there is only what the database key opens. Between a lock and the next unlock the database key stays
 * in memory, sealed under the PIN together with a random number that exists nowhere else, for some hours and some tries: a stolen disk
 * is worth nothing, and ten thousand PINs cannot be tried.
 */
export interface PinLock {
  /** Reads the PIN of an account that has been opened; whatever was kept of a lock is gone. */
  opened(account: OpenAccount): Promise<void>;
  /** Whether an open account has a PIN. */
  has(account: OpenAccount): boolean;
  /** Sets the PIN of the open account, or removes it. */
  set(account: OpenAccount, pin: string | null): Promise<void>;
  /** At a lock: keeps the account's keys under its PIN; false where it has none. */
  keep(account: OpenAccount): boolean;
  /** Whether a PIN opens something now. */
  works(): boolean;
  /** Opens with the PIN; each call is a try. */
  open(pin: string): Promise<Reopened | 'wrong' | 'gone'>;
  /** Forgets what was kept: from here on only the password opens. */
  wipe(): void;
}

/** What {@link createPinLock} depends on. */
export interface PinLockParts {
  readonly folder: (identity: Identity) => string;
  /** Milliseconds of a clock that nobody can set. */
  readonly steady: () => number;
  readonly cost: WrapCost;
  /** What was kept has ended by time or by tries. */
  readonly onGone: () => void;
}

/** How long after a lock the PIN opens: a morning at school with its breaks. */
export const PIN_LASTS = 4 * 3_600_000;
/** Wrong PINs after which only the password opens. */
export const PIN_TRIES = 5;

const FILE_NAME = 'pin.json';
const OWNER = 'campanella pin v1';

const pinSchema = {
  type: 'object',
  properties: { salt: { type: 'string', minLength: 20, maxLength: 100 }, sealed: sealedKeySchema },
  required: ['salt', 'sealed'],
  additionalProperties: false,
} as const satisfies JsonSchema;

interface Known {
  /** Whose PIN it is: the next account may be on its way in when this one is locked. */
  readonly opening: OpeningId;
  readonly salt: Buffer;
  /** What the PIN is stretched to. */
  readonly stretched: Buffer;
}

interface Kept {
  readonly identity: Identity;
  readonly salt: Buffer;
  readonly pepper: Buffer;
  readonly databaseKey: SealedKey;
  readonly portfolio?: { readonly about: Omit<Portfolio, 'key'>; readonly key: SealedKey };
  readonly until: number;
  readonly timer: NodeJS.Timeout;
}

/** Creates the quick unlock; holds one account at a time. */
export function createPinLock({ folder, steady, cost, onGone }: PinLockParts): PinLock {
  let known: Known | undefined;
  let kept: Kept | undefined;
  let tries = 0;

  function forgetKnown(): void {
    known?.stretched.fill(0);
    known = undefined;
  }

  function dropKept(): void {
    if (kept === undefined) return;
    clearTimeout(kept.timer);
    kept.pepper.fill(0);
    kept = undefined;
  }

  function expire(): void {
    dropKept();
    onGone();
  }

  async function read({ identity, opening, databaseKey }: OpenAccount): Promise<Known | undefined> {
    const file: Infer<typeof pinSchema> | 'damaged' | undefined = await readChecked(
      join(folder(identity), FILE_NAME),
      pinSchema,
    );
    if (file === undefined || file === 'damaged') return undefined;
    const stretched = openKey(file.sealed, databaseKey, OWNER);
    return stretched && { opening, salt: Buffer.from(file.salt, 'base64'), stretched };
  }

  return {
    opened: async (account) => {
      const own = await read(account);
      dropKept();
      forgetKnown();
      known = own;
    },
    has: (account) => known?.opening === account.opening,
    set: async (account, pin) => {
      const path = join(folder(account.identity), FILE_NAME);
      if (pin === null) {
        // First: a lock that falls in between must not keep the old one.
        forgetKnown();
        return await rm(path, { force: true });
      }
      const salt = randomBytes(16);
      const stretched = await stretch(pin, salt, cost);
      const sealed = sealKey(stretched, account.databaseKey, OWNER);
      await writeAtomically(path, JSON.stringify({ salt: salt.toString('base64'), sealed }));
      forgetKnown();
      known = { opening: account.opening, salt, stretched };
    },
    keep: (account) => {
      dropKept();
      if (known?.opening !== account.opening) return false;
      const pepper = randomBytes(32);
      const under = underPin(known.stretched, pepper);
      const { identity, databaseKey, portfolio } = account;
      const timer = setTimeout(expire, PIN_LASTS);
      timer.unref();
      kept = {
        identity,
        salt: known.salt,
        pepper,
        databaseKey: sealKey(databaseKey, under, OWNER),
        ...(portfolio !== undefined && { portfolio: sealPortfolio(portfolio, under) }),
        until: steady() + PIN_LASTS,
        timer,
      };
      under.fill(0);
      forgetKnown();
      tries = 0;
      return true;
    },
    works: () => kept !== undefined && steady() < kept.until,
    open: async (pin) => {
      if (kept === undefined) return 'gone';
      const now = kept;
      if (steady() >= now.until) {
        expire();
        return 'gone';
      }
      // Counted before it is tried: tries that come at the same time are as many tries.
      tries += 1;
      const isLast = tries >= PIN_TRIES;
      const { salt, pepper, identity } = now;
      const copy = Buffer.from(pepper);
      if (isLast) dropKept();
      const stretched = await stretch(pin, salt, cost);
      const under = underPin(stretched, copy);
      stretched.fill(0);
      copy.fill(0);
      const databaseKey = openKey(now.databaseKey, under, OWNER);
      if (databaseKey === undefined) {
        under.fill(0);
        if (isLast) onGone();
        return 'wrong';
      }
      const portfolio = now.portfolio && openPortfolio(now.portfolio, under);
      under.fill(0);
      return { identity, databaseKey, ...(portfolio !== undefined && { portfolio }) };
    },
    wipe: () => {
      dropKept();
      forgetKnown();
    },
  };
}

function underPin(stretched: Buffer, pepper: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', stretched, pepper, 'campanella pin lock v1', 32));
}

function sealPortfolio({ key, ...about }: Portfolio, under: Buffer): NonNullable<Kept['portfolio']> {
  return { about, key: sealKey(key, under, OWNER) };
}

function openPortfolio({ about, key }: NonNullable<Kept['portfolio']>, under: Buffer): Portfolio | undefined {
  const opened = openKey(key, under, OWNER);
  return opened && { ...about, key: opened };
}
