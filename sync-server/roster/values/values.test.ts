import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../../domain/base/local-date.ts';
import { isFiscalCode, looksLikeFormula, readEmail, splitList } from './cells.ts';
import { joinClassName, readClassName } from './class-names.ts';
import { readDate } from './dates.ts';
import { nameKey, niceName } from './names.ts';

const TODAY = localDate(2026, 11, 23);

describe('dates', () => {
  it.each([
    ['12/12/2006', '2006-12-12'],
    ['1/3/2001', '2001-03-01'],
    ['01-03-2001', '2001-03-01'],
    ['1.3.01', '2001-03-01'],
    ['31/12/26', '2026-12-31'],
    ['31/12/27', '1927-12-31'],
    ['2011-02-28', '2011-02-28'],
    ['2011-02-28T00:00:00.000Z', '2011-02-28'],
    ['20110228', '2011-02-28'],
    ['28/02/2011 00:00', '2011-02-28'],
    ['40602', '2011-02-28'],
    ['29/02/2011', undefined],
    ['31/04/2012', undefined],
    ['03/25/2012', undefined],
    ['2012', undefined],
    ['ieri', undefined],
    ['', undefined],
  ])('reads %j as %j', (text, expected) => {
    expect(readDate(text, TODAY)).toBe(expected);
  });
});

describe('names', () => {
  it.each([
    ['DE FILIPPI', 'De Filippi'],
    ['D’ANGELO', "D'Angelo"],
    ["dell'orto", "Dell'Orto"],
    ["NICOLO'", 'Nicolò'],
    ['MÜLLER-LÜDENSCHEIDT', 'Müller-Lüdenscheidt'],
    ['MARIA DE LOS ANGELES', 'Maria De los Angeles'],
    ['McDonald', 'McDonald'],
    ['de Souza', 'de Souza'],
    ['  Hu ', 'Hu'],
    ['NGUYỄN', 'Nguyễn'],
    ['ȘTEFĂNESCU', 'Ștefănescu'],
  ])('writes %j as %j', (text, expected) => {
    expect(niceName(text)).toBe(expected);
  });

  it('sees the same name behind capitals, accents, blanks and apostrophes', () => {
    for (const [a, b] of [
      ['DE FILIPPI', 'De  Filippi'],
      ['D’ANGELO', "d'angelo"],
      ["Nicolo'", 'Nicolò'],
      ['Stefanescu', 'Ștefănescu'],
    ] as const)
      expect(nameKey(a)).toBe(nameKey(b));
  });

  it('is stable: a name once written nicely stays', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."abeioàèșțđłñçß'-  AZÈȘŁ".split('')) }), (text) => {
        expect(niceName(niceName(text))).toBe(niceName(text));
        expect(nameKey(niceName(text))).toBe(nameKey(text));
      }),
    );
  });
});

describe('class names', () => {
  it.each([
    ['1A', '1A'],
    ['1 a', '1A'],
    ['1^A', '1A'],
    ['3ª BS', '3BS'],
    ['2° C', '2C'],
    ['1a B', '1B'],
    ['IV C', '4C'],
    ['classe 5 D', '5D'],
    ['1BS', '1BS'],
    ['6A', undefined],
    ['A', undefined],
    ['1', undefined],
    ['Coro', undefined],
  ])('reads %j as %j', (text, expected) => {
    const name = readClassName(text);
    expect(name && `${name.year}${name.section}`).toBe(expected);
  });

  it('joins class and section kept apart', () => {
    expect(readClassName(joinClassName('1', 'A'))).toEqual({ year: 1, section: 'A' });
    expect(readClassName(joinClassName('1^', 'A'))).toEqual({ year: 1, section: 'A' });
    expect(readClassName(joinClassName('1A', 'A'))).toEqual({ year: 1, section: 'A' });
    expect(readClassName(joinClassName('1A', ''))).toEqual({ year: 1, section: 'A' });
  });
});

describe('cells', () => {
  it.each([
    '=1+1',
    "=cmd|' /C calc'!A0",
    '@SUM(1+1)',
    '+SUM(A1:A2)',
    '-2+3+cmd|x',
    '\t=HYPERLINK("x")',
    '+A1+B1',
  ])('takes %j for a formula', (text) => {
    expect(looksLikeFormula(text)).toBe(true);
  });

  it.each(['-', '+39 059 123456', '-12', '+39.333.1234567', "D'Angelo", '', 'a=b', '- nessuno', 'x@y.it'])(
    'leaves %j alone',
    (text) => {
      expect(looksLikeFormula(text)).toBe(false);
    },
  );

  it('checks fiscal codes by their check letter', () => {
    expect(isFiscalCode('RSSMRA85T10A562S')).toBe(true);
    expect(isFiscalCode('RSSMRA85T10A562T')).toBe(false);
    expect(isFiscalCode('COD0001')).toBe(false);
  });

  it('reads addresses and lists', () => {
    expect(readEmail(' Anna.Rossi@Posta.example ')).toBe('anna.rossi@posta.example');
    expect(readEmail('anna at posta')).toBeUndefined();
    expect(splitList('059 1; 333 2')).toEqual(['059 1', '333 2']);
  });
});
