import { expect, test } from 'vitest';
import { familyUsername } from '../../../../domain/people/username.ts';
import { looksMistyped, slipOf } from './username-slip.ts';

const username = familyUsername('firstGuardian', 123_456);

test('S12: a family username as the office made it looks right, in any case and with stray blanks', () => {
  expect([username, ` ${username.toLowerCase()} `].map(looksMistyped)).toEqual([false, false]);
});

test.each([
  ['one wrong digit', username.replace('3', '8')],
  ['two exchanged digits', username.replace('34', '43')],
  ['another last letter', `${username.slice(0, -1)}${username.endsWith('A') ? 'B' : 'A'}`],
  ['a digit too few', `${username.slice(0, 4)}${username.slice(5)}`],
  ['the last letter left out', username.slice(0, -1)],
])('S12: %s is noticed before anything is sent', (_slip, typed) => {
  expect(looksMistyped(typed)).toBe(true);
});

test.each(['MORE0001.1234567', '1234567', 'genitore@example.it', ''])('%s is left alone', (typed) => {
  expect(looksMistyped(typed)).toBe(false);
});

test.each([
  ['12345678', 'usernameIsPass'],
  [' 1234 5678 ', 'usernameIsPass'],
  ['1234567', undefined],
  ['123456789', undefined],
  ['MORE0001.12345678', undefined],
  [username.slice(0, -1), 'usernameSlip'],
])('S14: under %j stands the hint %s', (typed, hint) => {
  expect(slipOf(typed)).toBe(hint);
});
