import { randomBytes } from 'node:crypto';
import type { Infer, JsonSchema } from '../../domain/base/schema.ts';
import type { AccountRef } from '../../domain/protocol/endpoints/session/session.ts';
import { field } from '../../domain/record/fields.ts';
import { readChecked, writeAtomically } from '../files/atomic-write.ts';
import { createTurns } from '../../domain/base/turns.ts';
import { isSameAccount } from '../../domain/protocol/endpoints/session/same-account.ts';
import { stretch, WRAP_COST, type WrapCost } from './key-wrapping.ts';

/** Remembers which e-mail address opened which account here, so that it does so without the server too; keeps no address. */
export interface SignInNames {
  /** The account that this address opened last at this server. */
  find(server: string, typed: string): Promise<AccountRef | undefined>;
  remember(server: string, typed: string, account: AccountRef): Promise<void>;
  forget(account: AccountRef): Promise<void>;
}

const MOST_NAMES = 50;

const namesSchema = {
  type: 'object',
  properties: {
    salt: { type: 'string', minLength: 20, maxLength: 100 },
    /** Newest first. */
    names: {
      type: 'array',
      maxItems: MOST_NAMES,
      items: {
        type: 'object',
        properties: {
          name: { type: 'string', minLength: 40, maxLength: 100 },
          school: field.schoolId,
          username: field.shortText,
        },
        required: ['name', 'school', 'username'],
        additionalProperties: false,
      },
    },
  },
  required: ['salt', 'names'],
  additionalProperties: false,
} as const satisfies JsonSchema;

type Names = Infer<typeof namesSchema>;

/**
 * Opens the file of names; a damaged one is begun anew. An address costs as much to try as a password: about a third of a second on one
 * core. One salt serves the whole file, so that a list of 100,000 addresses takes nine hours on it, and less on more cores.
 */
export function createSignInNames(path: string, cost: WrapCost = WRAP_COST): SignInNames {
  const serial = createTurns();

  async function load(): Promise<Names> {
    const kept = await readChecked(path, namesSchema);
    if (kept === undefined || kept === 'damaged')
      return { salt: randomBytes(16).toString('base64'), names: [] };
    return kept;
  }

  async function hide({ salt }: Names, server: string, typed: string): Promise<string> {
    const address = typed.trim().normalize('NFC').toLowerCase();
    return (await stretch(`${server}\n${address}`, Buffer.from(salt, 'base64'), cost)).toString('base64');
  }

  return {
    find: async (server, typed) => {
      const kept = await load();
      if (!typed.includes('@') || kept.names.length === 0) return undefined;
      const name = await hide(kept, server, typed);
      const found = kept.names.find((one) => one.name === name);
      return found && { school: found.school, username: found.username };
    },
    remember: async (server, typed, account) => {
      if (!typed.includes('@')) return;
      await serial(async () => {
        const kept = await load();
        const name = await hide(kept, server, typed);
        const others = kept.names.filter((one) => one.name !== name);
        const { school, username } = account;
        const names = [{ name, school, username }, ...others].slice(0, MOST_NAMES);
        await writeAtomically(path, JSON.stringify({ ...kept, names }));
      });
    },
    forget: async (account) =>
      await serial(async () => {
        const kept = await load();
        const names = kept.names.filter((one) => !isSameAccount(one, account));
        if (names.length < kept.names.length) await writeAtomically(path, JSON.stringify({ ...kept, names }));
      }),
  };
}
