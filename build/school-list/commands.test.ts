import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createSchoolDirectory } from '../../main/directory/school-directory.ts';
import { createUnfinished } from '../../main/files/unfinished.ts';
import { readSignedList } from '../../main/directory/signed-list.ts';
import { temporaryFolder } from '../../main/testing/temporary-folder.ts';
import { readSchool } from '../package/school.ts';
import { root } from '../system/paths.ts';
import { runSchools } from './commands.ts';

const NOW = Date.UTC(2026, 8, 1);
const DAY = 86_400_000;
const SCHOOLS = [
  { school: 'CARP0002', name: 'Istituto Carpi 2', city: 'Carpi', server: 'https://carpi.example' },
];

/** A folder with a pair of keys and a file of schools, and the command run in it. */
async function setUp() {
  const folder = temporaryFolder();
  const at = (name: string): string => path.join(folder, name);
  const said: string[] = [];
  const run = async (args: readonly string[], now = NOW): Promise<number> => {
    const note = (text: string): void => void said.push(text);
    return await runSchools(args, { now, print: note, warn: note });
  };
  writeFileSync(at('schools.json'), JSON.stringify(SCHOOLS));
  await run(['keys', '--out', folder]);
  const publicKey = readFileSync(at('schools-key.pub'), 'utf8').trim();
  const sign = async (now = NOW, ...more: readonly string[]): Promise<string> => {
    const files = ['--key', at('schools-key.pem'), '--in', at('schools.json'), '--out', at('schools.jws')];
    await run(['sign', ...files, ...more], now);
    return readFileSync(at('schools.jws'), 'utf8');
  };
  return { folder, at, said, run, publicKey, sign };
}

/** A device with the installer's key that is offered one list after another. */
function deviceWith(publicKey: string, folder: string, time: { now: number }) {
  const offered = { text: '' };
  const directory = createSchoolDirectory({
    directory: { url: 'https://lists.example/schools.jws', publicKey },
    path: path.join(folder, 'kept.jws'),
    fetch: () => Promise.resolve(new Response(offered.text)),
    now: () => time.now,
    answerWithin: 1000,
    unfinished: createUnfinished(() => undefined),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  const offer = async (text: string) => {
    offered.text = text;
    return await directory.refresh();
  };
  return { directory, offer };
}

test('the private key is for its owner alone, and no key is ever overwritten', async () => {
  const { at, run, folder, publicKey } = await setUp();
  const key = readFileSync(at('schools-key.pem'), 'utf8');
  if (process.platform !== 'win32') expect(statSync(at('schools-key.pem')).mode & 0o777).toBe(0o600);
  await expect(run(['keys', '--out', folder])).rejects.toThrow('it is there already');
  expect(readFileSync(at('schools-key.pem'), 'utf8')).toBe(key);
  expect(readFileSync(at('schools-key.pub'), 'utf8').trim()).toBe(publicKey);
});

test('what it prints of the keys fits the school file of an installer', async () => {
  const { said, at, publicKey } = await setUp();
  const printed = said.join('\n');
  const directory: unknown = JSON.parse(`{${printed.slice(printed.indexOf('"directory"'))}}`);
  const example = JSON.parse(
    readFileSync(path.join(root, 'build', 'schools', 'example.json'), 'utf8'),
  ) as object;
  writeFileSync(at('school.json'), JSON.stringify({ ...example, ...(directory as object) }));
  expect((await readSchool(at('school.json'))).directory?.publicKey).toBe(publicKey);
});

test('devices take what it signs, newer for older and never the reverse, until its end', async () => {
  const { sign, publicKey, folder } = await setUp();
  const time = { now: NOW };
  const { directory, offer } = deviceWith(publicKey, folder, time);
  const first = await sign(NOW - 1000);
  const second = await sign(NOW, '--days', '10');
  expect(await offer(first)).toBe('taken');
  expect(await offer(second)).toBe('taken');
  expect(await offer(first)).toBe('older');
  expect(directory.list()?.schools).toEqual(SCHOOLS);
  time.now = NOW + 10 * DAY;
  expect(directory.list()).toBeUndefined();
  expect(await offer(second)).toBe('ended');
});

test('a list that was tampered with, or signed by another key, is refused by the device and by check', async () => {
  const { sign, at, run, publicKey, folder } = await setUp();
  const good = await sign();
  const [header = '', , signature = ''] = good.trim().split('.');
  const evil = [{ ...SCHOOLS[0], server: 'https://evil.example' }];
  const payload = {
    version: 1,
    issuedAt: '2026-09-02T00:00:00.000Z',
    expiresAt: '2036-09-02T00:00:00.000Z',
    schools: evil,
  };
  const forged = `${header}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.${signature}`;
  const { offer } = deviceWith(publicKey, folder, { now: NOW });
  const other = await setUp();
  for (const text of [forged, await other.sign()]) {
    expect(await offer(text)).toBe('notSigned');
    writeFileSync(at('schools.jws'), text);
    await expect(run(['check', '--public', publicKey, at('schools.jws')])).rejects.toThrow(
      'not signed by this key',
    );
  }
  writeFileSync(at('schools.jws'), '<h1>Wi-Fi</h1>');
  await expect(run(['check', '--public', publicKey, at('schools.jws')])).rejects.toThrow('not a signed list');
});

test('check shows the schools and the times, and refuses a list that has ended', async () => {
  const { sign, at, run, said } = await setUp();
  await sign(NOW, '--days', '1');
  const check = ['check', '--public', at('schools-key.pub'), at('schools.jws')];
  expect(await run(check)).toBe(0);
  expect(said.at(-1)).toBe(
    [
      'Issued 2026-09-01T00:00:00.000Z',
      'Ends   2026-09-02T00:00:00.000Z',
      '1 school',
      '  CARP0002  https://carpi.example  Istituto Carpi 2, Carpi',
    ].join('\n'),
  );
  await expect(run(check, NOW + DAY)).rejects.toThrow('ended');
});

test('a bad entry leaves the signed list of before as it was', async () => {
  const { sign, at, publicKey, folder } = await setUp();
  const before = await sign();
  writeFileSync(at('schools.json'), JSON.stringify([...SCHOOLS, ...SCHOOLS]));
  await expect(sign(NOW + 1)).rejects.toThrow('CARP0002 stands more than once: rows 1, 2');
  expect(readFileSync(at('schools.jws'), 'utf8')).toBe(before);
  expect(readSignedList(before, publicKey).ok).toBe(true);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('a clock that runs behind the last list is found out before devices refuse the list', async () => {
  const { sign, at } = await setUp();
  const before = await sign();
  await expect(sign(NOW - DAY)).rejects.toThrow('later than the clock of this computer');
  expect(readFileSync(at('schools.jws'), 'utf8')).toBe(before);
});

test('without a file the list alone goes to standard output', async () => {
  const { at, publicKey } = await setUp();
  const printed: string[] = [];
  const args = ['sign', '--key', at('schools-key.pem'), '--in', at('schools.json')];
  const code = await runSchools(args, {
    now: NOW,
    print: (text) => printed.push(text),
    warn: () => undefined,
  });
  expect(code).toBe(0);
  expect(readSignedList(printed.join(''), publicKey).ok).toBe(true);
});

test('refuses files that are not keys', async () => {
  const { at, run } = await setUp();
  const sign = (key: string) =>
    run(['sign', '--key', key, '--in', at('schools.json'), '--out', at('new.jws')]);
  await expect(sign(at('schools-key.pub'))).rejects.toThrow('is not a private key');
  await expect(sign(at('nowhere.pem'))).rejects.toThrow('cannot be read');
  await expect(run(['check', '--public', at('schools.json'), at('schools.json')])).rejects.toThrow(
    'does not hold a public key',
  );
  expect(readdirSync(path.dirname(at('x')))).not.toContain('new.jws');
});

test.each([
  [[], 'COMMAND'],
  [['make'], 'There is no command "make"'],
  [['keys'], '--out is missing'],
  [['sign', '--key', 'k'], '--in is missing'],
  [['sign', '--key', 'k', '--in', 'i', '--days', '0'], '--days wants a whole number'],
  [['sign', '--key', 'k', '--in', 'i', '--nonsense'], 'Unknown option'],
  [['check', '--public', 'k'], 'The file to check is missing'],
  [['check', '--public', 'k', 'a', 'b'], '"b" is one word too many'],
])('answers %j with code 2 and the way it is written', async (args, message) => {
  const said: string[] = [];
  const code = await runSchools(args, { now: NOW, print: () => undefined, warn: (text) => said.push(text) });
  expect(code).toBe(2);
  expect(said.join('\n')).toContain(message);
  expect(said.join('\n')).toContain('npm run schools --');
});

test.each([['--help'], ['keys', '--help'], ['sign', '-h'], ['check', '--help']])(
  'explains itself: %s %s',
  async (...args) => {
    const said: string[] = [];
    const words = args.filter((word) => word !== undefined);
    expect(
      await runSchools(words, { now: NOW, print: (text) => said.push(text), warn: () => undefined }),
    ).toBe(0);
    expect(said.join('\n')).toContain('npm run schools --');
  },
);
