import { expect, test } from 'vitest';
import type { Instant } from '../../../../domain/base/ids.ts';
import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { peopleWithChanges } from './people-with-changes.ts';

const account = (username: string, surname: string, at?: string, digest?: string): OfficeAccount => ({
  username,
  kind: 'firstGuardian',
  surname,
  givenName: 'Marta',
  roles: [],
  schoolPass: '12345678',
  state: 'activated',
  issuedAt: '2026-09-01T08:00:00.000Z' as Instant,
  hasEmail: false,
  hasRecordEmail: true,
  portfolioSize: 1,
  hasLeft: false,
  ...(at === undefined
    ? {}
    : {
        recordChange: {
          at: at as Instant,
          own: false,
          emails: ['m@example.it'],
          ...(digest === undefined ? {} : { digest }),
        },
      }),
});

test('a person with two accounts is listed once, the oldest change first, and nobody without one', () => {
  const [early, late] = ['2026-11-20T08:00:00.000Z', '2026-11-23T08:00:00.000Z'];
  const accounts = [
    account('G000001A', 'Verdi', late),
    account('G000002B', 'Verdi', late),
    account('G000003C', 'Rossi'),
    account('G000004D', 'Bianchi', early),
  ];
  expect(peopleWithChanges(accounts).map(({ username }) => username)).toEqual(['G000004D', 'G000001A']);
});

test('two people of one name whom one list has changed are two', () => {
  const at = '2026-11-20T08:00:00.000Z';
  const accounts = [
    account('G000001A', 'Verdi', at, 'one'),
    account('G000002B', 'Verdi', at, 'other'),
    account('G000003C', 'Verdi', at, 'one'),
  ];
  expect(peopleWithChanges(accounts).map(({ accounts: of }) => of.map(({ username }) => username))).toEqual([
    ['G000001A', 'G000003C'],
    ['G000002B'],
  ]);
});
