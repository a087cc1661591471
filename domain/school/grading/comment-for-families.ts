import type { Instant } from '../../base/ids.ts';
import { shownFrom } from './visible-from.ts';

/** What is said to families beside a result, and since when it says so. */
interface Commented {
  readonly comment?: string;
  readonly commentFrom?: Instant;
}

/** Since when a comment says what it says (D78); nothing else that is written beside it begins that anew. */
export function commentFrom(
  before: Commented | null | undefined,
  after: Commented & { readonly recordedAt: Instant },
): { readonly commentFrom?: Instant } {
  const { comment = '', recordedAt } = after;
  if (comment === '') return {};
  if (comment !== before?.comment) return { commentFrom: recordedAt };
  return before.commentFrom === undefined ? {} : { commentFrom: before.commentFrom };
}

/** Whether a comment that families had half an hour to read is written otherwise or wiped; one that is added corrects nothing (D76, D78). */
export function rewritesComment(before: Commented, after: Commented, at: Instant): boolean {
  const { comment = '', commentFrom: from } = before;
  if (comment === '' || comment === (after.comment ?? '')) return false;
  return from === undefined || shownFrom({ recordedAt: from, receivedAt: from, embargoes: [] }) <= at;
}
