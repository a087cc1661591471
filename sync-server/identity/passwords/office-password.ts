import { randomInt } from 'node:crypto';
import { must } from '../../../domain/base/assert.ts';
import { createHashQueue } from './hash-queue.ts';
import { hashPassword, type PasswordCost } from './password-hash.ts';
import type { Sealer } from '../../secrets/sealing.ts';
import type { Password, Profile } from '../../storage/contract/accounts.ts';

/** What the server's key is used for here; also names the key with which others open these passwords. */
export const OFFICE_PASSWORDS = 'office passwords';

/** An office's password works for ninety days: from the letters of September to the last parents of the autumn. */
const LIFETIME_MS = 90 * 86_400_000;
/** No look-alikes (0 O, 1 I l, 2 Z, 5 S, U V, g q), and no vowels, so that no word comes out. */
const CHARACTERS = 'bcdfghjkmnprtvwxy346789';
const GROUPS = 3;
const GROUP_LENGTH = 5;
const AT_ONCE = 2;

/** A password as it is printed in a letter: fifteen characters in groups, 67 bits from the system's generator. */
export function newOfficePassword(): string {
  const group = () =>
    Array.from({ length: GROUP_LENGTH }, () => CHARACTERS.charAt(randomInt(CHARACTERS.length))).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/**
 * Makes office's passwords, two at a time, so that signing in goes on while a whole school gets its letters. What is kept of one is the
 * hash that checks it and the sealed text that prints it again (ADR 7), sealed for that very hash: beside another one it does not open.
 */
export function createOfficePasswords(
  sealer: Sealer,
  cost: PasswordCost | undefined,
): (at: number) => Promise<Password> {
  const inTurn = createHashQueue(AT_ONCE, Infinity);
  return async (at) => {
    const text = newOfficePassword();
    const hash = must(await inTurn(() => hashPassword(text, cost)), 'as many may wait as there are');
    return {
      hash,
      origin: 'office',
      setAt: at,
      expiresAt: at + LIFETIME_MS,
      sealed: sealer.seal(text, hash),
    };
  };
}

/** The office's password of a profile, while it can still be used; undefined once the owner has chosen one. */
export function readOfficePassword(sealer: Sealer, { password }: Profile, now: number): string | undefined {
  const { hash, origin, sealed, expiresAt = 0 } = password;
  return origin === 'office' && sealed !== undefined && now < expiresAt
    ? sealer.open(sealed, hash)
    : undefined;
}

/**
 * A password as it was typed, in the spelling in which it was made where it is the office's: that one is read from paper, often over the
 * telephone, so capitals, blanks and missing hyphens make no other of it. One that its owner has chosen is what it is.
 */
export function asOfficePassword(typed: string, { origin }: Pick<Password, 'origin'>): string {
  if (origin !== 'office') return typed;
  const plain = typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
  const groups = plain.match(new RegExp(`.{${GROUP_LENGTH}}`, 'g')) ?? [];
  return plain.length === GROUPS * GROUP_LENGTH ? groups.join('-') : typed;
}
