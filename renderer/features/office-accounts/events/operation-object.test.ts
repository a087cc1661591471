import { expect, test } from 'vitest';
import { operationObject } from './operation-object.ts';

const byClerk = { by: 'TEST0001.9', username: 'TEST0001.9' };
const ofOther = { by: 'TEST0001.9', username: 'TEST0001.1' };

test('D198: a year that was closed is no operation on the account of whoever closed it', () => {
  expect(operationObject({ act: 'yearClosed', ...byClerk })).toBe('year');
  expect(operationObject({ act: 'yearReopened', ...byClerk })).toBe('year');
  expect(operationObject({ act: 'rulesChanged', ...byClerk })).toBe('rules');
});

test.each(['periodFrozen', 'periodUnfrozen', 'gradesHeldBack', 'gradesShown'])(
  'D24, D76: %s is about the grades of a period, and no operation on the account of the clerk',
  (act) => {
    expect(operationObject({ act, ...byClerk })).toBe('termGrades');
  },
);

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
