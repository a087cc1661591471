import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** What one hash costs: memory in KiB, passes over it, lanes. */
export interface PasswordCost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** 19 MiB, two passes, one lane: OWASP's recommendation for argon2id. */
export const PASSWORD_COST: PasswordCost = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** Hashes a password with argon2id and a random salt; the answer is a PHC string that names its own parameters. */
export async function hashPassword(password: string, cost = PASSWORD_COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await argon2id(password, salt, cost);
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${toPhc(salt)}$${toPhc(key)}`;
}

/** Whether a password is the one of a PHC string; false for a string that is none. */
export async function verifyPassword(password: string, phc: string): Promise<boolean> {
  const match = PHC.exec(phc);
  const [, memory, passes, parallelism, salt, key] = match ?? [];
  if (salt === undefined || key === undefined) return false;
  const expected = Buffer.from(key, 'base64');
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const actual = await argon2id(password, Buffer.from(salt, 'base64'), cost);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** What a PHC string says that it costs; undefined for a string that is none. */
export function costOf(phc: string): PasswordCost | undefined {
  const [, memory, passes, parallelism] = PHC.exec(phc) ?? [];
  if (memory === undefined) return undefined;
  return { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
}

/** Whether a hash costs less than new ones do, in any of its parameters. */
export function isCheaper(phc: string, cost = PASSWORD_COST): boolean {
  const own = costOf(phc);
  if (!own) return false;
  return own.memory < cost.memory || own.passes < cost.passes || own.parallelism < cost.parallelism;
}

async function argon2id(password: string, salt: Buffer, cost: PasswordCost): Promise<Buffer> {
  // The same password typed on two systems may arrive in two Unicode forms: NFC makes them one.
  const message = password.normalize('NFC');
  const key = await derive('argon2id', { message, nonce: salt, tagLength: KEY_BYTES, ...cost });
  return Buffer.from(key);
}

function toPhc(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
