import { createHmac, randomBytes } from 'node:crypto';
import type { SchoolId } from '../../../domain/base/ids.ts';
import { parseSchoolId } from '../../../domain/people/username.ts';
import { digestOf } from '../../secrets/digest.ts';

const SECRET_BYTES = 32;

/** A fresh opaque refresh token: the school (where to look it up), a dot, 256 random bits. */
export function newRefreshToken(school: SchoolId): string {
  return `${school}.${randomBytes(SECRET_BYTES).toString('base64url')}`;
}

/** A fresh salt for {@link successorOf}. */
export function newSuccessorSalt(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/**
 * The successor of a refresh token: computed from the token and a random salt that only the server has. So it can be given again
 * when the answer was lost on the line, though neither token is ever stored.
 */
export function successorOf(school: SchoolId, token: string, salt: string): string {
  return `${school}.${createHmac('sha256', token).update(salt).digest('base64url')}`;
}

/** The school that a refresh token names; undefined for what is no refresh token. */
export function schoolOfToken(token: string): SchoolId | undefined {
  const [code, secret] = token.split('.');
  return code !== undefined && secret !== undefined && secret.length === 43 ? parseSchoolId(code) : undefined;
}

/** What is stored of a refresh token. */
export function refreshTokenHash(token: string): string {
  return digestOf(token);
}
