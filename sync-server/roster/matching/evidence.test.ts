import { describe, expect, it } from 'vitest';
import { judge, type Evidence } from './evidence.ts';

const NOTHING: Evidence = {
  type: 'pupil',
  code: 'unknown',
  fit: 'fits',
  key: 'unknown',
  isOtherProgram: false,
  isSetKey: false,
  provisional: false,
  name: 'equal',
  isOtherSex: false,
  birth: 'unknown',
  place: 'other',
  isListed: false,
  isListedBeside: false,
  family: false,
  familyName: false,
  email: 'unknown',
  phone: 'unknown',
};

type Row = readonly [what: string, evidence: Partial<Evidence>, verdict: string];

const show = (evidence: Partial<Evidence>) => {
  const verdict = judge({ ...NOTHING, ...evidence });
  const isSurmised = verdict.kind === 'same' && verdict.isSurmised === true;
  return `${verdict.kind}${isSurmised ? '?' : ''} ${verdict.because ?? ''}`.trim();
};

const CODES: readonly Row[] = [
  ['the same code and name', { code: 'agree', birth: 'equal' }, 'same'],
  ['a birth date that the code confirms', { code: 'agree', birth: 'other' }, 'same birthDateCorrected'],
  [
    'a birth date against its own code',
    { code: 'agree', birth: 'other', fit: 'otherDate' },
    'same birthDateAgainstCode',
  ],
  ['a mistyped name', { code: 'agree', birth: 'equal', name: 'near' }, 'same nameCorrected'],
  [
    'a twin whose name differs in one letter, of the other sex',
    { code: 'agree', birth: 'equal', name: 'near', isOtherSex: true },
    'doubt fiscalCodeOfAnother',
  ],
  [
    'a twin with the identifier',
    { key: 'agree', birth: 'equal', name: 'near', isOtherSex: true },
    'doubt identifierOfAnother',
  ],
  ['a second name left out', { code: 'agree', name: 'part' }, 'same nameCorrected'],
  ['a surname that has changed', { code: 'agree', name: 'givenName', birth: 'equal' }, 'same nameCorrected'],
  [
    'a brother with the code',
    { code: 'agree', name: 'surname', birth: 'other', fit: 'otherPerson' },
    'doubt fiscalCodeOfAnother',
  ],
  ['a twin with the code', { code: 'agree', name: 'surname', birth: 'equal' }, 'doubt fiscalCodeOfAnother'],
  ['a stranger with the code', { code: 'agree', name: 'other' }, 'doubt fiscalCodeOfAnother'],
  [
    'a sister whose name fits the code, born on another day',
    { code: 'agree', name: 'near', birth: 'other' },
    'doubt fiscalCodeOfAnother',
  ],
  ['a wrong code that has always been there', { code: 'agree', birth: 'equal', fit: 'otherPerson' }, 'same'],
  [
    'homonyms born the same day, in one class',
    { code: 'differ', birth: 'equal', place: 'same' },
    'different homonym',
  ],
  ['a corrected code of one identifier', { code: 'differ', key: 'agree', birth: 'equal' }, 'same'],
  [
    'an identifier against the codes',
    { code: 'differ', key: 'agree', name: 'other' },
    'doubt identifierOfAnother',
  ],
];

const KEYS: readonly Row[] = [
  ['the same identifier and name', { key: 'agree', birth: 'equal' }, 'same'],
  ['a corrected date', { key: 'agree', birth: 'other' }, 'same birthDateCorrected'],
  ['a corrected name', { key: 'agree', name: 'near', birth: 'equal' }, 'same nameCorrected'],
  [
    'another surname of a pupil without birth date',
    { key: 'agree', name: 'givenName' },
    'doubt identifierOfAnother',
  ],
  [
    'another surname in a whole set',
    { key: 'agree', name: 'givenName', isSetKey: true },
    'same nameCorrected',
  ],
  ['another surname of staff', { type: 'staff', key: 'agree', name: 'givenName' }, 'same nameCorrected'],
  ['other names', { key: 'agree', name: 'other' }, 'doubt identifierOfAnother'],
  ['another given name', { key: 'agree', name: 'surname', birth: 'equal' }, 'doubt identifierOfAnother'],
  [
    'another date and a like name',
    { key: 'agree', name: 'near', birth: 'other' },
    'doubt identifierOfAnother',
  ],
  ['another identifier of the same kind', { key: 'differ', birth: 'equal' }, 'doubt sameNameOtherIdentifier'],
  [
    'another identifier, both in the list',
    { key: 'differ', birth: 'equal', isListed: true },
    'different homonym',
  ],
  ['the identifier of another program', { key: 'differ', birth: 'equal', isOtherProgram: true }, 'same'],
  ['another identifier and date', { key: 'differ', birth: 'other' }, 'different'],
];

const PUPILS: readonly Row[] = [
  ['name and birth date', { birth: 'equal' }, 'same'],
  ['signs left out', { name: 'unsigned', birth: 'equal' }, 'same'],
  [
    'signs left out, both in one list: twins',
    { name: 'unsigned', birth: 'equal', isListedBeside: true },
    'different homonym',
  ],
  ['other signs: twins', { name: 'signs', birth: 'equal' }, 'different'],
  ['other signs in one class', { name: 'signs', birth: 'equal', place: 'same' }, 'different homonym'],
  ['day and month exchanged in one class', { birth: 'slip', place: 'same' }, 'same? birthDateCorrected'],
  [
    'the same with the same parents',
    { birth: 'slip', place: 'same', family: true },
    'same birthDateCorrected',
  ],
  [
    'the same, and the other one is in the list too',
    { birth: 'slip', place: 'same', isListed: true },
    'different',
  ],
  ['the same in the class that follows', { birth: 'slip', place: 'follows' }, 'same? birthDateCorrected'],
  ['the same in another class', { birth: 'slip' }, 'different homonym'],
  ['another date in one class', { birth: 'other', place: 'same' }, 'doubt namesakeInClass'],
  [
    'another date in one class, same parents',
    { birth: 'other', place: 'same', family: true },
    'same? birthDateCorrected',
  ],
  ['another date in another class', { birth: 'other' }, 'different'],
  ['no date, one class', { place: 'same' }, 'same? recognisedByClass'],
  ['no date, another class', {}, 'different homonym'],
  ['no date, a provisional code of their own', { provisional: true }, 'same'],
  ['a second name in one class', { name: 'part', birth: 'equal', place: 'same' }, 'same? nameCorrected'],
  ['a second name elsewhere', { name: 'part', birth: 'equal' }, 'different homonym'],
  [
    'one letter, one birth date: twins or a slip',
    { name: 'near', birth: 'equal', place: 'same' },
    'different homonym',
  ],
  ['twins', { name: 'surname', birth: 'equal', place: 'same', family: true }, 'different'],
  ['strangers', { name: 'other' }, 'different'],
];

const GUARDIANS: readonly Row[] = [
  ['a common child', { family: true }, 'same'],
  ['a common child, another username', { family: true, key: 'differ' }, 'same'],
  ['a common child, a second name', { family: true, name: 'part' }, 'same nameCorrected'],
  ['a common child, another name', { family: true, name: 'other' }, 'different'],
  ['a name alone', {}, 'different'],
  ['an address that nobody else has', { email: 'agree' }, 'same'],
  ['a telephone, children of one surname', { phone: 'agree', familyName: true }, 'same'],
  ['the same, other addresses', { phone: 'agree', familyName: true, email: 'differ' }, 'same?'],
  ['a telephone, children of two surnames', { phone: 'agree' }, 'different guardianHomonym'],
  ['a provisional code, children of two surnames', { provisional: true }, 'different guardianHomonym'],
  ['a provisional code, children of one surname', { provisional: true, familyName: true }, 'same'],
  ['an address, another username', { email: 'agree', key: 'differ' }, 'different'],
  ['two codes', { code: 'differ', family: true }, 'different homonym'],
].map(([what, evidence, verdict]) => [what, { type: 'guardian', ...(evidence as object) }, verdict] as Row);

const STAFF: readonly Row[] = [
  ['a name within one kind of post', {}, 'same'],
  ['other addresses', { email: 'differ' }, 'doubt sameNameOtherContacts'],
  ['a common address', { email: 'agree' }, 'same'],
  ['another username', { key: 'differ' }, 'different'],
  ['other signs', { name: 'signs' }, 'different'],
].map(([what, evidence, verdict]) => [what, { type: 'staff', ...(evidence as object) }, verdict] as Row);

describe('whether a row is about a known person', () => {
  it.each(CODES)('by the fiscal code: %s', (_what, evidence, verdict) => {
    expect(show(evidence)).toBe(verdict);
  });
  it.each(KEYS)('by the identifier: %s', (_what, evidence, verdict) => {
    expect(show(evidence)).toBe(verdict);
  });
  it.each(PUPILS)('pupils, by name: %s', (_what, evidence, verdict) => {
    expect(show(evidence)).toBe(verdict);
  });
  it.each(GUARDIANS)('guardians, by name: %s', (_what, evidence, verdict) => {
    expect(show(evidence)).toBe(verdict);
  });
  it.each(STAFF)('staff, by name: %s', (_what, evidence, verdict) => {
    expect(show(evidence)).toBe(verdict);
  });
});
