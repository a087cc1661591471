import { describe, expect, it } from 'vitest';
import { decodeSingleBytes, type SingleByteEncoding } from '../../../domain/base/encoding/single-byte.ts';
import { withoutSecondEncoding } from './encoded-twice.ts';

describe('text that was encoded twice', () => {
  const twice = (text: string, encoding: SingleByteEncoding) =>
    decodeSingleBytes(Buffer.from(text), encoding);
  it.each(['windows-1252', 'cp850', 'macintosh'] as const)('is put right (%s)', (encoding) => {
    for (const text of ['Nicolò', 'Noè Cantù', 'È già', 'D’Angelo', 'Іваненко', 'Nguyễn', 'Müller', '1ª'])
      expect(withoutSecondEncoding(twice(text, encoding))).toBe(text);
  });

  it('is put right when it was encoded three times', () => {
    for (const text of ['Nicolò', 'Müller', 'Çelik', 'D’Angelo'])
      expect(withoutSecondEncoding(twice(twice(text, 'windows-1252'), 'windows-1252'))).toBe(text);
  });

  it.each([
    ['Nicol&ograve;', 'Nicolò'],
    ['Zo&#235; D&#39;Angelo', "Zoë D'Angelo"],
    ['&#x141;ukasz', 'Łukasz'],
    ['Rossi & Figli; AT&T', 'Rossi & Figli; AT&T'],
  ])('may have become references of a web page: %s', (text, expected) => {
    expect(withoutSecondEncoding(text)).toBe(expected);
  });

  it.each(['Nicolò', 'JOÃO', 'ÅSE', 'Îles', '«È»', 'Иван', 'ŠĐŽ', 'Ünlü', 'Zoë', '€ 5', 'ÀÈÌÒÙ', 'Šoštarić'])(
    'is not %s',
    (text) => {
      expect(withoutSecondEncoding(text)).toBe(text);
    },
  );
});
