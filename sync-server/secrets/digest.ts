import { createHash } from 'node:crypto';

/** What is stored of a secret with enough chance in it that nobody guesses it: SHA-256, in letters that fit an address. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
