import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { PasswordFault } from '../../../domain/protocol/endpoints/account/account-reasons.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import { createPasswordJudge } from '../../../domain/base/passwords/password-strength.ts';

/** Says why a password is too weak; `personal` are words that those who know the owner try first. */
export type PasswordPolicy = (password: string, personal: readonly string[]) => PasswordFault | undefined;

/** The judge of `domain/base/passwords/password-strength.ts` with the dictionaries that the page has too. */
export function createPasswordPolicy(): PasswordPolicy {
  const judge = createPasswordJudge({ ZxcvbnFactory, adjacencyGraphs, dictionary });
  return (password, personal) => judge(password, personal).fault;
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
