import { REFUSAL_REASONS } from '../../../access/refusal.ts';
import type { Result } from '../../../base/result.ts';
import { COLLECTION_NAMES } from '../../../record/collection-names.ts';
import { field } from '../../../record/fields.ts';
import { MOST_APPENDED, type JournalEntry, type JournalFailure, type LocalStoreKey } from '../journal.ts';
import { entry, opening, request } from './verb-values.ts';
import { outlineOf, upTo, verb } from './verb.ts';

const refusal = request(
  { reason: { type: 'string', enum: REFUSAL_REASONS }, refusedAt: field.instant },
  { path: { type: 'string', maxLength: 200 }, again: { type: 'boolean' } },
);
/** A record is checked by its kind where it is written and by the server; here only its outline. */
const record = {
  type: 'object',
  properties: { id: field.id, kind: { type: 'string', maxLength: 40 } },
  required: ['id', 'kind'],
} as const;
const journalEntry = request(
  {
    entry,
    collection: { type: 'string', enum: COLLECTION_NAMES },
    record,
    assumed: { anyOf: [{ type: 'null' }, record] },
  },
  { follows: { anyOf: [{ type: 'null' }, entry] }, refusal },
);
const entries = { type: 'array', items: journalEntry, maxItems: MOST_APPENDED } as const;

/**
 * What the page can ask about what the server has not taken yet, and the key of the local data. Every verb of the journal answers
 * `locked` unless the opening is the one that lasts.
 */
export const journalVerbs = {
  localStoreKey: verb().answers<Result<LocalStoreKey, { readonly kind: 'locked' }>>(),
  journalAppend: upTo(16_000_000, outlineOf<readonly JournalEntry[]>(entries), opening).answers<
    Result<null, JournalFailure>
  >({ kind: 'internal' }),
  /** Forgets entries that the server has taken, or that the user has settled. */
  journalSettle: upTo(4_000_000, { type: 'array', items: entry, maxItems: 20_000 }, opening).answers<
    Result<null, JournalFailure>
  >({ kind: 'internal' }),
  journalRefuse: upTo(
    4_000_000,
    { type: 'array', items: request({ entry, refusal }), maxItems: 2_000 },
    opening,
  ).answers<Result<null, JournalFailure>>({ kind: 'internal' }),
  journalRead: verb(opening).answers<Result<readonly JournalEntry[], JournalFailure>>({ kind: 'internal' }),
  /** Tells how many entries wait, so that closing the window can warn; the count of an opening that has ended changes nothing. */
  reportUnsent: verb({ type: 'integer', minimum: 0, maximum: 10_000_000 }, opening).answers<null>(),
};
