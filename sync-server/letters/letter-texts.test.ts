import { expect, test } from 'vitest';
import { ACCOUNT_KINDS } from '../../domain/people/username.ts';
import { englishTexts, italianTexts } from './letter-texts.ts';

const CONTACTS = ' (tel. 059 000 0000)';
const words = (kind: (typeof ACCOUNT_KINDS)[number]) => {
  const { title, intro, steps, lost } = italianTexts(kind);
  return [title, intro, ...steps, lost(CONTACTS)].join(' ');
};

test.each(ACCOUNT_KINDS)(
  'S18 the letter of a %s offers recovery by username or School pass without a linked address',
  (kind) => {
    const italian = italianTexts(kind).lost(CONTACTS);
    expect(italian).toMatch(/«Password dimenticata\?» con il nome utente o lo School pass/);
    expect(italian).toMatch(/uno degli indirizzi e‑mail che la scuola/);
    expect(italian).toContain(`segreteria${CONTACTS}`);
    // S16 needs an address of one's own; this way does not, and the letter does not say so.
    expect(italian).not.toMatch(/collegato/);
    expect(englishTexts(kind).lost(CONTACTS)).toMatch(/username or (the )?School pass/);
  },
);

test('letters speak to pupils with «tu» and to everybody else impersonally', () => {
  const intimate = /\b(tu|tuo|tua|tuoi|tue|ti|hai|sei|premi|scegli|apri|rivolgiti|accedi)\b/i;
  expect(words('student')).toMatch(intimate);
  for (const kind of ACCOUNT_KINDS.filter((each) => each !== 'student'))
    expect(words(kind)).not.toMatch(intimate);
});
