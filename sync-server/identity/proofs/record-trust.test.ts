import { expect, test } from 'vitest';
import { bringsNews, openingDataOf } from './record-trust.ts';

const inDoubt = {
  emails: ['anna@example.it', 'Shared@Example.it'],
  unconfirmedEmails: ['shared@example.it'],
};

test('an address in doubt opens nothing, however it is written', () => {
  expect(openingDataOf(inDoubt)).toEqual({ emails: ['anna@example.it'] });
});

test('one clerk’s word on an address in doubt is news, and waits for a second person like any change', () => {
  expect(bringsNews(openingDataOf(inDoubt), openingDataOf({ emails: inDoubt.emails }))).toBe(true);
});

test('a new address in doubt is no news: it opens nothing yet', () => {
  const before = openingDataOf({ emails: ['anna@example.it'] });
  expect(bringsNews(before, openingDataOf(inDoubt))).toBe(false);
});
