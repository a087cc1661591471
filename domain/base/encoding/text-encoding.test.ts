import { describe, expect, it } from 'vitest';
import { decodeText } from './text-encoding.ts';
import { decodeSingleBytes, SINGLE_BYTE, upperHalfOf, type SingleByteEncoding } from './single-byte.ts';

const NAMES = "Cognome;Nome\r\nAlò;Nicolò\r\nCantù;Noè\r\nD'Alì;Mirò\r\nPerché;Félicité\r\n";
const CAPITALS = 'Cognome;Nome\r\nALÒ;NICOLÒ\r\nCANTÙ;NOÈ\r\nMÜLLER;GÜNTHER\r\n';

function encode(text: string, encoding: SingleByteEncoding): Uint8Array {
  const table = upperHalfOf(encoding);
  return Uint8Array.from(Array.from(text), (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return code < 0x80 ? code : table.indexOf(letter) + 0x80;
  });
}

function read(bytes: Uint8Array) {
  const decoded = decodeText(bytes);
  if (!decoded.ok) throw new Error('no text');
  return decoded.value;
}

describe('names in an older encoding', () => {
  it.each(SINGLE_BYTE)('are read by what makes words (%s)', (encoding) => {
    expect(read(encode(NAMES, encoding)).text).toBe(NAMES);
    expect(read(encode(CAPITALS, encoding)).text).toBe(CAPITALS);
  });

  it('say which it was where it is not the usual one', () => {
    expect(read(encode(NAMES, 'windows-1252')).guessed).toBeUndefined();
    expect(read(encode(NAMES, 'cp850')).guessed).toBe('MS-DOS (850)');
    expect(read(encode(NAMES, 'macintosh')).guessed).toBe('Mac Roman');
  });

  it('may be of the other code page of MS-DOS, 437, which has these letters in the same places', () => {
    // é ü à ç ê è ì Ä É ò ù ñ as every table of code page 437 has them.
    const bytes = Buffer.from('X 82 81 85 87 88 8A 8D 8E 90 95 97 A4'.replaceAll(/X| /g, ''), 'hex');
    expect(decodeSingleBytes(bytes, 'cp850')).toBe('éüàçêèìÄÉòùñ');
  });

  it('with letters that only ISO-8859-15 has are read as that', () => {
    const text = 'Šarić;Œuvre\nKováš;Žoš\nPašić;Lœna\n'.replaceAll('ć', 'c');
    expect(read(encode(text, 'iso-8859-15')).text).toBe(text);
  });

  it('keep apostrophes, dashes and ordinals of Windows', () => {
    const text = 'D’Angelo;1ª B\nD´Amico;2° C\nRossi–Bianchi;“casa”\n';
    expect(read(encode(text, 'windows-1252'))).toEqual({ text });
  });

  it('that are words in no encoding leave a mark in their place', () => {
    const { text, guessed } = read(Buffer.from('Cognome;Nome\nRo\xF7\xF7si;Anna\nVerdi;Ugo\n', 'latin1'));
    expect(guessed).toBeDefined();
    expect(text).toContain('Verdi;Ugo');
    expect(text).toMatch(/Ro\uFFFD+si/);
  });
});

describe('UTF-8', () => {
  it('of which nothing but a letter cut in two is beyond ASCII leaves that letter in doubt', () => {
    const bytes = Buffer.concat([
      Buffer.from('Rossi;Anna\nVerdi;Mar'),
      Buffer.from([0xc3]),
      Buffer.from(';2\n'),
    ]);
    expect(read(bytes).text).toBe('Rossi;Anna\nVerdi;Mar\uFFFD;2\n');
  });

  it('with a letter cut in two is UTF-8 all the same', () => {
    const bytes = Buffer.concat([
      Buffer.from('Alò;Nicolò\nVerdi;Mar'),
      Buffer.from([0xc3]),
      Buffer.from(';2\nNoè;x\n'),
    ]);
    expect(read(bytes).text).toBe('Alò;Nicolò\nVerdi;Mar\uFFFD;2\nNoè;x\n');
  });

  it('may have lines of Windows-1252 in it, when two files were put together', () => {
    const bytes = Buffer.concat([Buffer.from('Alò;Nicolò\n'), Buffer.from('Cantù;Noè\n', 'latin1')]);
    expect(read(bytes).text).toBe('Alò;Nicolò\nCantù;Noè\n');
  });

  it('keeps a letter that is cut in the last line, and a mark at the beginning goes', () => {
    const bytes = Buffer.concat([Buffer.from('\uFEFFAlò;Nicolò\nNo'), Buffer.from([0xe2, 0x80])]);
    expect(read(bytes).text).toMatch(/^Alò;Nicolò\nNo\uFFFD+$/);
  });
});

describe('a file in an older encoding', () => {
  it.each(['windows-1252', 'cp850', 'macintosh'] as const)(
    'to which a line of UTF-8 was added is read by its own letters (%s)',
    (encoding) => {
      const old = 'Alò;Forlì\nCantù;Niccolò\nTrò;Città\nMüller;Jürgen\n';
      const bytes = Buffer.concat([encode(old, encoding), Buffer.from('Bolzà;Noè\n')]);
      expect(read(bytes).text).toBe(`${old}Bolzà;Noè\n`);
    },
  );

  it.each([
    ['Cyrillic', [0xc8, 0xe2, 0xe0, 0xed, 0xee, 0xe2]],
    ['Greek', [0xd0, 0xe1, 0xf0, 0xdc, 0xf2]],
  ])('of %s is not read as Latin letters: its rows are in doubt', (_script, name) => {
    const { text, guessed } = read(Buffer.from([...Buffer.from('Cognome;Nome\n'), ...name, 0x3b, 0x41]));
    expect(text).toContain('\uFFFD');
    expect(guessed).toBeDefined();
  });

  it('with letters in whose places a Turkish program writes others says so', () => {
    const latin = read(Buffer.from('Cognome;Nome\nI\u00FE\u00FDk;Ali\n', 'latin1'));
    expect(latin).toEqual({ text: 'Cognome;Nome\nIþýk;Ali\n', guessed: 'Windows-1252' });
    expect(read(Buffer.from('Cognome;Nome\nAlò;Zoë\n', 'latin1')).guessed).toBeUndefined();
  });
});

describe('UTF-16 without a mark', () => {
  it.each(['Cognome;Nome\nAlò;Nicolò\n', 'Cognome;Nome;Classe\nІваненко;Оксана;1A\n'])('%j', (text) => {
    expect(read(Buffer.from(text, 'utf16le')).text).toBe(text);
    expect(read(Buffer.from(text, 'utf16le').swap16()).text).toBe(text);
  });
});

describe('control characters', () => {
  it('that are few are their rows’ affair; a file of them is no text', () => {
    const text = `${'Rossi;Anna\n'.repeat(10)}Ver\u0001di;Ugo\n`;
    expect(read(Buffer.from(`${text}\u001A`)).text).toBe(text);
    expect(decodeText(Buffer.from('\u0000\u0001\u0002ab'))).toEqual({ ok: false, failure: 'notText' });
  });
});
