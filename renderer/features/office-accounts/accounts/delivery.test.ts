import { describe, expect, test } from 'vitest';
import { toInstant } from '../../../../domain/base/ids.ts';
import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { deliveryOf } from './delivery.ts';

const at = (day: number) => toInstant(Date.parse(`2026-11-${String(day).padStart(2, '0')}T08:00:00Z`));
const NOW = at(20);
const issued: OfficeAccount = {
  username: 'G000001A',
  kind: 'firstGuardian',
  surname: 'Rossi',
  givenName: 'Anna',
  roles: [],
  schoolPass: '41528073',
  state: 'issued',
  issuedAt: at(1),
  hasEmail: false,
  hasRecordEmail: true,
  portfolioSize: 1,
  hasLeft: false,
};
const mailed = (day: number, mail: NonNullable<OfficeAccount['mail']> = 'sent') => ({
  mail,
  mailedAt: at(day),
  mailLinkUntil: at(day + 3),
});
const letter = { letterPrintedAt: at(18) };

describe('the delivery cell', () => {
  test.each<[string, Partial<OfficeAccount>, string | undefined]>([
    ['nothing yet', {}, 'none'],
    ['a letter', letter, 'letter'],
    ['a message', mailed(19), 'sent'],
    ['a message that waits', mailed(19, 'queued'), 'queued'],
    ['a message printed', mailed(19, 'printed'), 'printed'],
    ['a link that has ended', mailed(5), 'linkEnded'],
    ['a link that has ended and a letter that holds', { ...letter, ...mailed(5) }, 'letter'],
    ['a message that failed', mailed(19, 'failed'), 'failed'],
    ['a letter after a message that failed', { ...letter, ...mailed(17, 'failed') }, 'letter'],
    ['a message after a letter', { ...letter, ...mailed(19) }, 'sent'],
    ['a message cancelled', mailed(19, 'cancelled'), 'none'],
    ['a letter whose password has ended', { ...letter, passwordExpiresAt: at(19) }, 'none'],
    ['a block over a letter', { ...letter, state: 'blocked' }, 'letter'],
    ['a block over nothing', { state: 'blocked' }, undefined],
    ['a block of an account in use', { ...letter, state: 'blocked', activatedAt: at(19) }, undefined],
    ['an account in use', { ...letter, state: 'activated', activatedAt: at(19) }, undefined],
  ])('of %s', (_name, more, kind) => {
    expect(deliveryOf({ ...issued, ...more }, NOW)?.kind).toBe(kind);
  });
});
