import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { fakeSafeStorage } from '../testing/keychains.ts';
import { sampleEntry, sampleIdentity, sampleSchool } from '../testing/samples.ts';
import { startSchoolServer } from '../testing/school-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { buildSession } from './build-session.ts';

const teacher = sampleIdentity(1);
const colleague = sampleIdentity(2);
const credentials = { username: teacher.username, password: 'password' };
const ZERO = Buffer.alloc(32);

async function signedIn() {
  const server = await startSchoolServer(teacher, colleague);
  const { device, store, close } = buildSession({
    userData: temporaryFolder(),
    school: sampleSchool(server.origin),
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
  await device.signIn(credentials);
  const key = store.account()?.databaseKey;
  expect(key?.equals(ZERO)).toBe(false);
  return { server, device, store, key };
}

describe('the database key in memory', () => {
  it('S36 is overwritten after a lock, a sign-out and a change of account', async () => {
    const locked = await signedIn();
    locked.device.lock('idle');
    await vi.waitFor(() => expect(locked.key).toEqual(ZERO));
    const out = await signedIn();
    await out.device.signOut(0);
    expect(out.key).toEqual(ZERO);
    const changed = await signedIn();
    await changed.device.signIn({ ...credentials, username: colleague.username });
    expect(changed.key).toEqual(ZERO);
    expect(changed.store.account()?.databaseKey).not.toEqual(ZERO);
  });

  it('stays whole where a sign-in goes on with the open account', async () => {
    const { device, key } = await signedIn();
    await device.signIn(credentials);
    expect(key).not.toEqual(ZERO);
  });

  it('is never sealed as zeros by a sign-in with a new password that a lock overtakes', async () => {
    for (const wait of [0, 2, 5, 10, 20, 40]) {
      const { server, device } = await signedIn();
      const before = device.localStoreKey();
      await device.journal()?.append([sampleEntry(1)]);
      const person = server.people.get(teacher.username);
      if (person !== undefined) person.password = 'new password';
      const signingIn = device.signIn({ ...credentials, password: 'new password' });
      await new Promise((resolve) => setTimeout(resolve, wait));
      device.lock('idle');
      await signingIn;
      if (device.state().kind === 'locked') {
        const byNew = await device.unlock(teacher, 'new password');
        if (!byNew.ok) await device.unlock(teacher, 'password');
      }
      const after = device.localStoreKey();
      expect(after.ok && Buffer.from(after.value.key).equals(ZERO)).toBe(false);
      if (after.ok && before.ok && after.value.databaseName === before.value.databaseName)
        expect(after.value.key).toEqual(before.value.key);
      expect((await device.journal()?.read())?.ok).toBe(true);
    }
  });
});
