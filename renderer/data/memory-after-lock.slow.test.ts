import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, test, vi } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { CLASS_A, pupilOf } from '../../sync-server/testing/test-school.ts';
import { startTestServer } from '../../sync-server/testing/test-server.ts';
import { schoolIndex } from '../views/school.ts';
import type { Register } from './register.ts';
import { createSessionStore } from './session-store.ts';
import { deviceOf, lineTo, when } from './testing/test-staff.ts';

const pupil = pupilOf(CLASS_A, 1);

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}

/** A pupil's record as the open register holds it, without holding it here. */
async function heldPupil(register: Register): Promise<WeakRef<object>> {
  const names = await when(schoolIndex(register), (index) => index.person(pupil) !== undefined);
  return new WeakRef(must(names.person(pupil), 'the pupil'));
}

/** From now on the browser opens no database: the register works in memory. */
function refuseDisk(): void {
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('Internal error opening backing store', 'UnknownError');
  });
}

afterEach(() => void vi.restoreAllMocks());

// Slow by nature: what other tests of the same thread have left behind must not count, so it needs a thread of its own.
test.each([
  ['lock', 'on the disk'],
  ['signOut', 'on the disk'],
  ['lock', 'in memory'],
] as const)('after %s no pupil of a store %s is left in memory', async (leave, place) => {
  if (place === 'in memory') refuseDisk();
  const server = await startTestServer();
  const store = createSessionStore(deviceOf(await lineTo(server, 'anna')));
  const { held, other } = await (async () => {
    await expect.poll(() => store.getState().register !== undefined).toBe(true);
    const register = must(store.getState().register, 'an open register');
    return { held: await heldPupil(register), other: new WeakRef(register) };
  })();
  collectGarbage();
  // As long as the register is open it does hold the names: the test would notice.
  expect(held.deref()).toBeDefined();
  await store.getState()[leave](1000);
  await expect
    .poll(() => {
      collectGarbage();
      return [held.deref(), other.deref()];
    })
    .toEqual([undefined, undefined]);
  await store.getState().signOut(1000);
  await server.close();
});
