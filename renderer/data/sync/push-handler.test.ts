import { expect, test } from 'vitest';
import { ok } from '../../../domain/base/result.ts';
import type { Instant } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { lesson, signature } from '../../../sync-server/testing/test-records.ts';
import { nextEntry, STAFF } from '../../../sync-server/testing/test-school.ts';
import { createKnownVersions } from './known-versions.ts';
import { openOutbox } from './queue/outbox.ts';
import { createPusher } from './push-handler.ts';

const receivedAt = '2026-11-23T09:30:00.000Z' as Instant;
const later = '2026-11-23T09:31:00.000Z' as Instant;
const signed = { ...lesson(STAFF.anna, { signatures: [signature(STAFF.anna)] }), receivedAt };
const withdrawn = { ...lesson(STAFF.anna), entry: nextEntry() };

/** A pusher on a line that takes everything, with the withdrawal of a signature in its journal. */
async function atWork() {
  const journal = {
    journalRead: async () =>
      ok([{ entry: withdrawn.entry, collection: 'lessons', record: withdrawn, assumed: signed }]),
    journalAppend: async () => ok(null),
    journalSettle: async () => ok(null),
    journalRefuse: async () => ok(null),
    reportUnsent: async () => undefined,
  };
  const opened = await openOutbox(journal as unknown as Parameters<typeof openOutbox>[0]);
  if (!opened.ok) throw new Error('no journal');
  const versions = createKnownVersions();
  const seen = { sent: 0, doubts: 0 };
  const pusher = createPusher({
    collection: 'lessons',
    outbox: opened.value,
    versions,
    now: () => receivedAt,
    onDoubt: () => {
      seen.doubts += 1;
    },
    onSettled: () => undefined,
    transport: {
      async push(_collection: string, { next }: { readonly next: RegisterRecord }) {
        seen.sent += 1;
        const { id, entry } = next;
        return { kind: 'outcome', outcome: { id, entry, outcome: 'stored', receivedAt } };
      },
    } as unknown as Parameters<typeof createPusher>[0]['transport'],
  });
  const pushTwice = async (between: () => void = () => undefined) => {
    const row = {
      newDocumentState: { ...withdrawn, _deleted: false },
      assumedMasterState: { ...signed, _deleted: false },
    };
    const first = await pusher.pushRows([row]);
    between();
    return { first, second: await pusher.pushRows([row]) };
  };
  return { versions, seen, pushTwice };
}

const arrived = { ...withdrawn, receivedAt, _deleted: false };

test('an entry that RxDB brings twice keeps its outcome: the state of before it does not come back on this device', async () => {
  const { seen, versions, pushTwice } = await atWork();
  expect(await pushTwice()).toEqual({ first: [arrived], second: [arrived] });
  expect(seen).toEqual({ sent: 1, doubts: 0 });
  // A page that was asked for before, and comes after, brings the signature no more.
  expect(versions.isReplaced(signed)).toBe(true);
  expect(versions.isReplaced(arrived)).toBe(false);
});

test('where the server has shown a newer state meanwhile, that one is fetched instead', async () => {
  const { seen, versions, pushTwice } = await atWork();
  const newer = { ...signed, entry: nextEntry(), receivedAt: later };
  const { second } = await pushTwice(() => versions.note(newer));
  expect(second).toEqual([{ ...signed, _deleted: false }]);
  expect(seen).toEqual({ sent: 1, doubts: 1 });
});
