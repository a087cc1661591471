import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Infer, JsonSchema } from '../../domain/base/schema.ts';
import { field } from '../../domain/record/fields.ts';
import { errorCode } from '../files/error-code.ts';
import { readTwice, removeTwice, writeTwice } from '../files/kept-twice.ts';
import { isWrappedAt, unwrapKey, wrapKey, wrappedKeySchema, type WrapCost } from './key-wrapping.ts';

/** Names a profile: its identifier is unique on its server alone. */
export interface ProfileRef {
  readonly server: string;
  readonly profile: string;
}

/**
 * The key of a portfolio on this device, while one of its accounts is open: opens the databases of all accounts of one profile, so that
 * going over from one child to the other needs neither the password nor the server (S33).
 */
export interface Portfolio extends ProfileRef {
  readonly id: string;
  readonly key: Buffer;
}

/** The portfolio keys of this device, each in a file, under the password of its profile. */
export interface PortfolioKeys {
  /** Opens a key by its name; undefined when there is none or the password is another one. */
  open(id: string, password: string): Promise<Portfolio | undefined>;
  /** The key of a profile that this password opens; a new one where there is none. */
  openOrCreate(profile: ProfileRef, password: string): Promise<Portfolio>;
  /** Seals a key under a new password, also for a profile with a new name. */
  seal(portfolio: Portfolio, password: string): Promise<void>;
  /** Removes the keys that no account of this device uses any more. */
  keepOnly(ids: ReadonlySet<string>): Promise<void>;
}

const portfolioSchema = {
  type: 'object',
  properties: {
    version: { const: 1 },
    id: field.id,
    server: { type: 'string', maxLength: 200 },
    profile: field.id,
    wrapped: wrappedKeySchema,
  },
  required: ['version', 'id', 'server', 'profile', 'wrapped'],
  additionalProperties: false,
} as const satisfies JsonSchema;

type PortfolioFile = Infer<typeof portfolioSchema>;

/** A key, or its second copy. */
const FILE = /^([0-9a-f-]{36})\.json(?:\.bak)?$/;

/** Opens the portfolio keys under a folder. */
export function createPortfolioKeys(root: string, cost: WrapCost): PortfolioKeys {
  const pathOf = (id: string): string => join(root, `${id}.json`);

  async function ids(): Promise<readonly string[]> {
    try {
      return [...new Set((await readdir(root)).flatMap((name) => FILE.exec(name)?.[1] ?? []))];
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  async function read(id: string): Promise<PortfolioFile | undefined> {
    if (!FILE.test(`${id}.json`)) return undefined;
    const file = await readTwice(pathOf(id), portfolioSchema, 'strict', (content) => content.id === id);
    return file === 'damaged' ? undefined : file;
  }

  async function openFile(file: PortfolioFile, password: string): Promise<Portfolio | undefined> {
    const { id, server, profile } = file;
    const key = await unwrapKey(file.wrapped, password, ownerOf(file));
    if (key === undefined) return undefined;
    const portfolio = { id, server, profile, key };
    // It opens as much as an account's own key: the weaker of both would decide.
    if (!isWrappedAt(file.wrapped, cost)) await seal(portfolio, password).catch(() => undefined);
    return portfolio;
  }

  async function seal({ id, server, profile, key }: Portfolio, password: string): Promise<void> {
    const wrapped = await wrapKey(key, password, ownerOf({ id, server, profile }), cost);
    const file: PortfolioFile = { version: 1, id, server, profile, wrapped };
    await mkdir(root, { recursive: true, mode: 0o700 });
    await writeTwice(pathOf(id), file);
  }

  return {
    seal,
    open: async (id, password) => {
      const file = await read(id);
      return file && (await openFile(file, password));
    },
    openOrCreate: async ({ server, profile }, password) => {
      for (const id of await ids()) {
        const file = await read(id);
        if (file?.server !== server || file.profile !== profile) continue;
        // One that was left by an older password stays: accounts that nobody has opened since may need it.
        const opened = await openFile(file, password);
        if (opened !== undefined) return opened;
      }
      const created = { id: randomUUID(), server, profile, key: randomBytes(32) };
      await seal(created, password);
      return created;
    },
    keepOnly: async (kept) => {
      for (const id of await ids()) if (!kept.has(id)) await removeTwice(pathOf(id));
    },
  };
}

function ownerOf({ id, server, profile }: Pick<PortfolioFile, 'id' | 'server' | 'profile'>): string {
  return `campanella portfolio key v1\n${id}\n${server}\n${profile}`;
}
