import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '../../../../domain/protocol/bridge.ts';
import { edited, lesson } from '../../../../sync-server/testing/test-records.ts';
import { STAFF } from '../../../../sync-server/testing/test-school.ts';
import { createTemporaryMemory } from '../../device-memory.ts';
import { wordsFor } from './device-words.ts';
import { createStoreProof } from './store-proof.ts';

const entryOf = (record: ReturnType<typeof lesson>): JournalEntry => ({
  entry: record.entry,
  collection: 'lessons',
  record,
  assumed: null,
});
const rowOf = (next: ReturnType<typeof lesson>) =>
  ({ collection: 'lessons', row: { assumed: null, next } }) as const;
const first = lesson(STAFF.anna);
const second = edited(first, { topic: 'Frazioni' });
const outboxOf = (...entries: readonly JournalEntry[]) => ({ entries: () => entries });

describe('a device says that it has delivered everything', () => {
  const proof = createStoreProof(createTemporaryMemory(), 'db');
  test.each([
    ['nothing waits', outboxOf(), [], true, true],
    [
      'the newest entry of each record goes with the request',
      outboxOf(entryOf(first), entryOf(second)),
      [rowOf(second)],
      true,
      true,
    ],
    ['only an earlier entry goes', outboxOf(entryOf(first), entryOf(second)), [rowOf(first)], true, false],
    [
      'what waits was refused and is its owner’s to settle',
      outboxOf({ ...entryOf(first), refusal: { reason: 'forbidden', refusedAt: first.recordedAt } }),
      [],
      true,
      true,
    ],
    ['the device has entries that the page does not see', outboxOf(), [], false, false],
  ] as const)('%s', (_name, outbox, rows, isWhole, settled) => {
    expect(wordsFor(proof, outbox, rows, isWhole)).toEqual({ settled });
  });

  test('not while it looks what a store put back has lost, and across a restart', () => {
    const memory = createTemporaryMemory();
    const own = createStoreProof(memory, 'db');
    own.note('1.a.2.b');
    own.begin();
    const reopened = createStoreProof(memory, 'db');
    expect(wordsFor(reopened, outboxOf(), [], true)).toEqual({ seen: '1.a.2.b', settled: false });
    reopened.end();
    expect(wordsFor(own, outboxOf(), [], true)).toEqual({ seen: '1.a.2.b', settled: true });
  });
});
