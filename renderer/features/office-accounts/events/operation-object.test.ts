import { expect, test } from 'vitest';
import { operationObject } from './operation-object.ts';

const byClerk = { by: 'TEST0001.9', username: 'TEST0001.9' };
const ofOther = { by: 'TEST0001.9', username: 'TEST0001.1' };

test('D198: a year that was closed is no operation on the account of whoever closed it', () => {
  expect(operationObject({ act: 'yearClosed', ...byClerk })).toBe('year');
  expect(operationObject({ act: 'yearReopened', ...byClerk })).toBe('year');
  expect(operationObject({ act: 'rulesChanged', ...byClerk })).toBe('rules');
});

test('a paper about somebody without an account is told as one; about somebody who has one, under that account', () => {
  expect(operationObject({ act: 'paperWritten', ...byClerk })).toBe('paper');
  expect(operationObject({ act: 'paperWritten', ...ofOther })).toBeUndefined();
  expect(operationObject({ act: 'substitutionAssigned', ...byClerk })).toBe('substitution');
});

test('what somebody did to an account is about that account, also where this version does not know it', () => {
  expect(operationObject({ act: 'passwordChanged', ...byClerk })).toBeUndefined();
  expect(operationObject({ act: 'blocked', ...ofOther })).toBeUndefined();
  expect(operationObject({ act: 'toString', ...byClerk })).toBeUndefined();
});
