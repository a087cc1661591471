import { expect, test } from 'vitest';
import { catalogues } from './catalogue.ts';

const { it, en } = catalogues;

function textsOf(texts: object): readonly string[] {
  return Object.values(texts).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? textsOf(value) : [];
  });
}
const having = (texts: object, word: RegExp) => textsOf(texts).filter((text) => word.test(text));

// One thing has one word, for whoever looks for it again on another page.
test.each([
  ['account', /\butenz[ae]\b/i],
  ['link', /\b(un|il|quel|questo) collegamento\b|\bcollegamenti\b/i],
  ['anagrafica', /\banagrafe\b/i],
  ['registrazioni', /\bvoci\b/i],
  ['School pass', /School Pass|school pass/],
  ['inviare', /\bmand(a|i|o|iamo|ato|ata|ati|ate|are)\b/i],
  ['e-mail', /\bemail\b|posta elettronica/i],
  ['Emergenza', /^Evacuazione$|«Evacuazione»/],
  [
    'periodo chiuso per lo scrutinio',
    /\bperiodo è (chiuso(?! per lo scrutinio)|bloccato|congelato)|\bscrutinio [^.:]*è aperto/i,
  ],
  ['la famiglia ha già potuto vedere', /\bgià (stat[oi] )?vist[oi]\b/i],
  ['account bloccato', /\baccount (non )?è (\(più\) )?chiuso|\baccount chius[oi]|\bchiuso questo account/i],
])('in Italian it is called «%s» everywhere', (_word, other) => {
  expect(having(it, other)).toEqual([]);
});

test.each([
  ['e-mail', /\bemail\b/i],
  ['School pass', /School Pass|school pass/],
  ['Forgot your password?', /Forgotten password/i],
  ['Emergency', /^Evacuation$|“Evacuation”/],
  ['the family may have seen', /\bfamil(y|ies) (has|have) (already )?seen\b/i],
  [
    'closed for its meeting',
    /\b(term|period) is closed(?! for its meeting| when)|\bmeeting [^.:]*is open\b/i,
  ],
  ['blocked account', /\baccount is (not )?closed|\bclosed (this )?account/i],
])('in English it is called “%s” everywhere', (_word, other) => {
  expect(having(en, other)).toEqual([]);
});

test('D78 what is taken back of a gradebook is «ritirato», withdrawn, in each of its texts', () => {
  const ofGrades = ({ assessment, grade, earlierGrade, proposal, ...all }: typeof it) => [
    assessment,
    grade,
    earlierGrade,
    proposal,
    all.classGrades,
    all.classMatrix,
    all.gradeForms,
    all.proposals,
    all.pupilGrades,
  ];
  expect(having(ofGrades(it), /\bannulla(t[oaie]|mento)\b/i)).toEqual([]);
  expect(having(ofGrades(en), /\bcancell?(ed|ing|ation)\b/i)).toEqual([]);
});

test('no text supposes that its reader is a man or a woman', () => {
  expect(having(it, /\b(sei|eri|ero) (stat|arrivat|entrat|uscit|registrat|collegat)[oa]\b/i)).toEqual([]);
  expect(having(it, /\b[a-z]+[oa]\/[oa]\b/i)).toEqual([]);
});
