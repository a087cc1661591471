import type { Bucket } from '../../../access/bucket.ts';
import { REFUSAL_REASONS, type Refusal } from '../../../access/refusal.ts';
import type { EntryId, Instant } from '../../../base/ids.ts';
import type { Infer, JsonSchema } from '../../../base/schema.ts';
import { COLLECTION_NAMES, type CollectionName } from '../../../record/collection-names.ts';
import { HELD_KINDS } from '../../../kinds/held-kinds.ts';
import type { RegisterRecord } from '../../../kinds/registry.ts';
import { field } from '../../../record/fields.ts';

/** How far a device has read each bucket of a collection: bucket to server sequence. A bucket not named is read from 0. */
export type Checkpoint = Readonly<Record<Bucket, number>>;

/** One write: the server state that the device believed in (null for none) and the state it wants. */
export interface PushRow {
  readonly assumed: RegisterRecord | null;
  readonly next: RegisterRecord;
}

/** What one device asks in one round trip, `POST /api/sync`: rows are pushed first, then pages are pulled. */
export interface SyncRequest {
  readonly protocol: number;
  /** Version of the app, for the list of devices. */
  readonly client: string;
  readonly push: Readonly<Partial<Record<CollectionName, readonly PushRow[]>>>;
  readonly pull: Readonly<Partial<Record<CollectionName, PullRequest>>>;
  /**
   * The calendar year in which the school year begins that is pulled, where it is one that is over: as whoever asks may read that one
   * (docs/adr/0036). What is pushed does not go by it.
   */
  readonly year?: number;
  /** The newest `seen` of the server's answers: by it a store that was put back from an older copy is recognised. */
  readonly seen?: string;
  /** With the rows of this request everything has been delivered that this account has written on this device. */
  readonly settled?: boolean;
  /** Versions that the device holds and has not met again in a store that was put back: which of them does the server not have? */
  readonly held?: readonly HeldEntry[];
}

/** A version of a record, of a kind that devices begin, that a device holds: where, whose and when, without its content. */
export type HeldEntry = Infer<typeof heldEntrySchema>;

/** One page of one collection. */
export interface PullRequest {
  readonly checkpoint: Checkpoint;
  /** Documents wanted at most; the server may give fewer and says `more`. */
  readonly limit: number;
}

/** A value that somebody else's later entry on the same field overruled. */
export interface FieldConflict {
  readonly field: string;
  readonly lost: unknown;
  readonly kept: unknown;
}

/**
 * What became of one pushed row.
 *
 * `stored`: taken as it was. `unchanged`: had been taken before, or equals what is stored. `merged`: stored together with what others
 * wrote in between; `conflicts` lists the fields of this row that lost. `refused`: not taken, with the reason. `master` is the state
 * that now stands on the server (absent when it is exactly the pushed one, when there is none, or when it is not the actor's to read).
 */
export interface PushOutcome {
  readonly id: string;
  readonly entry: EntryId;
  readonly outcome: 'stored' | 'unchanged' | 'merged' | 'refused';
  readonly receivedAt?: Instant;
  readonly master?: RegisterRecord;
  readonly conflicts?: readonly FieldConflict[];
  readonly refusal?: Refusal;
}

/** One page of one collection, in the order of the server's sequence within each bucket. */
export interface PullPage {
  readonly documents: readonly RegisterRecord[];
  readonly checkpoint: Checkpoint;
  /** Whether another page is waiting. */
  readonly more: boolean;
  /** Buckets named in the request's checkpoint that the actor may no longer read: the device purges their documents. */
  readonly revoked: readonly Bucket[];
}

/** The server's answer to a {@link SyncRequest}. */
export interface SyncAnswer {
  readonly protocol: number;
  readonly serverTime: Instant;
  /** The device is too old to receive: its work was taken, `pull` is empty, and it must be updated. */
  readonly updateRequired: boolean;
  readonly push: Readonly<Partial<Record<CollectionName, readonly PushOutcome[]>>>;
  readonly pull: Readonly<Partial<Record<CollectionName, PullPage>>>;
  /** How far the device has now seen the history of this store: a link that it gives back with its next request. */
  readonly seen?: string;
  /**
   * The store was put back from a copy older than what the device has seen: `pull` is empty. The device looks what it holds and the
   * store lacks, sends again what its own account wrote, and reads everything anew (docs/adr/0012).
   */
  readonly restored?: boolean;
  /** Entries of the request's `held` that this store does not have. */
  readonly missing?: readonly EntryId[];
}

/** Rows and documents a single request may carry at most; a device splits its batches by bytes well below. */
export const SYNC_LIMITS = {
  rowsPerCollection: 1000,
  documentsPerPage: 2000,
  requestBytes: 4_000_000,
  /** Holds the largest record: a syllabus that two devices have filled up with the longest topics, without knowing of each other. */
  rowBytes: 400_000,
  /** Collections that one request may name, those that only later versions know included. */
  collections: 64,
  /** Buckets of one checkpoint: classes, people and roles of the largest school, with those it has lost since. */
  buckets: 20_000,
  heldEntries: 1000,
} as const;

const object = { type: 'object' } as const satisfies JsonSchema;

function perCollection<S extends JsonSchema>(schema: S) {
  return {
    type: 'object',
    // Unknown collections are answered row by row, not by failing the whole request: see the server's push service.
    properties: Object.fromEntries(COLLECTION_NAMES.map((name) => [name, schema])),
    additionalProperties: schema,
    maxProperties: SYNC_LIMITS.collections,
  } as const;
}

const checkpointSchema = {
  type: 'object',
  additionalProperties: { type: 'integer', minimum: 0 },
  maxProperties: SYNC_LIMITS.buckets,
} as const satisfies JsonSchema;

/** Shape of a {@link HeldEntry}. */
export const heldEntrySchema = {
  type: 'object',
  properties: {
    kind: { type: 'string', enum: HELD_KINDS },
    id: field.id,
    entry: field.entryId,
    author: field.personId,
    class: field.classId,
    day: field.day,
    recordedAt: field.instant,
  },
  required: ['kind', 'id', 'entry', 'author', 'class', 'day', 'recordedAt'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Shape of a sync request; the records inside are validated row by row against the schemas of their kind. */
export const syncRequestSchema = {
  type: 'object',
  properties: {
    protocol: { type: 'integer', minimum: 1 },
    client: { type: 'string', maxLength: 40 },
    push: perCollection({
      type: 'array',
      maxItems: SYNC_LIMITS.rowsPerCollection,
      items: {
        type: 'object',
        properties: { assumed: { anyOf: [{ type: 'null' }, object] }, next: object },
        required: ['assumed', 'next'],
        additionalProperties: false,
      },
    }),
    pull: perCollection({
      type: 'object',
      properties: {
        checkpoint: checkpointSchema,
        limit: { type: 'integer', minimum: 1, maximum: SYNC_LIMITS.documentsPerPage },
      },
      required: ['checkpoint', 'limit'],
      additionalProperties: false,
    }),
    year: { type: 'integer', minimum: 2000, maximum: 2100 },
    seen: { type: 'string', maxLength: 200 },
    settled: { type: 'boolean' },
    held: { type: 'array', maxItems: SYNC_LIMITS.heldEntries, items: heldEntrySchema },
  },
  required: ['protocol', 'client', 'push', 'pull'],
  additionalProperties: false,
} as const;

/** Shape of a sync answer. */
export const syncAnswerSchema = {
  type: 'object',
  properties: {
    protocol: { type: 'integer' },
    serverTime: { type: 'string' },
    updateRequired: { type: 'boolean' },
    push: perCollection({
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: { type: 'string' },
          entry: { type: 'string' },
          outcome: { type: 'string', enum: ['stored', 'unchanged', 'merged', 'refused'] },
          receivedAt: { type: 'string' },
          master: { type: 'object', additionalProperties: true },
          conflicts: {
            type: 'array',
            items: {
              type: 'object',
              properties: { field: { type: 'string' }, lost: {}, kept: {} },
              required: ['field'],
            },
          },
          refusal: {
            type: 'object',
            properties: { reason: { type: 'string', enum: REFUSAL_REASONS }, path: { type: 'string' } },
            required: ['reason'],
          },
        },
        required: ['id', 'entry', 'outcome'],
      },
    }),
    pull: perCollection({
      type: 'object',
      properties: {
        documents: { type: 'array', items: { type: 'object', additionalProperties: true } },
        checkpoint: checkpointSchema,
        more: { type: 'boolean' },
        revoked: { type: 'array', items: { type: 'string' } },
      },
      required: ['documents', 'checkpoint', 'more', 'revoked'],
    }),
    seen: { type: 'string' },
    restored: { type: 'boolean' },
    missing: { type: 'array', items: { type: 'string' } },
  },
  required: ['protocol', 'serverTime', 'updateRequired', 'push', 'pull'],
} as const;

/** Shape of a {@link ChangeTick}; a newer server may name collections that this version does not know. */
export const changeTickSchema = {
  type: 'object',
  properties: {
    collections: { type: 'array', items: { type: 'string' } },
    account: { const: true },
  },
  required: ['collections'],
} as const satisfies JsonSchema;

/** One event of the live stream (server-sent events, held by the main process): something changed, pull. */
export interface ChangeTick {
  readonly collections: readonly CollectionName[];
  /** Whose account it is has changed (portfolio, names, state): the main process renews the session, and with it the identity. */
  readonly account?: true;
}

/** Shape of a {@link HistoryVersion}. */
export const historyVersionSchema = {
  type: 'object',
  properties: {
    sequence: { type: 'integer' },
    /** The sequence of the version of the record before it; absent of the first. */
    previous: { type: 'integer' },
    /** The sequence of the version that stood when it came, where that is another one and what changed owes a reason (D78). */
    base: { type: 'integer' },
    author: { type: 'string' },
    device: { type: 'string' },
    recordedAt: field.instant,
    receivedAt: field.instant,
    outcome: { type: 'string', enum: ['stored', 'merged', 'overruled'] },
    record: { type: 'object', additionalProperties: true },
    /** Hash of the previous entry of the school and of this one: a changed or missing link is visible (D37). */
    previousHash: { type: 'string' },
    hash: { type: 'string' },
  },
  required: [
    'sequence',
    'author',
    'device',
    'recordedAt',
    'receivedAt',
    'outcome',
    'record',
    'previousHash',
    'hash',
  ],
} as const satisfies JsonSchema;

/** One accepted version in a record's history. */
export type HistoryVersion = Omit<Infer<typeof historyVersionSchema>, 'record'> & {
  readonly record: RegisterRecord;
};
