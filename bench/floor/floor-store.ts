import { DatabaseSync } from 'node:sqlite';
import type {
  PullPage,
  PullRequest,
  PushOutcome,
  PushRow,
} from '../../domain/protocol/endpoints/register/sync.ts';
import type { Instant } from '../../domain/base/ids.ts';

/** Rows in one SQLite table, flushed at each commit, with a check for conflicts and nothing else. */
export interface FloorStore {
  push(author: string, rows: readonly PushRow[], receivedAt: Instant): readonly PushOutcome[];
  /** One page as JSON text. */
  pull(author: string, request: PullRequest): string;
  close(): void;
}

const CHECKPOINT = 'floor';

/** Opens the floor's database: the same durability as the product's. */
export function openFloorStore(file: string): FloorStore {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  database.exec(`
    CREATE TABLE document (id TEXT PRIMARY KEY, author TEXT, sequence INTEGER, entry TEXT, json TEXT) STRICT;
    CREATE INDEX document_sequence ON document (author, sequence)`);
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const find = database.prepare('SELECT entry FROM document WHERE id = ?');
  const put = database.prepare('INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?)');
  const range = database.prepare(
    'SELECT sequence, json FROM document WHERE author = ? AND sequence > ? ORDER BY sequence LIMIT ?',
  );
  let sequence = 0;

  return {
    push(author, rows, receivedAt) {
      begin.run();
      const outcomes = rows.map(({ assumed, next }): PushOutcome => {
        const { id, entry } = next;
        const stands = find.get(id)?.['entry'];
        if (stands !== undefined && stands !== assumed?.entry)
          return { id, entry, outcome: 'refused', refusal: { reason: 'outdated' } };
        sequence += 1;
        put.run(id, author, sequence, entry, JSON.stringify({ ...next, receivedAt }));
        return { id, entry, outcome: 'stored', receivedAt };
      });
      commit.run();
      return outcomes;
    },
    pull(author, { checkpoint, limit }) {
      const after = Object.entries(checkpoint).find(([bucket]) => bucket === CHECKPOINT)?.[1] ?? 0;
      const rows = range.all(author, after, limit);
      const rest: Omit<PullPage, 'documents' | 'checkpoint'> & { readonly checkpoint: object } = {
        checkpoint: { [CHECKPOINT]: Number(rows.at(-1)?.['sequence'] ?? after) },
        more: rows.length === limit,
        revoked: [],
      };
      const documents = rows.map((row) => String(row['json'])).join(',');
      return `{"documents":[${documents}],${JSON.stringify(rest).slice(1)}`;
    },
    close: () => database.close(),
  };
}
