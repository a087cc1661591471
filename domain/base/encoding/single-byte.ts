import { decode } from './decode.ts';

/** Encodings in which each letter is one byte, the likelier ones first. Code page 437 has its letters where 850 has them. */
export const SINGLE_BYTE = ['windows-1252', 'cp850', 'macintosh', 'iso-8859-15'] as const;

/** An encoding in which each letter is one byte. */
export type SingleByteEncoding = (typeof SINGLE_BYTE)[number];

/** The upper half of code page 850, which decoders of web browsers do not know. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0';

/** How many letters are put together in one call. */
const PIECE = 8192;

const tables = new Map(SINGLE_BYTE.map((encoding) => [encoding, upperHalf(encoding)] as const));

/** The characters of the bytes 128 to 255 in an encoding. */
export function upperHalfOf(encoding: SingleByteEncoding): readonly string[] {
  return tables.get(encoding) ?? [];
}

/** Decodes bytes of which each is a character. */
export function decodeSingleBytes(bytes: Uint8Array, encoding: SingleByteEncoding): string {
  if (encoding !== 'cp850') return decode(bytes, encoding);
  // In pieces: a call takes only so many arguments, and adding letter by letter would be slow for a large file.
  let latin = '';
  for (let start = 0; start < bytes.length; start += PIECE)
    latin += String.fromCharCode(...bytes.subarray(start, start + PIECE));
  return latin.replaceAll(/[\u0080-\u00FF]/g, (letter) => CP850[letter.charCodeAt(0) - 0x80] ?? letter);
}

function upperHalf(encoding: SingleByteEncoding): readonly string[] {
  return Array.from(
    decodeSingleBytes(
      Uint8Array.from({ length: 128 }, (_, index) => index + 128),
      encoding,
    ),
  );
}
