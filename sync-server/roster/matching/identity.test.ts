import { describe, expect, it } from 'vitest';
import { localDate } from '../../../domain/base/local-date.ts';
import { birthDateOf, codeKey, fitOfCode, hasForm, isSoundCode } from '../values/fiscal-code.ts';
import { mailboxKey, mayBeCode, mayBeIdentifier, mayBeOwnAddress, phoneKey } from './identifiers.ts';
import { compareDates, compareNames } from './likeness.ts';

describe('what identifies nobody', () => {
  it.each([
    'ND',
    'N.D.',
    'n/d',
    'XXXX',
    'XXXXXXXXXXXXXXXX',
    '-',
    '—',
    '?',
    '***',
    'da comunicare',
    'Non disponibile',
    'NESSUNO',
    'straniero',
    'in attesa',
    'provvisorio',
    '0000000000',
    '00000000000',
    '99999999999',
    '1234567890',
    '0987654321',
    '12345678901',
    '1212121212',
    'AAAAAA00A00A000A',
    'XXXXXX00X00X000X',
    'ZZZZZZ99Z99Z999Z',
    'ABCDEF12G34H567I',
    'CF PROVVISORIO',
    'in attesa di rilascio',
    'idem',
  ])('as a fiscal code: %s', (code) => {
    expect(mayBeCode(code)).toBe(false);
  });
  it.each(['COD0001', '90312450361', 'PRV2026001234', 'RSSMRA85T10A562S'])(
    'but %s may be somebody’s',
    (code) => {
      expect(mayBeCode(code)).toBe(true);
    },
  );
  it.each([
    '1',
    '3',
    '27',
    '300',
    '12.',
    '3)',
    '000000',
    '123456',
    '007',
    'ND',
    '-',
    'XX',
    'N. 1',
    'nr.2',
    'n° 12',
    '#3',
  ])('as an identifier: %s', (id) => {
    expect(mayBeIdentifier(id)).toBe(false);
  });
  it.each(['1843', '28839122', 'A-17', 'mario.rossi', 'n.rossi', 'nr20261'])(
    'but %s may be somebody’s',
    (id) => {
      expect(mayBeIdentifier(id)).toBe(true);
    },
  );
  it.each(['0000000000', '3333333333', '1234567890', '059000000', '059 111111', '3330000000', '-', '12'])(
    'as a telephone: %s',
    (phone) => {
      expect(phoneKey(phone)).toBeUndefined();
    },
  );
  it('sees one number behind its spellings', () => {
    const spellings = [
      '333 1234567',
      '+39 333 1234567',
      '0039-333-1234567',
      '(333) 123 45 67',
      '+39 (0) 333 1234567',
      '333 1234567 ore 14-16',
      '333 1234567 int. 12',
      'nonna (333 1234567), dopo le 15:00',
    ];
    expect(new Set(spellings.map(phoneKey)).size).toBe(1);
  });
  it.each([
    'nd@nd.it',
    'no@posta.example',
    'nomail@posta.example',
    'segreteria@scuola.example',
    'moic817002@istruzione.example',
  ])('as an address: %s', (email) => {
    expect(mayBeOwnAddress(email)).toBe(false);
  });
});

describe('one mailbox behind several addresses', () => {
  it.each([
    ['Maria@posta.example', 'maria+scuola@posta.example'],
    ['maria@gmail.com', 'maria@googlemail.com'],
    ['m.a.r.i.a@gmail.com', 'maria+anna@gmail.com'],
  ])('%s, %s', (one, other) => {
    expect(mailboxKey(one)).toBe(mailboxKey(other));
  });
  it.each([
    ['ma.ria@posta.example', 'maria@posta.example'],
    ['maria@gmail.com', 'maria@posta.example'],
  ])('but %s and %s are two', (one, other) => {
    expect(mailboxKey(one)).not.toBe(mailboxKey(other));
  });
});

describe('what a fiscal code says', () => {
  const anna = { surname: 'Rossi', givenName: 'Maria', birthDate: localDate(2012, 3, 3) };
  const code = 'RSSMRA12C43A944G';
  it.each([
    ['fits', anna],
    ['fits', { ...anna, sex: 'F' as const }],
    ['fits', { ...anna, surname: 'Bianchi' }],
    ['fits', { ...anna, surname: 'Rossi Bianchi', givenName: 'Maria Teresa' }],
    ['fits', { ...anna, surname: 'Maria', givenName: 'Rossi' }],
    ['fits', { surname: 'Росси', givenName: 'Мария' }],
    ['otherDate', { ...anna, birthDate: localDate(2012, 3, 4) }],
    ['otherDate', { ...anna, sex: 'M' as const }],
    ['otherPerson', { ...anna, surname: 'Verdi', givenName: 'Ugo' }],
    ['otherPerson', { ...anna, givenName: 'Ugo', birthDate: localDate(2010, 1, 1) }],
  ])('%s %j', (fit, bearer) => {
    expect(fitOfCode(code, bearer)).toBe(fit);
  });

  it('is the same with the letters that the tax office puts for digits', () => {
    expect(codeKey('RSSMRA12C43A9QQZ')).toBe(codeKey('RSSMRA12C43A944G'));
    expect(hasForm('RSSMRA12C43A9Q4G')).toBe(true);
    expect(isSoundCode('RSSMRA12C43A944X')).toBe(false);
    expect(hasForm('RSSMRA12C72A944G')).toBe(false);
  });

  it('tells a birth date where the row has none', () => {
    expect(birthDateOf(code, localDate(2026, 11, 23))).toBe('2012-03-03');
    expect(birthDateOf('RSSMRA85T10A562S', localDate(2026, 11, 23))).toBe('1985-12-10');
  });
});

describe('how alike names and dates are', () => {
  const name = (text: string) => {
    const [surname = '', givenName = ''] = text.split('|');
    return { surname, givenName };
  };
  it.each([
    ["D'Angelo|Nicolò", 'D ANGELO|nicolò', 'equal'],
    ['Rossi|Nicolò', 'Rossi|Nicolo', 'unsigned'],
    ['Nguyễn|Hùng', 'Nguyễn|Hưng', 'signs'],
    ['Nguyễn|An', 'Nguyễn|Ân', 'unsigned'],
    ['Đào|Lan', 'Dao|Lan', 'unsigned'],
    ['Rossi|Anna', 'Rossi|Anna Maria', 'part'],
    ['Perez|Juan', 'Perez Lopez|Juan', 'part'],
    ['Rosi|Anna', 'Rossi|Anna', 'near'],
    ['Rossi|Marco', 'Rossi|Mirco', 'near'],
    ['Rossi|Giovanni', 'Rossi|Giovnani', 'near'],
    ['Hu|Jun', 'Jun|Hu', 'exchanged'],
    ['Rossi|Anna', 'Bianchi|Anna', 'givenName'],
    ['Rossi|Anna', 'Rossi|Ugo', 'surname'],
    ['Hu|Li', 'Hu|Mi', 'surname'],
    ['Rossi|Anna', 'Bianchi|Marianna', 'other'],
  ])('%s and %s: %s', (a, b, likeness) => {
    expect(compareNames(name(a), name(b))).toBe(likeness);
    expect(compareNames(name(b), name(a))).toBe(likeness);
  });

  it.each([
    ['2012-02-01', '2012-02-01', 'equal'],
    ['2012-02-01', '2012-01-02', 'slip'],
    ['2012-02-01', '2013-02-01', 'slip'],
    ['2012-02-01', '2012-02-11', 'slip'],
    ['2012-02-01', '2012-03-04', 'other'],
    ['2012-02-01', undefined, 'unknown'],
  ])('%s and %s: %s', (a, b, likeness) => {
    const day = (text: string | undefined) => {
      const [year = 0, month = 0, date = 0] = (text ?? '').split('-').map(Number);
      return text === undefined ? undefined : localDate(year, month, date);
    };
    expect(compareDates(day(a), day(b))).toBe(likeness);
  });
});
