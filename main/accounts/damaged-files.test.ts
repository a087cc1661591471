import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { computer, filesUnder, type Computer } from '../testing/computer.ts';
import { fakeSafeStorage } from '../testing/keychains.ts';
import { sampleEntry, sampleGuardian, sampleIdentity } from '../testing/samples.ts';
import { mergeProfiles, startSchoolServer } from '../testing/school-server.ts';
import type { DeviceSession } from '../device/device-session.ts';

const teacher = sampleIdentity(1);
const credentials = { username: teacher.username, password: 'password' };
const ENTRIES = Array.from({ length: 8 }, (_, number) => sampleEntry(number));
const OFF = { status: 503, kind: 'unavailable' };

/** What may happen to a file. */
const DAMAGE: readonly (readonly [string, (path: string) => void])[] = [
  ['one bit in the wrapped key', (path) => flip(path, '"sealed":"', 12)],
  ['one bit in a name', (path) => flip(path, '"surname":"', 12)],
  ['a bracket less', (path) => writeFileSync(path, readFileSync(path, 'utf8').slice(0, -1))],
  ['cut', (path) => truncateSync(path, 100)],
  ['empty', (path) => truncateSync(path, 0)],
  ['gone', (path) => rmSync(path)],
  ['zeros', (path) => writeFileSync(path, Buffer.alloc(readFileSync(path).length))],
  ['another file of JSON', (path) => writeFileSync(path, '{"version":2}')],
];

function flip(path: string, behind: string, by: number): void {
  const bytes = readFileSync(path);
  const at = bytes.indexOf(behind) + by;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

const fileOf = (pc: Computer, name: string) =>
  join(pc.userData, 'accounts', `${teacher.school}-${teacher.username}`, name);

/** A computer on which eight entries wait, closed as by kill -9. */
async function withEntries(safeStorage = fakeSafeStorage()) {
  const server = await startSchoolServer(teacher);
  const pc = computer(server, safeStorage);
  const { device } = await pc.start();
  await device.signIn(credentials);
  expect((await must(device.journal(), 'open').append(ENTRIES)).ok).toBe(true);
  return { server, pc };
}

async function waitingIn(device: DeviceSession): Promise<readonly string[]> {
  const read = await device.journal()?.read();
  return read?.ok ? read.value.map(({ entry }) => entry) : [];
}

const all = ENTRIES.map(({ entry }) => entry);
const lost = (entries: number) => [
  {
    folder: `${teacher.school}-${teacher.username}`,
    entries,
    school: teacher.school,
    username: teacher.username,
  },
];

describe('a damaged account file', () => {
  it.each(DAMAGE)('is replaced by its second copy without network: %s', async (_what, damage) => {
    const { server, pc } = await withEntries();
    damage(fileOf(pc, 'account.json'));
    server.overrule = OFF;
    const { device } = await pc.start();
    expect(await device.deviceAccounts()).toMatchObject([{ unsent: 8 }]);
    expect(await device.lostEntries()).toEqual([]);
    expect((await device.unlock(teacher, 'password')).ok).toBe(true);
    expect(await waitingIn(device)).toEqual(all);
    expect(readFileSync(fileOf(pc, 'account.json'))).toEqual(readFileSync(fileOf(pc, 'account.json.bak')));
  });

  it.each(DAMAGE)('is not missed where its copy is damaged: %s', async (_what, damage) => {
    const { server, pc } = await withEntries();
    damage(fileOf(pc, 'account.json.bak'));
    server.overrule = OFF;
    const { device } = await pc.start();
    expect((await device.unlock(teacher, 'password')).ok).toBe(true);
    expect(await waitingIn(device)).toEqual(all);
  });

  it.each(DAMAGE)(
    'beside a damaged copy is said, with the number, before and after signing in: %s',
    async (_what, damage) => {
      const { pc } = await withEntries();
      damage(fileOf(pc, 'account.json'));
      damage(fileOf(pc, 'account.json.bak'));
      const { device } = await pc.start();
      expect(device.state()).toEqual({ kind: 'signedOut' });
      expect(await device.deviceAccounts()).toEqual([]);
      expect(await device.lostEntries()).toEqual(lost(8));
      expect((await device.signIn(credentials)).ok).toBe(true);
      expect(await device.deviceAccounts()).toMatchObject([{ unsent: 0 }]);
      expect(await device.lostEntries()).toEqual(lost(8));
      expect(await device.unsentOf(teacher)).toEqual({ unsent: 0, lost: 8 });
      expect(pc.logged).toEqual(['journalSetAside']);
      await device.signOut(0);
      expect(await device.lostEntries()).toEqual(lost(8));
    },
  );

  it('of an earlier version gets checksum and copy as soon as it is read', async () => {
    const { pc } = await withEntries();
    const { check: _none, ...before } = JSON.parse(readFileSync(fileOf(pc, 'account.json'), 'utf8')) as {
      check: string;
    };
    writeFileSync(fileOf(pc, 'account.json'), JSON.stringify(before));
    rmSync(fileOf(pc, 'account.json.bak'));
    await (await pc.start()).device.deviceAccounts();
    flip(fileOf(pc, 'account.json'), '"sealed":"', 12);
    const { device } = await pc.start();
    expect((await device.unlock(teacher, 'password')).ok).toBe(true);
    expect(await waitingIn(device)).toEqual(all);
  });
});

describe('other damaged files that hide entries', () => {
  const damaged = [
    ['gone', (path: string) => rmSync(path), 8],
    ['emptied', (path: string) => truncateSync(path, 0), 8],
    ['cut behind the third entry', (path: string) => truncateSync(path, nthFrame(path, 3)), 5],
    ['cut in the middle of an entry', (path: string) => truncateSync(path, nthFrame(path, 3) + 100), 5],
    ['with a changed bit in the first entry', (path: string) => flipAt(path, 100), 1],
    ['with a changed bit in the last entry', (path: string) => flipAt(path, nthFrame(path, 7) + 100), 1],
    ['with zeros over two entries', (path: string) => blank(path, nthFrame(path, 2), nthFrame(path, 4)), 2],
    [
      'with zeros over the first entry',
      (path: string) => blank(path, nthFrame(path, 0), nthFrame(path, 1)),
      1,
    ],
    ['with zeros over the last two', (path: string) => blank(path, nthFrame(path, 6), Infinity), 2],
    ['of nothing but zeros', (path: string) => blank(path, 0, Infinity), 8],
    ['gone with its note', (path: string) => removeAll(path, `${path}.note`), 8],
    ['gone with the copy of its note', (path: string) => removeAll(path, copyOfNote(path)), 8],
    [
      'blanked, its note cut',
      (path: string) => (blank(path, 0, Infinity), truncateSync(`${path}.note`, 9)),
      8,
    ],
  ] as const;

  it.each(damaged)(
    'a journal %s: the number is said while locked, when open and after signing out',
    async (_what, damage, entries) => {
      const { pc } = await withEntries();
      damage(fileOf(pc, 'journal-1.bin'));
      const { device } = await pc.start();
      expect(await device.lostEntries()).toEqual(lost(entries));
      await device.unlock(teacher, 'password');
      const left = await waitingIn(device);
      expect(all).toEqual(expect.arrayContaining([...left]));
      expect(await device.unsentOf(teacher)).toEqual({ unsent: left.length, lost: entries });
      await device.signOut(8);
      expect(await device.lostEntries()).toEqual(lost(entries));
    },
  );

  it('the file of a portfolio is replaced by its second copy', async () => {
    const first = sampleGuardian(1);
    const second = sampleGuardian(2);
    const server = await startSchoolServer(first, second);
    mergeProfiles(
      server.people,
      must(server.people.get(first.username), 'first'),
      must(server.people.get(second.username), 'second'),
    );
    const pc = computer(server);
    const { device } = await pc.start();
    await device.signIn({ username: first.username, password: 'password' });
    await device.switchAccount(second, undefined);
    await must(device.journal(), 'open').append(ENTRIES);
    server.overrule = OFF;
    for (const path of filesUnder(pc.userData).filter((one) => /portfolios.*json$/.test(one)))
      flip(path, '"sealed":"', 12);
    const again = await pc.start();
    expect((await again.device.unlock(second, 'password')).ok).toBe(true);
    expect(await waitingIn(again.device)).toEqual(all);
  });

  it('the keychain’s copy of a key, after a new password: the old password brings the entries back, and they are counted till then', async () => {
    const { server, pc } = await withEntries();
    flip(fileOf(pc, 'account.json'), '"journalKey":"', 20);
    rmSync(fileOf(pc, 'account.json.bak'));
    // The checksum is of a file that somebody has written so.
    const { check: _old, ...content } = JSON.parse(readFileSync(fileOf(pc, 'account.json'), 'utf8')) as {
      check: string;
    };
    writeFileSync(fileOf(pc, 'account.json'), JSON.stringify({ ...content, journalKey: 'AAAA' }));
    must(server.people.get(teacher.username), 'on the server').password = 'nuova password';
    const { device } = await pc.start();
    expect((await device.signIn({ ...credentials, password: 'nuova password' })).ok).toBe(true);
    expect(await device.deviceAccounts()).toMatchObject([{ unsent: 8, setAside: 8 }]);
    expect((await device.unlock(teacher, 'password')).ok).toBe(true);
    expect(await waitingIn(device)).toEqual(all);
  });

  it('the session or the device’s file hides none', async () => {
    const { server, pc } = await withEntries();
    truncateSync(fileOf(pc, 'session.sealed'), 3);
    writeFileSync(join(pc.userData, 'device.json'), '{');
    server.overrule = OFF;
    const { device } = await pc.start();
    expect(await device.deviceAccounts()).toMatchObject([{ unsent: 8 }]);
    await device.unlock(teacher, 'password');
    expect(await waitingIn(device)).toEqual(all);
  });
});

describe('entries that nothing opens', () => {
  it('are forgotten with the number of now alone, by the owner or where the account is gone', async () => {
    const { pc } = await withEntries();
    rmSync(fileOf(pc, 'journal-1.bin'));
    const { device } = await pc.start();
    const folder = must((await device.lostEntries())[0], 'lost entries').folder;
    await device.unlock(teacher, 'password');
    expect(await device.forgetLost(folder, 7)).toEqual({
      ok: false,
      failure: { kind: 'unsentEntries', unsent: 8 },
    });
    expect((await device.forgetLost(folder, 8)).ok).toBe(true);
    expect(await device.lostEntries()).toEqual([]);
    expect((await device.journal()?.append([sampleEntry(20)]))?.ok).toBe(true);
    const again = await pc.start();
    expect(await again.device.lostEntries()).toEqual([]);
    expect(await again.device.deviceAccounts()).toMatchObject([{ unsent: 1 }]);
  });

  it('whose account file is gone take their whole folder with them, and nothing outside of it', async () => {
    const { pc } = await withEntries();
    for (const name of ['account.json', 'account.json.bak']) rmSync(fileOf(pc, name));
    const { device } = await pc.start();
    expect((await device.forgetLost('../portfolios', 8)).ok).toBe(false);
    expect((await device.forgetLost(`${teacher.school}-${teacher.username}`, 8)).ok).toBe(true);
    expect(await device.lostEntries()).toEqual([]);
    expect(filesUnder(pc.userData).some((path) => path.includes('portfolios'))).toBe(true);
  });
});

/** Where the n-th frame of a journal begins, counted from 0. */
function nthFrame(path: string, number: number): number {
  const bytes = readFileSync(path);
  let at = bytes.indexOf('CJ1\n');
  for (let count = 0; count < number; count += 1) at = bytes.indexOf('CJ1\n', at + 1);
  return at;
}

function flipAt(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

const removeAll = (...paths: readonly string[]): void => paths.forEach((path) => rmSync(path));

const copyOfNote = (journal: string): string => join(journal, '..', 'waiting-journal-1.json');

function blank(path: string, from: number, to: number): void {
  const bytes = readFileSync(path);
  bytes.fill(0, from, Math.min(to, bytes.length));
  writeFileSync(path, bytes);
}
