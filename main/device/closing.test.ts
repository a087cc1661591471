import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { endSession } from '../../domain/protocol/endpoints/session/session-endpoints.ts';
import { computer } from '../testing/computer.ts';
import { sampleEntry, sampleIdentity } from '../testing/samples.ts';
import { startSchoolServer } from '../testing/school-server.ts';

const teacher = sampleIdentity(1);
const credentials = { username: teacher.username, password: 'password' };

async function setUp() {
  const server = await startSchoolServer(teacher);
  const pc = computer(server);
  return { server, pc, ...(await pc.start()) };
}

/** Notes when each piece of work ends. */
function inOrderOfEnding() {
  const ended: string[] = [];
  const note = async (name: string, work: Promise<unknown>): Promise<void> => {
    await work.catch(() => undefined);
    ended.push(name);
  };
  return { ended, note };
}

describe('closing the app', () => {
  it('waits for the device’s own file, also when nobody has signed in', async () => {
    const { pc, close } = await setUp();
    await close();
    expect(existsSync(join(pc.userData, 'device.json'))).toBe(true);
    expect(existsSync(join(pc.userData, 'device.json.tmp'))).toBe(false);
  });

  it('waits for a way in that is under way, which opens nothing any more', async () => {
    const { device, close } = await setUp();
    const { ended, note } = inOrderOfEnding();
    const way = device.signIn(credentials);
    const noted = note('way in', way);
    await note('closing', close());
    expect(ended).toEqual(['way in', 'closing']);
    await noted;
    expect((await way).ok).toBe(false);
    expect(device.journal()).toBeUndefined();
  });

  it('waits for the entries that are being written', async () => {
    const { pc, device, close } = await setUp();
    await device.signIn(credentials);
    const written = device.journal()?.append([sampleEntry(1)]);
    await close();
    expect(await written).toEqual({ ok: true, value: null });
    const again = await pc.start();
    await again.device.unlock(teacher, 'password');
    expect(again.device.journal()?.unsent()).toBe(1);
  });

  it('tells the server of a sign-out that nobody has waited for', async () => {
    const { server, device, close } = await setUp();
    await device.signIn(credentials);
    await device.signOut(0);
    await close();
    expect(server.requests.at(-1)).toMatchObject({ url: endSession.path });
  });

  it('is not held by a server that hangs', async () => {
    const { server, device, broker, close } = await setUp();
    const { ended, note } = inOrderOfEnding();
    await device.signIn(credentials);
    server.overrule = 'hang';
    broker.expired('access-1');
    const noted = note('renewal', broker.accessToken());
    await note('closing', close());
    expect(ended).toEqual(['renewal', 'closing']);
    await noted;
  });
});
