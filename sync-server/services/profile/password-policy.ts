import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { PasswordFault } from '../../../domain/protocol/account-reasons.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { Identity } from '../../../domain/protocol/session.ts';
import { SHORTEST_PASSWORD } from '../../../domain/base/password-length.ts';
import { ITALIAN_PASSWORD_WORDS } from './italian-passwords.ts';

/** Scores of the estimator below this one fall to ten thousand million guesses. */
const LEAST_SCORE = 3;
/** Words shorter than this are in every password by chance. */
const SHORTEST_WORD = 3;
/** Letters and digits of a password that are no name of its owner's. */
const LEAST_REST = 6;

/** Says why a password is too weak; `personal` are words that those who know the owner try first. */
export type PasswordPolicy = (password: string, personal: readonly string[]) => PasswordFault | undefined;

/**
 * Length first, then what everybody tries, then what is easy, then what says who owns it. No rule on composition: it makes people
 * write `Password2026!`.
 */
export function createPasswordPolicy(): PasswordPolicy {
  const estimator = new ZxcvbnFactory({
    dictionary: { ...dictionary, italian: [...ITALIAN_PASSWORD_WORDS] },
    graphs: adjacencyGraphs,
  });
  const common = new Set([...(dictionary['passwords-common'] ?? []), ...ITALIAN_PASSWORD_WORDS].map(String));

  return (typed, personal) => {
    const password = typed.normalize('NFC');
    if ([...password].length < SHORTEST_PASSWORD) return 'tooShort';
    const plain = password.toLowerCase();
    if (common.has(plain) || common.has(plain.replace(/[^\p{L}]+$/u, ''))) return 'tooCommon';
    if (estimator.check(password).score < LEAST_SCORE) return 'tooEasy';
    if (lettersIn(plain) < LEAST_REST) return 'tooEasy';
    const words = personal.flatMap(wordsOf);
    const isPersonal = isMadeOf(plain, words) || estimator.check(password, words).score < LEAST_SCORE;
    return isPersonal ? 'personal' : undefined;
  };
}

/** Whether hardly anything is left of a password without the names in it: three names in a row have a good score. */
function isMadeOf(password: string, words: readonly string[]): boolean {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ' '), password);
  return lettersIn(rest) < LEAST_REST;
}

/** Signs alone are not somebody's name, and are few. */
function lettersIn(text: string): number {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '').length;
}

/** Refuses a weak password with its fault. */
export function refuseWeak(
  policy: PasswordPolicy,
  password: string,
  personal: readonly string[],
): Result<null, Failure> {
  const reason = policy(password, personal);
  return reason === undefined ? ok(null) : weak(reason);
}

/** The failure of a weak password. */
export function weak(reason: PasswordFault): Result<never, Failure> {
  return fail({ kind: 'weakPassword', message: 'The password is too weak', reason });
}

/** The words that those who know the owner of an account try first. */
export function personalWords({ username, schoolPass, school, schoolName, ...rest }: Identity): string[] {
  const { surname, givenName, child } = rest;
  const names = child ? [surname, givenName, child.surname, child.givenName] : [surname, givenName];
  return [username, schoolPass, school, schoolName, ...names];
}

function wordsOf(text: string): string[] {
  const plain = text.toLowerCase();
  const parts = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= SHORTEST_WORD);
  return [...new Set([plain, parts.join(''), ...parts])];
}
