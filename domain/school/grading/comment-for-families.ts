import type { Instant } from '../../base/ids.ts';
import { shownFrom } from './visible-from.ts';

/** What is said to families beside a result, and from when on they could read it. */
interface Commented {
  readonly comment?: string;
  readonly commentFrom?: Instant;
  readonly receivedAt?: Instant;
}

/**
 * From when on families could read what a comment says (D76, D78); nothing else that is written beside it begins that anew. Of one that has not arrived there is no
 * such time: a device that has written it keeps none.
 */
export function commentFrom(
  before: Commented | null | undefined,
  after: Commented & { readonly recordedAt: Instant },
  receivedAt?: Instant,
): { readonly commentFrom?: Instant } {
  const { comment = '', recordedAt } = after;
  if (comment === '') return {};
  if (comment === before?.comment)
    return before.commentFrom === undefined ? {} : { commentFrom: before.commentFrom };
  return receivedAt === undefined ? {} : { commentFrom: shownFrom({ recordedAt, receivedAt }) };
}

/** Whether a comment that families could read is written otherwise or wiped; one that is added corrects nothing (D76, D78). What has not arrived nobody has read. */
export function rewritesComment(before: Commented, after: Commented, at: Instant): boolean {
  const { comment = '', commentFrom: from, receivedAt } = before;
  if (comment === '' || comment === (after.comment ?? '')) return false;
  return from === undefined ? receivedAt !== undefined : from <= at;
}
