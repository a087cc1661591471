import { equalJson } from '../../base/canonical-json.ts';
import type { Instant } from '../../base/ids.ts';
import type { AssessedColumn } from './assessed-column.ts';

/** By what of a column it is decided whether families see its grades. */
const SHOWING = ['visible', 'embargo', 'day', 'cancelled'] as const;

type Showing = Pick<AssessedColumn, (typeof SHOWING)[number] | 'showsSince'>;

/** Whether a column shows its grades as it did. */
export function showsAlike(before: Showing, after: Showing): boolean {
  return SHOWING.every((field) => equalJson(before[field], after[field]));
}

/** Since when a column shows its grades as it does, written at a moment on top of another version (D78); one that does so since it was made does not say. */
export function showsSince(
  before: Showing | null | undefined,
  after: Showing,
  at: Instant,
): { readonly showsSince?: Instant } {
  if (!before) return {};
  const since = showsAlike(before, after) ? before.showsSince : at;
  return since === undefined ? {} : { showsSince: since };
}
