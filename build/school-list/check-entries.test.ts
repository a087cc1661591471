import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../system/paths.ts';
import { checkEntries } from './check-entries.ts';

const good = { school: 'CARP0002', name: 'Istituto Carpi 2', city: 'Carpi', server: 'https://carpi.example' };
const refusal = (rows: unknown): string => {
  try {
    checkEntries(JSON.stringify(rows), 'schools.json');
  } catch (error) {
    return String(error);
  }
  return 'taken';
};

test('takes the example, and servers of this same machine', () => {
  const example = readFileSync(path.join(root, 'build', 'schools', 'list.example.json'), 'utf8');
  expect(checkEntries(example, 'example').map(({ school }) => school)).toEqual(['EXAM0001', 'EXAM0002']);
  expect(checkEntries(JSON.stringify([good]), 'schools.json')).toEqual([good]);
});

test.each([
  ['a code in small letters', { school: 'carp0002' }, '"school" wants four capital letters'],
  ['a code that leads elsewhere', { school: '../../evil' }, '"school" wants four capital letters'],
  ['no name', { name: ' ' }, '"name" wants 1 to 120'],
  ['a name that is none', { name: 12 }, '"name" wants 1 to 120'],
  ['no city', { city: undefined }, '"city" is missing'],
  ['a city without end', { city: 'x'.repeat(201) }, '"city" wants'],
  ['a server without encryption', { server: 'http://carpi.example' }, 'goes without encryption'],
  ['a server that only looks local', { server: 'http://127.0.0.1.evil.example' }, 'goes without encryption'],
  [
    'a path',
    { server: 'https://carpi.example/register' },
    'more than an origin: write https://carpi.example',
  ],
  ['a slash at the end', { server: 'https://carpi.example/' }, 'more than an origin'],
  ['a name before the host', { server: 'https://carpi.example@evil.example' }, 'more than an origin'],
  ['a port that goes without saying', { server: 'https://carpi.example:443' }, 'more than an origin'],
  ['capitals in the host', { server: 'https://Carpi.example' }, 'write https://carpi.example'],
  ['another scheme', { server: 'ftp://carpi.example' }, 'wants https://, not ftp:'],
  ['no address', { server: 'carpi.example' }, 'is not an address'],
  ['a field too many', { phone: '059' }, '"phone" is not a field of a school'],
])('refuses %s, and says in which row', (_name, change, reason) => {
  const text = refusal([
    { ...good, school: 'MORE0001' },
    { ...good, ...change },
  ]);
  expect(text).toContain('row 2');
  expect(text).toContain(reason);
  expect(text).not.toContain('row 1');
});

test('gives all reasons at once', () => {
  const text = refusal([good, 'Carpi', { ...good, server: 'http://x.example', name: '' }, good]);
  expect(text.split('\n')).toEqual([
    'Error: schools.json was not signed:',
    '  row 2: is not an object',
    '  row 3 (CARP0002): "name" wants 1 to 120 characters',
    '  row 3 (CARP0002): "server" goes without encryption: https:// is wanted, http:// is for this same machine only',
    '  CARP0002 stands more than once: rows 1, 4',
  ]);
});

test('refuses a file that is no list', () => {
  expect(refusal({ schools: [good] })).toContain('is not a list');
  expect(refusal([])).toContain('names no school');
  expect(() => checkEntries('{', 'schools.json')).toThrow('schools.json is not JSON');
});
