import type { PersonId } from '../../base/ids.ts';
import { isUuidV7 } from '../../base/uuid-v7.ts';
import { isReason, type SaidReason } from '../../grades/said-value.ts';

/** The entry that a record says gave its reason, as the server has it. */
export interface NamedEntry extends SaidReason {
  readonly record: string;
  readonly author: PersonId;
}

/** A reason that is given with an entry. */
export interface GivenReason {
  readonly record: string;
  readonly author: PersonId;
  readonly said: SaidReason;
  /** The reasons of what stands, and of what the author started from. */
  readonly before: readonly (SaidReason | undefined)[];
  /** What the server has under the name that the reason bears; absent where that is the entry itself, or one that it has never had. */
  readonly named?: NamedEntry | undefined;
  readonly sendsAgain?: boolean | undefined;
}

/**
 * Whether a reason is said to be of an entry that did not give it (D78). One that the server never had may have given it: a device sends the newest of its entries,
 * which carries those before it.
 */
export function isOfOtherEntry({ record, author, said, before, named }: GivenReason): boolean {
  const { entry, reason } = said;
  if (entry === undefined || isSaid(said, before)) return false;
  if (!named) return !isUuidV7(entry);
  // What a colleague said goes with what stood; whoever brings it again brings it whole.
  return named.record !== record || (named.author !== author && named.reason !== reason);
}

function isSaid({ entry, reason }: SaidReason, before: GivenReason['before']): boolean {
  return before.some((one) => one?.entry === entry && one?.reason === reason);
}

/** Whether somebody says why they change something: in words, and in an entry of their own since what they started from (D78). */
export function saysWhy(
  { record, author, said, named, sendsAgain = false }: GivenReason,
  started: SaidReason | undefined,
): boolean {
  const { entry, reason } = said;
  const isTheirs = !named || (named.record === record && (named.author === author || sendsAgain));
  return entry !== undefined && entry !== started?.entry && isTheirs && isReason(reason);
}
