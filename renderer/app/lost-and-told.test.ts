import { expect, test } from 'vitest';
import { catalogues } from './catalogue.ts';

const { it, en } = catalogues;

// Where the product is right by the letter, and somebody would be lost without these words.

test('S16 S18 whoever asks for a link is told that there are five of a day', () => {
  for (const text of [it.door.recovery.sentEmail, it.door.recovery.sentName])
    expect(text).toMatch(/al massimo cinque messaggi/);
  for (const text of [en.door.recovery.sentEmail, en.door.recovery.sentName]) expect(text).toMatch(/five/);
});

test('S28 an address that opens the work account is said to be removed there, and where that is', () => {
  expect(it.failure.reason.staffAndFamily).toContain(`«${it.profile.email.remove}»`);
  expect(it.failure.reason.staffAndFamily).toContain(`«${it.profile.email.title}»`);
  expect(en.failure.reason.staffAndFamily).toContain(en.profile.email.remove);
});

test('S14 a School pass typed in the place of the username is told apart', () => {
  expect(it.door.usernameIsPass).toMatch(/School pass.*nome utente/);
  expect(en.door.usernameIsPass).toMatch(/School pass.*username/);
});
