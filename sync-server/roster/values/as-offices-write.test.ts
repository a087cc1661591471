import { describe, expect, it } from 'vitest';
import { localDate } from '../../../domain/base/local-date.ts';
import { niceAddress } from './addresses.ts';
import { looksLikeFormula, readEmail, splitEmails, withoutTextMark } from './cells.ts';
import { dateOrder, orderOf } from './date-order.ts';
import { fromSerial1904, hasShortYear, readDate } from './dates.ts';
import { nameKey, niceName, tidy } from './names.ts';
import { readPhones } from './phones.ts';

const TODAY = localDate(2026, 11, 23);

describe('a name in capitals', () => {
  it.each([
    ['İBRAHİM', 'İbrahim'],
    ['IŞIK ÇAĞLAR', 'Işık Çağlar'],
    ['YİĞİT', 'Yiğit'],
    ['STRAUß', 'Strauß'],
    ['GROẞ', 'Groß'],
    ['ΠΑΠΑΔΟΠΟΥΛΟΣ', 'Παπαδοπουλος'],
    ['ІВАНЕНКО', 'Іваненко'],
    ['МАР’ЯНА', "Мар'яна"],
    ['IJSSELSTEIN', 'IJsselstein'],
    ['IJAZ', 'Ijaz'],
    ['ĲSBRAND', 'Ĳsbrand'],
    ['VAN DIJK', 'Van Dijk'],
    ['MCDONALD', 'McDonald'],
    ['MACCHI', 'Macchi'],
    ["O'BRIEN", "O'Brien"],
    ["DE' MEDICI", "De' Medici"],
    ['GIOVANNI PAOLO II', 'Giovanni Paolo II'],
    ['XI LI', 'Xi Li'],
    ['S.LAZZARO', 'S.Lazzaro'],
    ['ＲＯＳＳＩ', 'Rossi'],
    ['გიორგაძე', 'გიორგაძე'],
    ['ᲒᲘᲝᲠᲒᲐᲫᲔ', 'გიორგაძე'],
    ['محمد علي', 'محمد علي'],
    ['शर्मा मीना', 'शर्मा मीना'],
  ])('%s is written %s', (text, expected) => {
    expect(niceName(text)).toBe(expected);
    expect(niceName(niceName(text))).toBe(expected);
  });
});

describe('what cannot be seen', () => {
  it.each([
    ['a zero-width space', 'Ros\u200Bsi', 'Rossi'],
    ['a soft hyphen', 'Ros\u00ADsi', 'Rossi'],
    ['a mark of the byte order', '\uFEFFRossi', 'Rossi'],
    ['an apostrophe that counts as a letter', 'D\u02BCAngelo', "D'Angelo"],
    ['the comma of Hawaii', '\u02BBOkina', "'Okina"],
    ['a hyphen that does not break', 'Rossi\u2011Bianchi', 'Rossi-Bianchi'],
    ['a sign of subtraction', 'Rossi\u2212Bianchi', 'Rossi-Bianchi'],
    ['a word joiner', 'Ros\u2060si', 'Rossi'],
    ['marks of the direction', '\u202ARossi\u202C \u200EMaria\u200F', 'Rossi Maria'],
    ['isolates', '\u2068محمد\u2069', 'محمد'],
    ['a joiner between Latin letters', 'Ros\u200Dsi', 'Rossi'],
    ['a control character', 'Ros\u0001si', 'Rossi'],
    ['a non-breaking blank', 'De\u00A0Luca\u202F ', 'De Luca'],
    ['a ligature', 'Ra\uFB03ni', 'Raffini'],
    ['a loose accent', 'Nicolo\u0300', 'Nicolò'],
    ['another apostrophe', 'D\u02BCAngelo', "D'Angelo"],
  ])('%s cuts no name', (_what, text, expected) => {
    expect(tidy(text)).toBe(expected);
  });

  it('stays where a script needs it', () => {
    for (const name of ['ශ්\u200Dරී', 'می\u200Cخواهم', 'क्\u200Dष']) expect(tidy(name)).toBe(name);
  });

  it('is no vowel: names that differ in vowel signs are two', () => {
    expect(nameKey('मीना')).not.toBe(nameKey('मोना'));
    expect(nameKey('STRAUSS')).toBe(nameKey('Strauß'));
    expect(nameKey('مُحَمَّد')).toBe(nameKey('محمد'));
  });
});

describe('an address in capitals', () => {
  it.each([
    ['VIA XX SETTEMBRE 12/B', 'Via XX Settembre 12/B'],
    ['VIA PAPA GIOVANNI XXIII, 4', 'Via Papa Giovanni XXIII, 4'],
    ['VIA VITTORIO EMANUELE II,12', 'Via Vittorio Emanuele II,12'],
    ['via iv novembre 3b', 'Via IV Novembre 3B'],
    ['VIA LI CAUSI 7', 'Via Li Causi 7'],
    ['VIA NICOLO’ MACHIAVELLI', 'Via Nicolò Machiavelli'],
    ["VIALE DELLA LIBERTA'", 'Viale Della Libertà'],
    ["CA' DE' FABBRI", "Ca' De' Fabbri"],
    ["RO FERRARESE SUL PO'", "Ro Ferrarese Sul Po'"],
    ["FORLI'", 'Forlì'],
    ['S.LAZZARO DI SAVENA', 'S.Lazzaro Di Savena'],
    ['P.ZZA C.L.N. 1', 'P.zza C.L.N. 1'],
    ['V.LE XXV APRILE 7', 'V.le XXV Aprile 7'],
    ['C.SO GARIBALDI 4/BIS', 'C.so Garibaldi 4/bis'],
    ['VIA F.LLI CERVI 12 TER', 'Via F.lli Cervi 12 ter'],
    ['VIA DEL MULINO SNC', 'Via Del Mulino SNC'],
    ["VIA DELL'ARTE 5 INT. 3", "Via Dell'Arte 5 Int. 3"],
    ['via Papa Giovanni XXIII 3/b', 'via Papa Giovanni XXIII 3/b'],
  ])('%s is written %s', (text, expected) => {
    expect(niceAddress(text)).toBe(expected);
  });
});

describe('a cell of phones', () => {
  it.each([
    ['347 1234567 (nonna)', ['347 1234567 (nonna)']],
    ['+39 333 1234567 (mamma)', ['+39 333 1234567 (mamma)']],
    ['347 1234567, dopo le 14', ['347 1234567, dopo le 14']],
    ['dopo le 14: 347 1234567', ['dopo le 14: 347 1234567']],
    ['059 123456; 333 1234567', ['059 123456', '333 1234567']],
    ['059 123456 - 333 1234567', ['059 123456', '333 1234567']],
    ['059/123456', ['059/123456']],
    ['059-123456', ['059-123456']],
    ['059/123456 / 333.1234567', ['059/123456', '333.1234567']],
    ['3331234567/3341234567', ['3331234567', '3341234567']],
    ['3331234567 3341234567', ['3331234567', '3341234567']],
    ['333 1234567 e 059 123456', ['333 1234567', '059 123456']],
    ['347 1234567 (nonna, dopo le 14)', ['347 1234567 (nonna, dopo le 14)']],
    ['mamma 333 1234567, papà 334 1234567', ['mamma 333 1234567', 'papà 334 1234567']],
    ['333 1234567 padre 334 1234567 madre', ['333 1234567 padre', '334 1234567 madre']],
    ['347 12 34 567', ['347 12 34 567']],
    ['0039 333 1234567', ['0039 333 1234567']],
    ['(+39) 333-1234567', ['(+39) 333-1234567']],
    ['059 123456 int. 12', ['059 123456 int. 12']],
    ['347 1234567 348 7654321', ['347 1234567', '348 7654321']],
    ['347 1234567 (lavoro 059 7654321)', ['347 1234567', '(lavoro 059 7654321)']],
    ['3471234567.0', ['3471234567']],
    ['n/d', []],
    ['ND', []],
    ['-', []],
    ['0000000000', []],
    ['', []],
  ])('%j holds %j', (text, phones) => {
    expect(readPhones(text)).toEqual({ phones, unread: [] });
  });

  it('without a number says its words', () => {
    expect(readPhones('chiedere alla nonna')).toEqual({ phones: [], unread: ['chiedere alla nonna'] });
    expect(readPhones('3.47123E+09')).toEqual({ phones: [], unread: ['3.47123E+09'] });
    expect(readPhones('padre@posta.example').unread).toEqual(['padre@posta.example']);
  });
});

describe('an e-mail address', () => {
  it.each([
    ['mailto:ada@posta.example', 'ada@posta.example'],
    ['Ada Bianchi <Ada@posta.example>', 'ada@posta.example'],
    ['ada@posta.example;', 'ada@posta.example'],
    ['ada\u200B@posta.example', 'ada@posta.example'],
    ['cia@posta..example', undefined],
    ['bea@müller.example', undefined],
    ['ada@posta', undefined],
    ['ada@posta.example.', 'ada@posta.example'],
    ['ada @posta.example', undefined],
    ['ada[at]posta.example', undefined],
  ])('%j is %j, as the mail that goes there says', (text, expected) => {
    expect(readEmail(text)).toBe(expected);
  });

  it('may stand beside another with a blank between them', () => {
    expect(splitEmails('a@x.example b@x.example')).toEqual(['a@x.example', 'b@x.example']);
    expect(splitEmails('Ada <a@x.example>')).toEqual(['Ada <a@x.example>']);
  });
});

describe('a date', () => {
  it.each([
    ['1 marzo 2014', '2014-03-01'],
    ['1° Marzo 2014', '2014-03-01'],
    ['sabato 1 marzo 2014', '2014-03-01'],
    ['01-mar-14', '2014-03-01'],
    ['1-Aug-2014', '2014-08-01'],
    ['March 1, 2014', '2014-03-01'],
    ['25/03/2014 12:00:00 AM', '2014-03-25'],
    ['2014-03-01 00:00:00', '2014-03-01'],
    // Midnight here, as programs that keep moments write it.
    ['2014-02-28T23:00:00.000Z', '2014-03-01'],
    ['2014-07-31T22:00:00Z', '2014-08-01'],
    ['2014-03-01T00:00:00+01:00', '2014-03-01'],
    ['41699', '2014-03-01'],
    ['41699.5', '2014-03-01'],
    ['1 foo 2014', undefined],
    ['31 febbraio 2014', undefined],
    ['03/25/2014', undefined],
    ['2014', undefined],
  ])('%j is %j', (text, expected) => {
    expect(readDate(text, TODAY)).toBe(expected);
  });

  it('counts from 1904 where its workbook does', () => {
    expect(fromSerial1904('39507')).toBe('2012-03-01');
    expect(fromSerial1904('1/2/2012')).toBe('1/2/2012');
  });

  it('has a year of two digits, or of four', () => {
    for (const short of ['1/2/27', '1.2.27', '1-mar-27']) expect(hasShortYear(short)).toBe(true);
    for (const long of ['1/2/1927', '2012-03-27', '1 marzo 2012', '41699'])
      expect(hasShortYear(long)).toBe(false);
  });
});

describe('the dates of a column', () => {
  it.each([
    ['dayFirst', ['3/4/2012', '13/4/2012']],
    ['dayFirst', ['3/4/2012', '']],
    ['monthFirst', ['3/4/2012', '4/13/2012']],
    ['monthFirst', ['3/4/2012 12:00:00 AM', '5/6/2012 12:00:00 AM']],
    ['monthFirst', ['03-04-12', '04-13-12']],
    ['mixed', ['3/4/2012', '13/4/2012', '4/13/2012']],
    ['dayFirst', ['13/4/2012', '14/4/2012', '15/4/2012', '16/4/2012', '17/4/2012', '4/13/2012']],
    ['dayFirst', ['2012-04-13', '1 marzo 2012']],
  ] as const)('are %s: %j', (order, column) => {
    expect(dateOrder(column.map(orderOf))).toBe(order);
  });
});

describe('a cell that begins like a formula', () => {
  it.each([
    '+39 333 1234567 (mamma)',
    '- allergia (noci)',
    '-vegetariana (no uova)',
    '@mario',
    '+ 1 (fratello)',
    '-> 2B',
    '-nonna(sera)',
    '-TEL.(casa)',
    '@mamma(dopo le 18)',
    '- 1A',
  ])('%j is a note', (text) => {
    expect(looksLikeFormula(text)).toBe(false);
  });

  it.each([
    '=A1',
    '+A1+B1',
    '-SUM(A1:A2)',
    '-NOW()',
    '@SUM(1+1)',
    "+cmd|' /C calc'!A0",
    '-2+3+cmd|x',
    '+HYPERLINK("x")',
  ])('%j is one', (text) => {
    expect(looksLikeFormula(text)).toBe(true);
  });

  it('is text where a program marks it as such', () => {
    expect(withoutTextMark('="0591234567"')).toBe('0591234567');
    expect(withoutTextMark("'+39 059 123456")).toBe('+39 059 123456');
    expect(withoutTextMark('="a"&A1')).toBe('="a"&A1');
  });
});
