import { createHmac, randomBytes, randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { SecondFactorEnrolment } from '../../../domain/protocol/endpoints/account/account.ts';
import { digestOf } from '../../secrets/digest.ts';
import type { Sealer } from '../../secrets/sealing.ts';
import type { SecondFactor } from '../../storage/contract/accounts.ts';

/** A second factor that was begun, and what its owner's authenticator is given. */
export interface BegunSecondFactor {
  readonly factor: SecondFactor;
  readonly enrolment: SecondFactorEnrolment;
}

/** A second factor whose code was right, with the recovery codes in clear. */
export interface ConfirmedSecondFactor {
  readonly factor: SecondFactor;
  readonly recoveryCodes: readonly string[];
}

/** Codes that change with time (RFC 6238), and codes for the day on which the telephone is lost. */
export interface SecondFactors {
  /** Begins a factor of a profile (`owner`); in another profile's row it is worth nothing. */
  begin(username: string, owner: string): BegunSecondFactor;
  /** Confirms a factor that was begun, with its first code; undefined when the code is wrong. */
  confirm(factor: SecondFactor, code: string, owner: string): ConfirmedSecondFactor | undefined;
  /** The factor with new recovery codes, for a code of the authenticator; undefined when it is wrong or was spent before. */
  renew(factor: SecondFactor, code: string, owner: string): ConfirmedSecondFactor | undefined;
  /** The factor as it stands after a code, which is then spent; undefined when the code is wrong or was spent before. */
  accept(factor: SecondFactor, code: string, owner: string): SecondFactor | undefined;
  /** The factor for the row of another profile: the same telephone and recovery codes. One that does not open stays so. */
  move(factor: SecondFactor, from: string, to: string): SecondFactor;
  /** Whether the factors of two profiles are one: a code of one is a code of the other. */
  isSame(one: OwnedFactor, other: OwnedFactor): boolean;
}

/** A factor and the profile whose it is. */
export interface OwnedFactor {
  readonly factor: SecondFactor;
  readonly owner: string;
}

/** What the server's key is used for here. */
export const SECOND_FACTORS = 'second factors';

const ISSUER = 'Campanella';
const PERIOD_SECONDS = 30;
const DIGITS = 6;
const SECRET_BYTES = 20;
const CODES_KEY_BYTES = 32;
const RECOVERY_CODES = 10;
const RECOVERY_LENGTH = 10;
/** Letters and digits that are not taken for one another on paper. */
const RECOVERY_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/**
 * Second factors whose secrets are kept under the server's key. Recovery codes are hashed, since 49 bits alone can be tried out, under a key
 * that each factor has and that is kept like its secret: it moves to the server's newest key without anybody knowing the codes.
 */
export function createSecondFactors(sealer: Sealer, now: () => number): SecondFactors {
  /** The time step of a right code, of the steps just before, now and just after that have not been used. */
  const stepOf = (
    { sealedSecret, lastStep }: SecondFactor,
    code: string,
    owner: string,
  ): number | undefined => {
    const secret = sealer.open(sealedSecret, owner);
    const token = code.replaceAll(/\s/g, '');
    if (secret === undefined || !/^[0-9]{6}$/.test(token)) return undefined;
    const timestamp = now();
    const totp = totpOf(Secret.fromBase32(secret));
    const delta = totp.validate({ token, timestamp, window: 1 });
    if (delta === null) return undefined;
    const current = TOTP.counter({ period: PERIOD_SECONDS, timestamp });
    const step = current + delta;
    // A step beyond the newest that can be right was noted by a clock that has been set back since: the step before now counts as spent.
    const spent = lastStep > current + 1 ? current - 1 : lastStep;
    return step > spent ? step : undefined;
  };

  /** A text under the newest key and for an owner; as it is where it does not open. */
  const sealedFor = (sealed: string, from: string, to: string): string => {
    const text = from !== to || sealer.isOld(sealed) ? sealer.open(sealed, from) : undefined;
    return text === undefined ? sealed : sealer.seal(text, to);
  };

  const move = (factor: SecondFactor, from: string, to: string): SecondFactor => {
    const { sealedSecret, sealedCodesKey } = factor;
    return {
      ...factor,
      sealedSecret: sealedFor(sealedSecret, from, to),
      ...(sealedCodesKey !== undefined && { sealedCodesKey: sealedFor(sealedCodesKey, from, to) }),
    };
  };
  /** The same under the newest key and for its owner, where it was sealed before there was either. */
  const resealed = (factor: SecondFactor, owner: string): SecondFactor => move(factor, owner, owner);

  const withNewCodes = (factor: SecondFactor, owner: string): ConfirmedSecondFactor => {
    const recoveryCodes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    const key = randomBytes(CODES_KEY_BYTES).toString('base64url');
    const hashes = recoveryCodes.map((code) => codeHash(code, key));
    const sealedCodesKey = sealer.seal(key, owner);
    return { factor: { ...resealed(factor, owner), recoveryCodes: hashes, sealedCodesKey }, recoveryCodes };
  };

  return {
    begin(username, owner) {
      const secret = new Secret({ size: SECRET_BYTES });
      const factor = { sealedSecret: sealer.seal(secret.base32, owner), lastStep: 0, recoveryCodes: [] };
      const uri = totpOf(secret, username).toString();
      return { factor, enrolment: { secret: secret.base32, uri } };
    },
    confirm(factor, code, owner) {
      const step = stepOf(factor, code, owner);
      if (step === undefined || factor.confirmedAt !== undefined) return undefined;
      return withNewCodes({ ...factor, confirmedAt: now(), lastStep: step }, owner);
    },
    renew(factor, code, owner) {
      const step = stepOf(factor, code, owner);
      return step === undefined ? undefined : withNewCodes({ ...factor, lastStep: step }, owner);
    },
    accept(factor, code, owner) {
      const step = stepOf(factor, code, owner);
      if (step !== undefined) return resealed({ ...factor, lastStep: step }, owner);
      const { sealedCodesKey } = factor;
      const key = sealedCodesKey === undefined ? undefined : sealer.open(sealedCodesKey, owner);
      // Those from before there was a key are taken until they are used.
      const hash = sealedCodesKey === undefined ? digestOf(plainCode(code)) : key && codeHash(code, key);
      if (hash === undefined || !factor.recoveryCodes.includes(hash)) return undefined;
      const recoveryCodes = factor.recoveryCodes.filter((other) => other !== hash);
      return resealed({ ...factor, recoveryCodes }, owner);
    },
    move,
    isSame(one, other) {
      const [a, b] = [one, other].map(({ factor, owner }) => sealer.open(factor.sealedSecret, owner));
      return a !== undefined && a === b;
    },
  };
}

function totpOf(secret: Secret, label = ''): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label,
    secret,
    algorithm: 'SHA1',
    digits: DIGITS,
    period: PERIOD_SECONDS,
  });
}

function newRecoveryCode(): string {
  const letters = Array.from({ length: RECOVERY_LENGTH }, () =>
    RECOVERY_ALPHABET.charAt(randomInt(RECOVERY_ALPHABET.length)),
  ).join('');
  return `${letters.slice(0, RECOVERY_LENGTH / 2)}-${letters.slice(RECOVERY_LENGTH / 2)}`;
}

/** Any case, with or without hyphen. */
function plainCode(code: string): string {
  return code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

function codeHash(code: string, key: string): string {
  return createHmac('sha256', key).update(plainCode(code)).digest('base64url');
}
