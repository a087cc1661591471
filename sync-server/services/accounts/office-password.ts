import { randomInt } from 'node:crypto';
import { hashPassword } from '../../auth/password-hash.ts';
import type { Sealer } from '../../auth/sealing.ts';
import type { Password, Profile } from '../../storage/accounts.ts';

/** What the server's key is used for here; also names the key with which others open these passwords. */
export const OFFICE_PASSWORDS = 'office passwords';

/** An office's password works for ninety days: from the letters of September to the last parents of the autumn. */
const LIFETIME_MS = 90 * 86_400_000;
/** No look-alikes (0 O, 1 I l, 2 Z, 5 S, U V, g q), and no vowels, so that no word comes out. */
const CHARACTERS = 'bcdfghjkmnprtvwxy346789';
const GROUPS = 3;
const GROUP_LENGTH = 5;

/** A password as it is printed in a letter: fifteen characters in groups, 67 bits from the system's generator. */
export function newOfficePassword(): string {
  const group = () =>
    Array.from({ length: GROUP_LENGTH }, () => CHARACTERS.charAt(randomInt(CHARACTERS.length))).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** What is kept of a fresh office's password: the hash that checks it, and the sealed text that prints it again (ADR 7). */
export async function officePassword(sealer: Sealer, at: number): Promise<Password> {
  const text = newOfficePassword();
  const hash = await hashPassword(text);
  return { hash, origin: 'office', setAt: at, expiresAt: at + LIFETIME_MS, sealed: sealer.seal(text) };
}

/** The office's password of a profile, while it can still be used; undefined once the owner has chosen one. */
export function readOfficePassword(sealer: Sealer, { password }: Profile, now: number): string | undefined {
  const { origin, sealed, expiresAt = 0 } = password;
  return origin === 'office' && sealed !== undefined && now < expiresAt ? sealer.open(sealed) : undefined;
}
