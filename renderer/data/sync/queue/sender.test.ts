import { expect, test, vi } from 'vitest';
import { must } from '../../../../domain/base/assert.ts';
import { ok } from '../../../../domain/base/result.ts';
import type { Instant } from '../../../../domain/base/ids.ts';
import type { JournalEntry } from '../../../../domain/protocol/bridge/journal.ts';
import { kindOf, kinds, type RegisterRecord } from '../../../../domain/kinds/registry.ts';
import { attendance, edited, event, lesson } from '../../../../sync-server/testing/test-records.ts';
import { CLASS_A, nextEntry, pupilOf, STAFF } from '../../../../sync-server/testing/test-school.ts';
import type { Adoption } from '../../local-records.ts';
import type { RowAnswer } from '../line/sync-batch.ts';
import { createArrivals } from '../versions/arrivals.ts';
import { openOutbox, type OpenJournal } from './outbox.ts';
import { startSender } from './sender.ts';

const receivedAt = '2026-11-23T09:30:00.000Z' as Instant;
const first = lesson(STAFF.anna, { topic: 'Frazioni' });
const second = { ...first, entry: nextEntry(), topic: 'Decimali' };
const before = { ...first, entry: nextEntry(), topic: '', receivedAt };
const theirs = { ...first, entry: nextEntry(), author: STAFF.carla, receivedAt };

function entryOf(record: RegisterRecord): JournalEntry {
  return { entry: record.entry, collection: kindOf(record).collection, record, assumed: before };
}

/** A sender over a journal with entries, on a line that a test answers; it tells in which order store and journal hear of it. */
async function atWork(...records: readonly RegisterRecord[]) {
  const steps: string[] = [];
  const during = { adoption: () => undefined as void, settling: () => undefined as void, isForDevice: true };
  const journal = {
    journalRead: async () => ok(records.map(entryOf)),
    journalAppend: async () => ok(null),
    journalSettle: async (entries: readonly string[]) => {
      during.settling();
      return ok(void steps.push(`journal forgets ${entries.length}`));
    },
    journalRefuse: async () => ok(null),
    reportUnsent: async () => undefined,
  } as unknown as OpenJournal;
  const opened = await openOutbox(journal);
  if (!opened.ok) throw new Error('no journal');
  const sent: RegisterRecord[] = [];
  const answers: ((answer: RowAnswer) => void)[] = [];
  const adopted: Adoption[] = [];
  const arrivals = createArrivals();
  const sender = startSender({
    outbox: opened.value,
    arrivedBefore: { isOpen: () => false, baseOf: async ({ assumed }) => assumed },
    transport: {
      push: (_collection, { next }) => {
        sent.push(next);
        return new Promise((resolve) => answers.push(resolve));
      },
    },
    records: {
      async adopt(states) {
        during.adoption();
        adopted.push(...states);
        steps.push('store adopts');
        return new Set();
      },
      storeKept: async () => undefined,
    },
    arrivals: () => arrivals,
    remembered: async () => void steps.push('the link that was seen is kept'),
    isForDevice: () => during.isForDevice,
    onUnstored: (collection) => void steps.push(`${collection} to be read again`),
    isPaused: () => false,
    now: () => receivedAt,
  });
  const answer = (record: RegisterRecord, outcome: 'stored' | 'refused') => {
    const { id, entry } = record;
    answers.shift()?.({ kind: 'outcome', outcome: { id, entry, outcome, receivedAt } });
  };
  return { outbox: opened.value, arrivals, sender, sent, answers, adopted, steps, during, answer };
}

test('an entry leaves the journal after the store has what the server made of it, and the device remembers the link', async () => {
  const { outbox, sent, adopted, steps, answer } = await atWork(first);
  expect(sent).toEqual([first]);
  answer(first, 'stored');
  await vi.waitFor(() => expect(outbox.entries()).toEqual([]));
  expect(adopted).toMatchObject([{ record: first, state: { ...first, receivedAt } }]);
  expect(steps).toEqual(['the link that was seen is kept', 'store adopts', 'journal forgets 1']);
});

test('what an older server has made of an entry goes into the store in the shape of today', async () => {
  const [upgrade] = kinds.conflictNotice.upgrades;
  const master = must(upgrade, 'an upgrade').before as unknown as RegisterRecord;
  const seen = { ...master, entry: nextEntry(), recordKind: 'lesson' } as RegisterRecord;
  const { answers, adopted } = await atWork(seen);
  const { id, entry } = seen;
  answers.shift()?.({ kind: 'outcome', outcome: { id, entry, outcome: 'merged', master } });
  await vi.waitFor(() =>
    expect(adopted).toMatchObject([{ state: { entry: master.entry, recordKind: 'lesson' } }]),
  );
});

test('the newest entry of a record carries the one before it; where it is refused, that one goes by itself', async () => {
  const { outbox, sent, adopted, answer } = await atWork(first, second);
  expect(sent).toEqual([second]);
  answer(second, 'refused');
  await vi.waitFor(() => expect(sent).toEqual([second, first]));
  expect(adopted).toMatchObject([{ record: second, state: first }]);
  expect(outbox.entries().map(({ refusal }) => refusal?.reason)).toEqual([undefined, 'invalid']);
});

test('what is written of a pupil after a change that waits for an answer goes out behind that change', async () => {
  const [pupil, other] = [pupilOf(CLASS_A, 1), pupilOf(CLASS_A, 2)];
  const mark = attendance(STAFF.anna, pupil, [event('absent', STAFF.anna)]);
  const back = edited(mark, { events: [] });
  const permit = { ...must(kinds.permit.samples[0], 'a permit'), pupil, entry: nextEntry() };
  const another = attendance(STAFF.anna, other, [event('absent', STAFF.anna)]);
  const { outbox, sent, answer } = await atWork(mark);
  await outbox.append([back, permit, another].map(entryOf));
  expect(sent).toEqual([mark, another]);
  answer(mark, 'stored');
  await vi.waitFor(() => expect(sent).toEqual([mark, another, back, permit]));
});

test.each(['before the store adopts', 'while it does'])(
  'a colleague’s state that comes after the answer, %s, is what the store ends with',
  async (moment) => {
    const { outbox, arrivals, adopted, during, answer } = await atWork(first);
    const come = () => arrivals.hold(arrivals.page(), first.id, { state: theirs });
    if (moment === 'while it does')
      during.adoption = () => {
        during.adoption = () => undefined;
        come();
      };
    answer(first, 'stored');
    if (moment === 'before the store adopts') {
      // The answer is noted in the moment in which it comes; the page of the same response follows.
      await Promise.resolve();
      come();
    }
    await vi.waitFor(() => expect(outbox.entries()).toEqual([]));
    expect(adopted.at(-1)?.state).toEqual(theirs);
  },
);

test('what a page says after the answer is not lost where an earlier entry of the record waits as well', async () => {
  const { outbox, arrivals, adopted, answer } = await atWork(first, second);
  answer(second, 'stored');
  await Promise.resolve();
  arrivals.hold(arrivals.page(), first.id, { state: theirs });
  await vi.waitFor(() => expect(outbox.entries()).toEqual([]));
  expect(adopted.map(({ state }) => state)).toEqual([{ ...second, receivedAt }, theirs]);
});

test('a record that a page has taken away does not come back with the refusal of its entry', async () => {
  const { outbox, arrivals, adopted, answer } = await atWork(first);
  arrivals.hold(arrivals.page(), first.id, { state: undefined });
  answer(first, 'refused');
  await vi.waitFor(() => expect(outbox.entries()[0]?.refusal).toBeDefined());
  expect(adopted).toMatchObject([{ record: first, state: undefined }]);
});

test('what stood before an entry is not put back where it is not for this device any more', async () => {
  for (const isForDevice of [true, false]) {
    const { outbox, steps, adopted, during, answer } = await atWork(first);
    during.isForDevice = isForDevice;
    answer(first, 'refused');
    await vi.waitFor(() => expect(outbox.entries()[0]?.refusal).toBeDefined());
    expect(adopted).toMatchObject([{ record: first, state: isForDevice ? before : undefined }]);
    expect(steps).toContain('lessons to be read again');
  }
});

test('what the store fails to take is sent again', async () => {
  const { outbox, sender, sent, during, answer } = await atWork(first);
  during.adoption = () => {
    during.adoption = () => undefined;
    throw new Error('broken');
  };
  answer(first, 'stored');
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect([sent.length, outbox.entries().length]).toEqual([1, 1]);
  sender.retry();
  expect(sent).toEqual([first, first]);
  answer(first, 'stored');
  await vi.waitFor(() => expect(outbox.entries()).toEqual([]));
  await sender.close();
});

test('a journal that fails to forget an entry does not hold up what is written of its record afterwards', async () => {
  const { outbox, sender, sent, during, answer } = await atWork(first);
  during.settling = () => {
    during.settling = () => undefined;
    throw new Error('broken');
  };
  answer(first, 'stored');
  await vi.waitFor(() => expect(outbox.entries()).toEqual([]));
  await outbox.append([entryOf(second)]);
  sender.retry();
  expect(sent).toEqual([first, second]);
  answer(second, 'stored');
  await vi.waitFor(() => expect(outbox.entries()).toEqual([]));
  await sender.close();
});

test.each(['unacceptable', 'tooLarge'] as const)(
  'a record whose entry is %s is read again: nobody has said what stands in its place',
  async (kind) => {
    const { outbox, answers, steps } = await atWork(first);
    answers.shift()?.({ kind });
    await vi.waitFor(() => expect(outbox.entries()[0]?.refusal).toBeDefined());
    expect(steps).toContain('lessons to be read again');
  },
);

test('what was left unanswered stays in the journal, and is sent when it is tried again', async () => {
  const { outbox, sender, sent, answers, answer } = await atWork(first);
  answers.shift()?.({ kind: 'unanswered' });
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect([sent.length, outbox.entries().length]).toEqual([1, 1]);
  sender.retry();
  expect(sent).toEqual([first, first]);
  answer(first, 'stored');
  await vi.waitFor(() => expect(outbox.entries()).toEqual([]));
  await sender.close();
});
