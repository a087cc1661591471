import { createHash, createSecretKey, randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { SIGN_IN_STEPS } from '../../../domain/protocol/endpoints/session/session.ts';
import type { Proof } from '../../storage/contract/session.ts';
import { deriveKey } from '../../secrets/sealing.ts';

/** What has to be done before a sign-in is complete. */
export type SignInStepKind = (typeof SIGN_IN_STEPS)[number];

/** What has been proved so far, and for which next step it counts. */
export interface TicketSubject {
  readonly step: SignInStepKind;
  readonly profile: string;
  readonly username: string;
  readonly device: { readonly id: string; readonly name: string };
  /** {@link passwordFingerprint} of the password that was right: with another password the ticket is void. */
  readonly password: string;
  /** What has been proved so far. */
  readonly proofs: readonly Proof[];
}

/** A verified ticket with an identifier of its own. */
export interface Ticket extends TicketSubject {
  readonly id: string;
}

/** Signs and verifies the tickets of a sign-in that has several steps. */
export interface SignInTickets {
  sign(subject: TicketSubject): Promise<string>;
  /** The ticket; undefined for what is none, has ended, or is for another step. */
  verify(ticket: string, step: SignInStepKind): Promise<Ticket | undefined>;
}

const ALGORITHM = 'HS256';
const ISSUER = 'campanella';
const AUDIENCE = 'campanella-sign-in';
const TYPE = 'step+jwt';
const LIFETIME_SECONDS = 600;

/** Tickets under a key of their own: none can pass for an access token, whatever its content, nor the reverse. */
export function createSignInTickets(signingKey: Uint8Array, now: () => number): SignInTickets {
  const secret = createSecretKey(deriveKey(signingKey, 'sign-in tickets'));
  return {
    async sign({ step, profile, username, device, password, proofs }) {
      const issuedAt = Math.floor(now() / 1000);
      return await new SignJWT({ step, username, device, password, proofs })
        .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
        .setSubject(profile)
        .setJti(randomUUID())
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + LIFETIME_SECONDS)
        .sign(secret);
    },
    async verify(ticket, step) {
      const verified = await jwtVerify<Omit<TicketSubject, 'profile'>>(ticket, secret, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        typ: TYPE,
        requiredClaims: ['sub', 'jti', 'exp', 'iat'],
        maxTokenAge: LIFETIME_SECONDS,
        currentDate: new Date(now()),
      }).catch(() => undefined);
      const { sub, jti, username, device, password, proofs, step: own } = verified?.payload ?? {};
      const isWhole = sub && jti && username && device && password && proofs;
      if (!isWhole || own !== step) return undefined;
      return { id: jti, step, profile: sub, username, device, password, proofs };
    },
  };
}

/** Tells one password hash from another without being one. */
export function passwordFingerprint(hash: string): string {
  return createHash('sha256').update(hash).digest('base64url').slice(0, 22);
}
