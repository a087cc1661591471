import { describe, expect, it, onTestFinished } from 'vitest';
import { toInstant } from '../../domain/base/ids.ts';
import type { OpeningId } from '../../domain/protocol/bridge/journal.ts';
import { buildSession } from '../device/build-session.ts';
import { fakeSafeStorage } from '../testing/keychains.ts';
import { sampleEntry, sampleIdentity, sampleSchool } from '../testing/samples.ts';
import { startSchoolServer } from '../testing/school-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createVerbHandlers } from './verbs.ts';

const teacher = sampleIdentity(1);
const colleague = sampleIdentity(2);
const LOCKED = { ok: false, failure: { kind: 'locked' } };
const DONE = { ok: true, value: null };
const REFUSED = [LOCKED, LOCKED, LOCKED, LOCKED];
const TAKEN = [DONE, { ok: true, value: [sampleEntry(1)] }, DONE, DONE];

/** The verbs over a real session. */
async function setUp() {
  const server = await startSchoolServer(teacher, colleague);
  const school = sampleSchool(server.origin);
  const { device, recover, servers, close } = buildSession({
    userData: temporaryFolder(),
    school,
    answerWithin: 10_000,
    fetch,
    safeStorage: fakeSafeStorage(),
    openOutside: async () => await Promise.resolve(),
    clocks: { wall: () => 1_700_000_000_000, steady: () => 0, random: () => 0 },
    onChange: () => undefined,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    wrapCost: { cost: 1024, blockSize: 8, parallelization: 1 },
  });
  onTestFinished(close);
  const reported: number[] = [];
  const verbs = createVerbHandlers({
    school,
    recover,
    servers,
    session: device,
    saveFile: async () => await Promise.resolve({ ok: true, value: { saved: false } }),
    setLanguage: () => undefined,
    reportUnsent: (count) => reported.push(count),
    confirmClose: () => undefined,
  });
  const signIn = async ({ username } = teacher): Promise<unknown> =>
    await verbs.signIn({ username, password: 'password' });
  const askOpening = async (): Promise<OpeningId> => {
    const key = await verbs.localStoreKey();
    if (!key.ok) throw new Error('Nothing is open');
    return key.value.opening;
  };
  /** Every journal verb of a page that belongs to an opening. */
  const callAll = async (opening: OpeningId): Promise<readonly unknown[]> => [
    await verbs.journalAppend([sampleEntry(1)], opening),
    await verbs.journalRead(opening),
    await verbs.journalRefuse(
      [{ entry: sampleEntry(1).entry, refusal: { reason: 'invalid', path: 'x', refusedAt: toInstant(0) } }],
      opening,
    ),
    await verbs.journalSettle([sampleEntry(1).entry], opening),
  ];
  return { device, verbs, signIn, askOpening, callAll, reported };
}

describe('journal verbs', () => {
  it('work for the opening in which the page asked the key, and go on through a renewed sign-in', async () => {
    const { signIn, askOpening, callAll } = await setUp();
    await signIn();
    const opening = await askOpening();
    expect(await callAll(opening)).toEqual(TAKEN);
    // The session is renewed by password while the account stays open: the page goes on.
    await signIn();
    expect(await callAll(opening)).toEqual(TAKEN);
    expect(await askOpening()).toBe(opening);
  });

  it('of a page of one account never reach the journal of the next, also when that was read already', async () => {
    const { device, verbs, signIn, askOpening, callAll } = await setUp();
    await signIn();
    const before = await askOpening();
    await signIn(colleague);
    expect(await callAll(before)).toEqual(REFUSED);
    const opening = await askOpening();
    expect(await verbs.journalRead(opening)).toEqual({ ok: true, value: [] });
    expect(await callAll(before)).toEqual(REFUSED);
    expect(device.journal()?.unsent()).toBe(0);
    expect(await callAll(opening)).toEqual(TAKEN);
  });

  it('begun before the account changes reach the journal of their own account', async () => {
    const { device, verbs, signIn, askOpening } = await setUp();
    await signIn();
    const opening = await askOpening();
    const changing = signIn(colleague);
    // The account is still the open one: the answer of the server is on its way.
    expect(await verbs.journalAppend([sampleEntry(1)], opening)).toEqual({ ok: true, value: null });
    await changing;
    const accounts = await device.deviceAccounts();
    expect(new Map(accounts.map(({ identity, unsent }) => [identity.username, unsent]))).toEqual(
      new Map([
        [teacher.username, 1],
        [colleague.username, 0],
      ]),
    );
  });

  it('of an opening that has ended are refused, also when the same account is open again', async () => {
    const { verbs, signIn, askOpening, callAll } = await setUp();
    await signIn();
    const before = await askOpening();
    await verbs.lock();
    expect(await callAll(before)).toEqual(REFUSED);
    await verbs.unlock({ school: teacher.school, username: teacher.username, password: 'password' });
    expect(await callAll(before)).toEqual(REFUSED);
    expect(await callAll(await askOpening())).toEqual(TAKEN);
  });

  it('count what waits for the open account alone', async () => {
    const { verbs, signIn, askOpening, reported } = await setUp();
    await signIn();
    const before = await askOpening();
    await verbs.reportUnsent(3, before);
    await signIn(colleague);
    await verbs.reportUnsent(4, before);
    await verbs.reportUnsent(0, await askOpening());
    expect(reported).toEqual([3, 0]);
  });
});
