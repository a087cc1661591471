import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { computer, type Computer } from '../testing/computer.ts';
import { fakeSafeStorage } from '../testing/keychains.ts';
import { sampleEntry, sampleIdentity } from '../testing/samples.ts';
import { startSchoolServer } from '../testing/school-server.ts';

const teacher = sampleIdentity(1);
const credentials = { username: teacher.username, password: 'password' };

type Content = Record<string, unknown>;

const fileOf = (pc: Computer) =>
  join(pc.userData, 'accounts', `${teacher.school}-${teacher.username}`, 'account.json');
const read = (pc: Computer) => JSON.parse(readFileSync(fileOf(pc), 'utf8')) as Content;

/** Writes an account file as somebody does who wants it to be believed. */
function put(pc: Computer, { check: _check, ...content }: Content): void {
  for (const path of [fileOf(pc), `${fileOf(pc)}.bak`]) writeFileSync(path, JSON.stringify(content));
}

/** A computer whose account was blocked while an entry waited. */
async function blocked(safeStorage = fakeSafeStorage()) {
  const server = await startSchoolServer(teacher);
  const pc = computer(server, safeStorage);
  const { device } = await pc.start();
  await device.signIn(credentials);
  await must(device.journal(), 'open').append([sampleEntry(1)]);
  const before = read(pc);
  must(server.people.get(teacher.username), 'on the server').blocked = true;
  const again = await pc.start();
  await again.device.unlock(teacher, 'password');
  await expect.poll(again.device.state).toMatchObject({ kind: 'locked', reason: 'blocked' });
  return { server, pc, before, device: again.device };
}

describe('the keys of a blocked account (F7)', () => {
  it('open no data, whatever is taken out of its file', async () => {
    const { server, pc } = await blocked();
    const { blockedAt, ...open } = read(pc);
    expect(blockedAt).toBeDefined();
    expect(open).not.toHaveProperty('databaseKey');
    expect(open).not.toHaveProperty('shared');
    put(pc, open);
    server.overrule = { status: 503, kind: 'unavailable' };
    const { device } = await pc.start();
    expect(await device.unlock(teacher, 'password')).toMatchObject({ ok: false });
    expect(device.localStoreKey().ok).toBe(false);
    expect(device.journal()).toBeUndefined();
  });

  it.each([
    ['with a keychain', fakeSafeStorage()],
    ['without', fakeSafeStorage('basic_text')],
  ])('let the entries be handed over, %s', async (_name, safeStorage) => {
    const { device } = await blocked(safeStorage);
    expect(await device.handOver(teacher, 'password')).toEqual({ ok: true, value: { entries: 1 } });
    expect(await device.unsentOf(teacher)).toEqual({ unsent: 0, lost: 0 });
  });

  it.each([
    ['with a keychain', fakeSafeStorage()],
    ['without', fakeSafeStorage('basic_text')],
  ])(
    'are new ones when the office opens the account again, and what waited goes along, %s',
    async (_name, safeStorage) => {
      const { server, pc, before, device } = await blocked(safeStorage);
      must(server.people.get(teacher.username), 'on the server').blocked = false;
      expect((await device.unlock(teacher, 'password')).ok).toBe(true);
      expect(read(pc)['databaseName']).not.toBe(before['databaseName']);
      expect(await device.journal()?.read()).toMatchObject({ value: [sampleEntry(1)] });
      expect(await device.unsentOf(teacher)).toEqual({ unsent: 1, lost: 0 });
    },
  );

  it('of an earlier version stay for the hand-over where entries wait, and go where none do', async () => {
    for (const entries of [[], [sampleEntry(1)]]) {
      const server = await startSchoolServer(teacher);
      const pc = computer(server);
      const { device, close } = await pc.start();
      await device.signIn(credentials);
      await must(device.journal(), 'open').append(entries);
      await close();
      const { journal: _journal, ...earlier } = read(pc);
      put(pc, earlier);
      must(server.people.get(teacher.username), 'on the server').blocked = true;
      const { device: again } = await pc.start();
      server.overrule = { status: 403, kind: 'accountBlocked' };
      again.heardBlocked(teacher);
      await expect.poll(() => read(pc)['blockedAt']).toBeDefined();
      expect('databaseKey' in read(pc)).toBe(entries.length > 0);
    }
  });
});
