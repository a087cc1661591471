import assert from 'node:assert/strict';
import type { Bucket } from '../../../domain/access/bucket.ts';
import { toPersonId, toSchoolId } from '../../../domain/base/ids.ts';
import { CLASS_A, SCHOOL } from '../../testing/test-school.ts';
import { version } from '../../testing/test-versions.ts';
import { CHAIN_START, chainFault } from '../ledger/history-chain.ts';
import type { SchoolReader, Storage } from './storage.ts';

const BUCKET = `class:${CLASS_A}` as Bucket;
const OTHER_SCHOOL = toSchoolId('TEST0002');

async function sequencesAfter(reader: SchoolReader, after: number): Promise<readonly number[]> {
  const sequences: number[] = [];
  await reader.bucketRange({ collection: 'lessons', bucket: BUCKET, after, limit: 1_000_000 }, (row) => {
    sequences.push(row.sequence);
    return true;
  });
  return sequences;
}

/** Stores a document in its bucket, once: a new version takes the place of the old one, at a higher sequence. */
export async function shouldKeepOneCurrentState(storage: Storage): Promise<void> {
  await storage.transaction(SCHOOL, (transaction) =>
    transaction.append([version(), version({ topic: 'Second' })]),
  );
  await storage.read(SCHOOL, async (reader) => {
    assert.deepEqual(await sequencesAfter(reader, 0), [2]);
    assert.deepEqual(await reader.heads(), { lessons: 2 });
    const id = version().record.id;
    const documents = await reader.documents('lessons', [id, 'missing']);
    assert.deepEqual([...documents.keys()], [id]);
    assert.partialDeepStrictEqual(JSON.parse(documents.get(id) ?? ''), { topic: 'Second' });
    const versions = await reader.versionsOf('lessons', id);
    assert.equal(versions.length, 2);
    assert.deepEqual(await reader.versionsOf('lessons', id, { newest: 1 }), versions.slice(-1));
    assert.deepEqual(await reader.versionsOf('lessons', id, { newest: 0 }), []);
    const short = versions.at(-1)?.json.length ?? 0;
    assert.deepEqual(await reader.versionsOf('lessons', id, { characters: short }), versions.slice(-1));
    assert.deepEqual(await reader.versionsOf('lessons', id, { characters: 1 }), versions.slice(-1));
    assert.deepEqual(await reader.versionsOf('lessons', id, { before: 2 }), versions.slice(0, 1));
    assert.deepEqual(await reader.versionsOf('lessons', id, { before: 1 }), []);
    assert.deepEqual(await reader.versionsOf('lessons', 'missing', { before: 2 }), []);
  });
}

/** Finds the traced versions of a record, each with what stood when it came, and says which version each version follows. */
export async function shouldTraceVersions(storage: Storage): Promise<void> {
  const traced = (topic: string) => ({ ...version({ topic }), isTraced: true });
  await storage.transaction(SCHOOL, async (transaction) => {
    await transaction.append([
      traced('1'),
      version({ topic: '2' }),
      traced('3'),
      version({ group: 'other' }),
    ]);
    await transaction.append([traced('5'), version({ topic: '6' })]);
    const lost = (topic: string) => version({ topic }, 'overruled');
    await transaction.append([lost('7'), lost('8')]);
    await transaction.append([traced('9')]);
  });
  await storage.read(SCHOOL, async (reader) => {
    const { id } = version().record;
    const [first, last] = [{ number: 1 }, { number: 9, base: 6 }];
    const between = [
      { number: 3, base: 2 },
      { number: 5, base: 3 },
    ];
    assert.deepEqual(await reader.tracedOf('lessons', id, 9), [first, ...between, last]);
    assert.deepEqual(await reader.tracedOf('lessons', id, 1), [first, last]);
    assert.deepEqual(await reader.tracedOf('lessons', 'missing', 9), []);
    const versions = await reader.versionsOf('lessons', id);
    assert.deepEqual(
      versions.map(({ previous }) => previous),
      [undefined, 1, 2, 3, 5, 6, 7, 8],
    );
  });
}

/** Keeps an overruled version in the history alone. */
export async function shouldNotMakeOverruledCurrent(storage: Storage): Promise<void> {
  await storage.transaction(SCHOOL, (transaction) =>
    transaction.append([version({ topic: 'Stands' }), version({ topic: 'Lost' }, 'overruled')]),
  );
  await storage.read(SCHOOL, async (reader) => {
    const documents = await reader.documents('lessons', [version().record.id]);
    assert.ok([...documents.values()].join('').includes('Stands'));
    assert.deepEqual(await sequencesAfter(reader, 0), [1]);
    assert.partialDeepStrictEqual(await reader.historyAfter(0, 10), [
      { outcome: 'stored' },
      { outcome: 'overruled' },
    ]);
  });
}

/** Undoes everything of a transaction that fails. */
export async function shouldRollBack(storage: Storage): Promise<void> {
  const failing = storage.transaction(SCHOOL, async (transaction) => {
    await transaction.append([version()]);
    throw new Error('on purpose');
  });
  await assert.rejects(failing, /on purpose/);
  await storage.read(SCHOOL, async (reader) => {
    assert.deepEqual(await reader.heads(), {});
    assert.deepEqual(await reader.historyAfter(0, 10), []);
  });
  await storage.transaction(SCHOOL, (transaction) => transaction.append([version()]));
  assert.deepEqual(await storage.read(SCHOOL, (reader) => sequencesAfter(reader, 0)), [1]);
}

/** Undoes one of many transactions that come at the same moment, and keeps the chain of the others whole. */
export async function shouldRollBackOneOfMany(storage: Storage): Promise<void> {
  const write = (index: number) =>
    storage.transaction(SCHOOL, async (transaction) => {
      await transaction.append([version({ group: `${index}` })]);
      if (index % 3 === 1) throw new Error('on purpose');
    });
  const settled = await Promise.allSettled(Array.from({ length: 9 }, (_, index) => write(index)));
  assert.equal(settled.filter(({ status }) => status === 'fulfilled').length, 6);
  await storage.read(SCHOOL, async (reader) => {
    assert.deepEqual(await sequencesAfter(reader, 0), [1, 2, 3, 4, 5, 6]);
    const links = await reader.historyAfter(0, 100);
    assert.equal(chainFault(SCHOOL, { number: 0, hash: CHAIN_START }, links), undefined);
  });
}

/** Refuses a second version of the same entry, with nothing written. */
export async function shouldRefuseDuplicateEntries(storage: Storage): Promise<void> {
  const once = version();
  await storage.transaction(SCHOOL, (transaction) => transaction.append([once]));
  const twice = storage.transaction(SCHOOL, (transaction) => transaction.append([version(), once]));
  await assert.rejects(twice, { fault: 'duplicateEntry' });
  assert.equal((await storage.read(SCHOOL, (reader) => reader.historyAfter(0, 10))).length, 1);
}

/** Keeps schools apart: sequences, chains, documents, entries. */
export async function shouldKeepSchoolsApart(storage: Storage): Promise<void> {
  const shared = version();
  for (const school of [SCHOOL, OTHER_SCHOOL])
    await storage.transaction(school, (transaction) => transaction.append([shared]));
  await storage.read(OTHER_SCHOOL, async (reader) => {
    assert.deepEqual(await sequencesAfter(reader, 0), [1]);
    assert.deepEqual((await reader.historyAfter(0, 9))[0]?.previousHash, CHAIN_START);
  });
  assert.deepEqual(await storage.schools(), [SCHOOL, OTHER_SCHOOL]);
}

/** Shows a reader nothing of a transaction that has not been committed, and one state from beginning to end. */
export async function shouldIsolateReaders(storage: Storage): Promise<void> {
  const seen: number[] = [];
  const read = async () => {
    seen.push(await storage.read(SCHOOL, async (reader) => (await reader.historyAfter(0, 99)).length));
  };
  await storage.transaction(SCHOOL, async (transaction) => {
    await transaction.append([version()]);
    await read();
  });
  await read();
  assert.deepEqual(seen, [0, 1]);
}

/** Writes records and accounts in one transaction: both or neither. */
export async function shouldWriteRecordsAndAccountsTogether(storage: Storage): Promise<void> {
  const write = async (isGood: boolean) => {
    await storage.transaction(SCHOOL, async (transaction) => {
      await transaction.append([version()]);
      const act = { at: 1, school: SCHOOL, username: 'u', act: 'contactsChanged', details: {} } as const;
      await transaction.accounts.addEvent(act);
      if (!isGood) throw new Error('on purpose');
    });
  };
  const counted = async () => [
    await storage.read(SCHOOL, async (reader) => (await reader.historyAfter(0, 99)).length),
    await storage.accounts.read(async (reader) => (await reader.events({ school: SCHOOL, limit: 9 })).length),
  ];
  await assert.rejects(write(false), /on purpose/);
  assert.deepEqual(await counted(), [0, 0]);
  await write(true);
  assert.deepEqual(await counted(), [1, 1]);
}

/** Lets a reader that follows the sequence see every row, though many write at once. */
export async function shouldSkipNothingUnderConcurrentWriters(storage: Storage): Promise<void> {
  const WRITERS = 8;
  const BATCHES = 40;
  const seen: number[] = [];
  let isWriting = true;
  const writers = Array.from({ length: WRITERS }, async (_, writer) => {
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const rows = [0, 1, 2].map((row) => version({ group: `${writer}-${batch}-${row}` }));
      await storage.transaction(SCHOOL, async (transaction) => {
        for (const row of rows) {
          await transaction.append([row]);
          // Leaves the turn, as a slow transaction would.
          if (batch % 9 === 0) await new Promise((resolve) => setImmediate(resolve));
        }
      });
    }
  });
  const follower = (async () => {
    let after = 0;
    for (;;) {
      const isLast = !isWriting;
      const rows = await storage.read(SCHOOL, (reader) => sequencesAfter(reader, after));
      seen.push(...rows);
      after = rows.at(-1) ?? after;
      if (isLast) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  await Promise.all(writers);
  isWriting = false;
  await follower;
  assert.deepEqual(
    seen,
    Array.from({ length: WRITERS * BATCHES * 3 }, (_, index) => index + 1),
  );
  const links = await storage.read(SCHOOL, (reader) => reader.historyAfter(0, 10_000));
  assert.equal(chainFault(SCHOOL, { number: 0, hash: CHAIN_START }, links), undefined);
}

/** Keeps sessions, refresh tokens and attempts, each replaced by its key. */
export async function shouldKeepSessions(storage: Storage): Promise<void> {
  const session = {
    id: 's',
    username: 'u',
    person: toPersonId('p'),
    kind: 'firstGuardian' as const,
    pupil: toPersonId('c'),
    deviceId: 'd',
    deviceName: 'PC',
    proofs: [{ by: 'provider' as const, name: 'SPID', whom: ['w'], isStrong: true, at: 1 }],
    createdAt: 1,
    lastUsedAt: 1,
    endReason: null,
  };
  const token = { hash: 'h', session: 's', issuedAt: 1, usedAt: null, salt: 'x' };
  await storage.transaction(SCHOOL, async (transaction) => {
    await transaction.saveSession(session);
    await transaction.saveSession({ ...session, lastUsedAt: 2, endReason: 'reuse' });
    await transaction.saveRefreshToken(token);
    await transaction.saveRefreshToken({ ...token, usedAt: 5 });
    await transaction.saveRefreshToken({ ...token, hash: 'older', usedAt: 4 });
    await transaction.saveRefreshToken({ ...token, hash: 'newest' });
    await transaction.pruneRefreshTokens('s', 5);
    await transaction.saveAttempts('old', { failures: 1, lastFailedAt: 1 });
    await transaction.saveAttempts('new', { failures: 2, lastFailedAt: 9 });
    await transaction.pruneAttempts(5);
  });
  await storage.read(SCHOOL, async (reader) => {
    assert.deepEqual(await reader.session('s'), { ...session, lastUsedAt: 2, endReason: 'reuse' });
    assert.deepEqual(await reader.refreshToken('h'), { ...token, usedAt: 5 });
    assert.equal(await reader.refreshToken('older'), undefined);
    assert.deepEqual(await reader.refreshToken('newest'), { ...token, hash: 'newest' });
    assert.equal(await reader.attempts('old'), undefined);
    assert.deepEqual(await reader.attempts('new'), { failures: 2, lastFailedAt: 9 });
  });
}

/** Notes something with the rest of a transaction, or not at all; tells a name and those below it from names that only begin alike. */
export async function shouldNoteInTransactions(storage: Storage): Promise<void> {
  await storage.transaction(SCHOOL, async (transaction) => {
    for (const name of ['a.b', 'a.b.1', 'a.b.2', 'a.bc', 'a.b-c'])
      await transaction.setNote(name, `of ${name}`);
  });
  const failing = storage.transaction(SCHOOL, async (transaction) => {
    await transaction.setNote('a.b.3', 'lost');
    await transaction.forgetNote('a.b.1');
    throw new Error('failed');
  });
  await assert.rejects(failing, /failed/);
  await storage.transaction(SCHOOL, async (transaction) => {
    const notes = await transaction.notesUnder('a.b');
    assert.deepEqual(Object.fromEntries(notes), {
      'a.b': 'of a.b',
      'a.b.1': 'of a.b.1',
      'a.b.2': 'of a.b.2',
    });
    await transaction.forgetNote('a.b.1');
    assert.deepEqual([...(await transaction.notesUnder('a.b')).keys()], ['a.b', 'a.b.2']);
  });
  assert.equal(await storage.note('a.b.2'), 'of a.b.2');
}
