import { createCipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deriveJournalKey } from '../journal/journal-seal.ts';
import { openJournal } from '../journal/journal.ts';
import { computer, keyOf } from '../testing/computer.ts';
import { sampleEntry, sampleIdentity } from '../testing/samples.ts';
import { startSchoolServer } from '../testing/school-server.ts';
import { stretch } from './key-wrapping.ts';

const teacher = sampleIdentity(1);
const CHEAP = { cost: 1024, blockSize: 8, parallelization: 1 };

/** Seals a key as version 1 did: bound to the person. */
async function wrapAsBefore(key: Buffer, password: string): Promise<unknown> {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', await stretch(password, salt, CHEAP), iv);
  cipher.setAAD(Buffer.from(`campanella database key v1\n${teacher.school}\n${teacher.person}`));
  const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
  const base64 = (bytes: Buffer): string => bytes.toString('base64');
  const parts = {
    salt: base64(salt),
    iv: base64(iv),
    tag: base64(cipher.getAuthTag()),
    sealed: base64(sealed),
  };
  return { kdf: 'scrypt', ...CHEAP, ...parts };
}

/** A computer on which version 1 left an account with an unsent entry. */
async function setUp() {
  const server = await startSchoolServer(teacher);
  const pc = computer(server);
  const folder = join(pc.userData, 'accounts', `${teacher.school}-${teacher.person}`);
  mkdirSync(folder, { recursive: true });
  const key = randomBytes(32);
  const { school, schoolName, person, username, surname, givenName, roles } = teacher;
  const account = {
    version: 1,
    identity: { school, schoolName, person, username, surname, givenName, roles },
    lastUsedAt: '2026-11-20T08:00:00.000Z',
    generation: 3,
    databaseKey: await wrapAsBefore(key, 'password'),
  };
  writeFileSync(join(folder, 'account.json'), JSON.stringify(account));
  const journal = await openJournal(join(folder, 'journal-3.bin'), deriveJournalKey(key));
  await journal.append([sampleEntry(1)]);
  await journal.close();
  const device = { id: 'the-device-of-before', current: { school, person } };
  writeFileSync(join(pc.userData, 'device.json'), JSON.stringify(device));
  return { server, pc, folder, key, databaseName: `campanella-${school}-${person}-3`.toLowerCase() };
}

describe('accounts of version 1', () => {
  it('open offline with their password, with their database, their unsent entries and their device', async () => {
    const { server, pc, folder, key, databaseName } = await setUp();
    await server.stop();
    const { device } = await pc.start();
    expect(existsSync(folder)).toBe(false);
    expect(readdirSync(join(pc.userData, 'accounts'))).toEqual([`${teacher.school}-${teacher.username}`]);
    expect(JSON.parse(readFileSync(join(pc.userData, 'device.json'), 'utf8'))).toEqual({
      id: 'the-device-of-before',
      current: { school: teacher.school, username: teacher.username },
    });
    expect(device.state()).toMatchObject({ kind: 'locked', identity: { username: teacher.username } });
    expect((await device.unlock(teacher, 'wrong')).ok).toBe(false);
    expect((await device.unlock(teacher, 'password')).ok).toBe(true);
    expect(keyOf(device)).toEqual([databaseName, new Uint8Array(key)]);
    expect(await device.journal()?.read()).toEqual({ ok: true, value: [sampleEntry(1)] });
  });

  it('learn the rest at the next sign-in, and keep key and database through it and after', async () => {
    const { pc, key, databaseName } = await setUp();
    const { device } = await pc.start();
    expect(await device.signIn({ username: teacher.username, password: 'password' })).toMatchObject({
      value: { state: { identity: teacher } },
    });
    const again = await pc.start();
    expect((await again.device.unlock(teacher, 'password')).ok).toBe(true);
    expect(keyOf(again.device)).toEqual([databaseName, new Uint8Array(key)]);
    expect(again.device.journal()?.unsent()).toBe(1);
  });

  it('are taken over once, and a folder that is not the account’s own is left alone', async () => {
    const { pc, folder } = await setUp();
    const stranger = join(pc.userData, 'accounts', 'MORE0001-somebody-else');
    mkdirSync(stranger);
    writeFileSync(join(stranger, 'account.json'), readFileSync(join(folder, 'account.json')));
    await pc.start();
    const { device } = await pc.start();
    expect(await device.deviceAccounts()).toHaveLength(1);
    expect(existsSync(stranger)).toBe(true);
  });
});
