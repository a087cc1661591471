import { createSecretKey } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { toPersonId, toSchoolId, type PersonId, type SchoolId } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { deriveKey } from '../../secrets/sealing.ts';

/** Whom an access token speaks for. */
export interface TokenSubject {
  readonly school: SchoolId;
  readonly person: PersonId;
  /** The session (refresh token family) it came from. */
  readonly session: string;
}

/** Why a token is not accepted: only an expired one is worth a refresh and a second try. */
export type TokenFault = 'tokenExpired' | 'notSignedIn';

/** Signs and verifies access tokens. */
export interface AccessTokens {
  readonly lifetimeSeconds: number;
  sign(subject: TokenSubject): Promise<string>;
  verify(token: string): Promise<Result<TokenSubject, TokenFault>>;
}

const ALGORITHM = 'HS256';
const ISSUER = 'campanella';
const AUDIENCE = 'campanella-api';
const LIFETIME_SECONDS = 600;
/** Verified tokens held in memory. */
const TOKENS_KEPT = 5000;

interface Verified {
  readonly subject: TokenSubject;
  /** Seconds since the epoch. */
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** Access tokens under a key of their own from the server's newest: ten minutes, one algorithm, issuer and audience checked. */
export function createAccessTokens(key: Uint8Array, now: () => number = Date.now): AccessTokens {
  const secret = createSecretKey(deriveKey(key, 'access tokens'));
  const verified = new Map<string, Verified>();
  return {
    lifetimeSeconds: LIFETIME_SECONDS,
    async sign({ school, person, session }) {
      const issuedAt = Math.floor(now() / 1000);
      return await new SignJWT({ school, session })
        .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt' })
        .setSubject(person)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + LIFETIME_SECONDS)
        .sign(secret);
    },
    async verify(token) {
      const known = verified.get(token);
      if (known && known.issuedAt * 1000 <= now() && now() < known.expiresAt * 1000) return ok(known.subject);
      try {
        const { payload } = await jwtVerify(token, secret, {
          algorithms: [ALGORITHM],
          issuer: ISSUER,
          audience: AUDIENCE,
          typ: 'at+jwt',
          requiredClaims: ['sub', 'exp', 'iat', 'school', 'session'],
          maxTokenAge: LIFETIME_SECONDS,
          currentDate: new Date(now()),
        });
        const { sub, school, session } = payload;
        if (typeof sub !== 'string' || typeof school !== 'string' || typeof session !== 'string')
          return fail('notSignedIn');
        const subject = { school: toSchoolId(school), person: toPersonId(sub), session };
        // Whoever shows the same token again needs no second proof of its signature.
        verified.set(token, { subject, issuedAt: Number(payload.iat), expiresAt: Number(payload.exp) });
        const oldest = verified.size > TOKENS_KEPT ? verified.keys().next().value : undefined;
        if (oldest !== undefined) verified.delete(oldest);
        return ok(subject);
      } catch (error) {
        return fail(isStale(error) ? 'tokenExpired' : 'notSignedIn');
      }
    },
  };
}

/** Expired, or issued later than now because the server's clock was set back: a refresh helps with both. */
function isStale(error: unknown): boolean {
  if (error instanceof errors.JWTExpired) return true;
  return error instanceof errors.JWTClaimValidationFailed && error.claim === 'iat';
}
