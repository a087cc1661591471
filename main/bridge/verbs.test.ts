import { describe, expect, it, onTestFinished } from 'vitest';
import { toInstant } from '../../domain/base/ids.ts';
import { buildSession } from '../session/build-session.ts';
import { fakeSafeStorage } from '../testing/keychains.ts';
import { sampleEntry, sampleIdentity } from '../testing/samples.ts';
import { startSchoolServer } from '../testing/school-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createVerbHandlers } from './verbs.ts';

const teacher = sampleIdentity(1);
const colleague = sampleIdentity(2);
const LOCKED = { ok: false, failure: { kind: 'locked' } };
const DONE = { ok: true, value: null };

/** The verbs over a real session, and every journal verb that writes. */
async function setUp() {
  const server = await startSchoolServer(teacher, colleague);
  const { device } = buildSession({
    userData: temporaryFolder(),
    server: server.origin,
    answerWithin: 400,
    fetch,
    safeStorage: fakeSafeStorage(),
    clocks: { wall: () => 1_700_000_000_000, steady: () => 0, random: () => 0 },
    onChange: () => undefined,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    wrapCost: { cost: 1024, blockSize: 8, parallelization: 1 },
  });
  onTestFinished(device.shut);
  const verbs = createVerbHandlers({
    school: {
      school: teacher.school,
      name: '',
      city: '',
      server: server.origin,
      phone: '',
      email: '',
      address: '',
    },
    session: device,
    saveFile: async () => await Promise.resolve({ ok: true, value: { saved: false } }),
    setLanguage: () => undefined,
    reportUnsent: () => undefined,
    confirmClose: () => undefined,
  });
  const signIn = async ({ username } = teacher): Promise<unknown> =>
    await verbs.signIn({ username, password: 'password' });
  const openPage = async (): Promise<unknown> => {
    await verbs.localStoreKey();
    return await verbs.journalRead();
  };
  const writeAll = async (): Promise<readonly unknown[]> => [
    await verbs.journalAppend([sampleEntry(1)]),
    await verbs.journalRefuse([
      { entry: sampleEntry(1).entry, refusal: { reason: 'invalid', path: 'x', refusedAt: toInstant(0) } },
    ]),
    await verbs.journalSettle([sampleEntry(1).entry]),
  ];
  return { device, verbs, signIn, openPage, writeAll };
}

describe('journal verbs', () => {
  it('work for the page that asked the key of the open account and read its journal', async () => {
    const { signIn, openPage, writeAll } = await setUp();
    await signIn();
    expect(await openPage()).toEqual({ ok: true, value: [] });
    expect(await writeAll()).toEqual([DONE, DONE, DONE]);
    // The session is renewed by password while the account stays open: the page goes on.
    await signIn();
    expect(await writeAll()).toEqual([DONE, DONE, DONE]);
  });

  it('of a page of one account never reach the journal of the next', async () => {
    const { device, verbs, signIn, openPage, writeAll } = await setUp();
    await signIn();
    await openPage();
    await verbs.lock();
    expect(await writeAll()).toEqual([LOCKED, LOCKED, LOCKED]);
    await signIn(colleague);
    expect(await writeAll()).toEqual([LOCKED, LOCKED, LOCKED]);
    expect(await verbs.journalRead()).toEqual(LOCKED);
    // The page asks the key once more when it has opened; that alone hands no journal over.
    await verbs.localStoreKey();
    expect(await writeAll()).toEqual([LOCKED, LOCKED, LOCKED]);
    expect(device.journal()?.unsent()).toBe(0);
    expect(await verbs.journalRead()).toEqual({ ok: true, value: [] });
    expect(await writeAll()).toEqual([DONE, DONE, DONE]);
  });

  it('of an opening that has ended are refused, also when the same account is open again', async () => {
    const { verbs, signIn, openPage, writeAll } = await setUp();
    await signIn();
    await openPage();
    await verbs.lock();
    await verbs.unlock({ ...teacher, password: 'password' });
    expect(await writeAll()).toEqual([LOCKED, LOCKED, LOCKED]);
    expect(await openPage()).toEqual({ ok: true, value: [] });
    expect(await writeAll()).toEqual([DONE, DONE, DONE]);
  });
});
