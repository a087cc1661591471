import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonId, SchoolId } from '../../domain/base/ids.ts';
import { migrations } from '../storage/sqlite/migrations/migrations.ts';
import { SECOND_FACTORS } from '../identity/factors/second-factors.ts';
import { StartRefusal } from '../base/start-refusal.ts';
import { migrate } from '../storage/sqlite/migrate.ts';
import { openStorage } from '../storage/open.ts';
import { confirmKeys } from './confirm-keys.ts';
import { createSealer } from './sealing.ts';
import { keyId, loadSecretKey, loadServerKeys, rotateServerKey } from './secret-key.ts';

let folder: string;
const file = () => path.join(folder, 'signing.key');
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'campanella-keys-'));
  await openStorage(folder).close();
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function cli(...words: readonly string[]) {
  const script = path.join(import.meta.dirname, '../commands/keys/cli.ts');
  const node = ['--disable-warning=ExperimentalWarning', script, ...words, '--data', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, node, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('the key is made with the database, for its owner alone, and is the same ever after', () => {
  expect(loadSecretKey(folder)).toEqual(loadSecretKey(folder));
  expect(loadSecretKey(folder)).toHaveLength(32);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).filter((name) => name.startsWith('signing.key'))).toEqual(['signing.key']);
});

test('a database without its key is not started: the words say what to restore, and what is lost otherwise', () => {
  rmSync(file());
  expect(() => loadSecretKey(folder)).toThrow(StartRefusal);
  expect(() => loadSecretKey(folder)).toThrow(/Restore .*signing\.key from the backup.*second factor/);
  expect(existsSync(file())).toBe(false);
});

describe('a damaged key is not replaced, and nobody is told to remove it', () => {
  test.each([
    ['empty', ''],
    ['short', 'AAAA'],
    ['no key', '{"not": "a key"}'],
    ['with half a line behind it', `${'A'.repeat(43)}=\nAAAA`],
  ])('%s', (_name, text) => {
    writeFileSync(file(), text);
    expect(() => loadServerKeys(folder)).toThrow(/damaged.*Restore/);
    expect(() => loadServerKeys(folder)).not.toThrow(/remove/i);
    expect(readFileSync(file(), 'utf8')).toBe(text);
  });
});

test('another database’s key is refused, one that this database had before is not', async () => {
  const storage = openStorage(folder);
  const own = loadServerKeys(folder);
  await confirmKeys(storage, own);
  await confirmKeys(storage, own);
  const foreign = { current: new Uint8Array(32), older: [] };
  await expect(confirmKeys(storage, foreign)).rejects.toThrow(/not the one of this database/);
  await confirmKeys(storage, rotateServerKey(folder));
  await storage.close();
});

test('a rotation puts a new key in front and keeps those of before, through the command', () => {
  const before = loadSecretKey(folder);
  const { status, stdout } = cli('rotate');
  expect(status).toBe(0);
  const keys = loadServerKeys(folder);
  expect(keys.current).not.toEqual(before);
  expect(keys.older).toEqual([before]);
  expect(stdout.trim().split('\n')).toEqual([
    `${keyId(keys.current)}  current`,
    `${keyId(before)}  opens what it has sealed`,
  ]);
  expect(stdout).not.toContain(Buffer.from(keys.current).toString('base64'));
});

test('a key that is gone for good is replaced only by somebody who says that it may be lost', async () => {
  rmSync(file());
  expect(cli('new').status).toBe(2);
  expect(cli('show')).toMatchObject({ status: 1, stderr: expect.stringContaining('Restore') });
  expect(cli('new', '--lose-sealed').status).toBe(0);
  const storage = openStorage(folder);
  await confirmKeys(storage, loadServerKeys(folder));
  await storage.close();
});

test('a database and a key from before there were notes are taken as they are', async () => {
  rmSync(path.join(folder, 'campanella.sqlite'));
  const database = new DatabaseSync(path.join(folder, 'campanella.sqlite'));
  const before = migrations.filter(({ number }) => number <= 2);
  expect(migrate(database, before)).toEqual([1, 2]);
  database.close();
  const key = loadSecretKey(folder);
  const storage = openStorage(folder);
  await confirmKeys(storage, loadServerKeys(folder));
  expect(await storage.note('signing key')).toBe(keyId(key));
  await storage.close();
});

describe('a database that is gone where there was one', () => {
  test.each([
    ['missing', () => rmSync(path.join(folder, 'campanella.sqlite'))],
    ['empty', () => writeFileSync(path.join(folder, 'campanella.sqlite'), '')],
    ['of something else', () => writeFileSync(path.join(folder, 'campanella.sqlite'), 'x'.repeat(5000))],
  ])('%s: never begun anew', (_name, damage) => {
    damage();
    for (const name of ['-wal', '-shm'])
      rmSync(path.join(folder, `campanella.sqlite${name}`), { force: true });
    expect(() => openStorage(folder)).toThrow(StartRefusal);
    expect(() => openStorage(folder)).toThrow(/[Rr]estore/);
  });
});

test('keys of before are dropped without a word where nothing is lost with them', () => {
  cli('rotate');
  expect(cli('drop-older')).toMatchObject({ status: 0, stderr: '' });
  expect(loadServerKeys(folder).older).toEqual([]);
});

test('and kept where only they open something, until somebody says that it may be lost', async () => {
  const before = createSealer(loadSecretKey(folder), SECOND_FACTORS);
  const storage = openStorage(folder);
  const school = 'TEST0001' as SchoolId;
  await storage.accounts.transaction(async (transaction) => {
    const secondFactor = {
      sealedSecret: before.seal('secret', 'one'),
      confirmedAt: 1,
      lastStep: 0,
      recoveryCodes: [],
    };
    const password = { hash: 'none', origin: 'owner', setAt: 1 } as const;
    await transaction.saveProfile({ id: 'one', password, secondFactor, createdAt: 1 });
    await transaction.saveAccount({
      username: 'TEST0001.1',
      school,
      person: 'one' as PersonId,
      kind: 'staff',
      profile: 'one',
      state: 'activated',
      issuedAt: 1,
      schoolPass: '00000001',
    });
  });
  await storage.close();
  cli('rotate');
  const refused = cli('drop-older');
  expect([refused.status, refused.stderr]).toEqual([
    1,
    expect.stringMatching(/second factors: 1;[^]*changed/),
  ]);
  expect(loadServerKeys(folder).older).toHaveLength(1);
  expect(cli('drop-older', '--lose-sealed')).toMatchObject({ status: 0 });
  expect(loadServerKeys(folder).older).toEqual([]);
});
