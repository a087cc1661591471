import { describe, expect, test } from 'vitest';
import { toClassId, toInstant, type Instant } from '../../../../domain/base/ids.ts';
import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { isNeverActivated } from '../../../../domain/people/activation-reminder.ts';
import { EVERYBODY, filterAccounts, hasLetter, shownState } from './account-filter.ts';

const now = toInstant(Date.parse('2026-11-23T08:00:00Z'));
const account = (more: Partial<OfficeAccount>): OfficeAccount => ({
  username: 'G000001A',
  kind: 'firstGuardian',
  surname: 'Gutiérrez',
  givenName: 'María',
  roles: [],
  schoolPass: '41528073',
  state: 'issued',
  issuedAt: '2026-09-01T08:00:00.000Z' as Instant,
  hasEmail: false,
  hasRecordEmail: true,
  portfolioSize: 1,
  hasLeft: false,
  ...more,
});
const maria = account({ child: 'Àlvarez Nino', classId: toClassId('2026.LS.1A'), className: '1A' });
const bruno = account({
  username: 'MORE0001.2',
  kind: 'staff',
  surname: 'Bruni',
  givenName: 'Giancarlo',
  state: 'activated',
  schoolPass: '5',
});
const gone = account({ username: 'X000002B', kind: 'secondGuardian', surname: 'Zani', hasLeft: true });
const all = [maria, bruno, gone];
const found = (more: Partial<typeof EVERYBODY>) =>
  filterAccounts(all, { ...EVERYBODY, ...more }, now).map(({ username }) => username);

describe('the accounts that are shown', () => {
  test.each([
    ['by surname without accents', 'gutierrez', ['G000001A']],
    ['by the child', 'alvarez nino', ['G000001A']],
    ['by class', '1a', ['G000001A', 'G000001A'].slice(1)],
    ['by username in lower case', 'more0001', ['MORE0001.2']],
    ['by School pass', '41528073', ['G000001A', 'X000002B']],
    ['by two words in any order', 'giancarlo bruni', ['MORE0001.2']],
  ])('are found %s', (_how, text, usernames) => {
    expect(found({ text })).toEqual(expect.arrayContaining(usernames));
    expect(found({ text: `${text} nobody` })).toEqual([]);
  });

  test('are those of a class, of a kind, in a state', () => {
    expect(found({ classId: '2026.LS.1A' })).toEqual(['G000001A']);
    expect(found({ kind: 'staff' })).toEqual(['MORE0001.2']);
    expect(found({ state: 'activated' })).toEqual(['MORE0001.2']);
    expect(found({ leavers: true })).toEqual(['X000002B']);
  });

  test('S9: are those never activated, without who has left the school', () => {
    expect(found({ neverActivated: true })).toEqual(['G000001A']);
    expect(all.filter(isNeverActivated)).toEqual([maria]);
  });
});

test('an office password that has ended is told apart and gets no letter', () => {
  const expired = account({ passwordExpiresAt: now });
  expect(shownState(expired, now)).toBe('expired');
  expect([expired, maria].map((each) => hasLetter(each, now))).toEqual([false, true]);
});
