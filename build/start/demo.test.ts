import { expect, test } from 'vitest';
import { demoIn, accountTable } from './demo.ts';

const account = {
  school: 'Liceo di Esempio',
  role: 'teacher',
  name: 'Anna Rossi',
  username: 'a.rossi',
  password: 'correct horse',
};

test('reads the accounts from the last line that the loader prints', () => {
  const printed = `Loaded 2 schools\n{"accounts":[]}\n${JSON.stringify({ accounts: [account] })}\n`;
  expect(demoIn(printed).accounts).toEqual([account]);
});

test('shows no accounts when the loader printed none', () => {
  expect(demoIn('nothing to do\n').accounts).toEqual([]);
});

test('lines up the table of accounts', () => {
  const [head = '', row = ''] = accountTable([account]).split('\n');
  expect(row.indexOf('a.rossi')).toBe(head.indexOf('Username'));
});
