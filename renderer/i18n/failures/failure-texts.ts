import type { ActFailure, SignInFailure } from '../../../domain/protocol/bridge/act-failures.ts';
import type { ToldReason } from '../../../domain/protocol/failure-reasons.ts';
import type { Told } from '../../../domain/protocol/failure-table.ts';

/** A kind of failure that people are told of, wherever they meet it: what the table of failures becomes, and what the device says itself. */
export type FailureText = SignInFailure['kind'] | ActFailure['kind'] | Told['page'];

/** A reason that is told in the place of what its kind says. */
export type ReasonText = ToldReason;

/** What is said of failures: a text for each, which the compiler asks for. */
export interface FailureTexts {
  readonly wait: string;
  readonly kind: Readonly<Record<FailureText, { readonly title: string; readonly text: string }>>;
  /** The titles of a refused password or PIN. */
  readonly refused: Readonly<Record<string, string>>;
  readonly reason: Readonly<Record<ReasonText, string>>;
}
