import { describe, expect, test } from 'vitest';
import { toInstant } from '../../../../domain/base/ids.ts';
import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { addressActOf, addressWords } from './address-words.ts';

const NOW = toInstant(Date.parse('2026-11-30T08:00:00Z'));
const account: OfficeAccount = {
  username: 'G000001A',
  kind: 'firstGuardian',
  surname: 'Rossi',
  givenName: 'Anna',
  roles: [],
  schoolPass: '41528073',
  state: 'activated',
  issuedAt: NOW,
  hasEmail: false,
  hasRecordEmail: true,
  portfolioSize: 1,
  hasLeft: false,
};
const waits = { at: NOW, own: false, emails: ['new@example.it'] };

describe('a row', () => {
  test.each<[string, Partial<OfficeAccount>, readonly string[], string | undefined]>([
    ['nothing special', {}, [], undefined],
    [
      'a new address that waits, and the one that it replaces',
      { recordChange: waits, replacedEmails: ['old@example.it'] },
      ['addressWaits', 'addressReplaced'],
      undefined,
    ],
    ['a new address that was confirmed', { replacedEmails: ['old@example.it'] }, [], 'reviveAddress'],
    [
      'a fiscal code alone',
      { recordChange: { ...waits, emails: [], fiscalCode: 'CODE' } },
      ['fiscalCodeWaits'],
      undefined,
    ],
    [
      'an address of an uncertain import',
      { unconfirmedEmails: ['x@example.it'], hasRecordEmail: false },
      ['addressInDoubt'],
      'confirmAddress',
    ],
    [
      'nothing but a replaced one',
      { replacedEmails: ['old@example.it'], hasRecordEmail: false },
      ['addressReplaced'],
      'reviveAddress',
    ],
  ])('with %s says so, and offers what can be done', (_name, more, words, act) => {
    expect(addressWords({ ...account, ...more })).toEqual(words);
    expect(addressActOf({ ...account, ...more })).toBe(act);
  });
});
