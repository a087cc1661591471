import { resolveReferences } from './character-references.ts';
import { SINGLE_BYTE, upperHalfOf } from '../../../domain/base/encoding/single-byte.ts';

/** What text in UTF-8 looks like that a program took for an older encoding and saved again. */
const codes = SINGLE_BYTE.map((encoding) => {
  const bytes = new Map(upperHalfOf(encoding).map((letter, index) => [letter, index + 0x80] as const));
  // Bytes that an encoding leaves open come through as control characters.
  for (let byte = 0x80; byte < 0xa0; byte += 1) bytes.set(String.fromCharCode(byte), byte);
  const members = [...bytes.keys()].map((letter) => `\\u{${letter.codePointAt(0)?.toString(16)}}`).join('');
  return { bytes, run: new RegExp(`[${members}]{2,}`, 'gu') };
});

/** Letters that a single pair may stand for: those of European languages, and the signs of word processors. */
const EXPECTED = /^[\u00A0-\u017F\u0218-\u021B\u2013\u2014\u2018-\u201E\u2026\u20AC\u1E00-\u1EFF]+$/;

/** How often a text is put right at most: some programs encode it a third time. */
const ROUNDS = 3;

/**
 * Text that was encoded twice ("NicolÃ²") or more often, put right: where signs that stand side by side are, byte for byte, letters of
 * UTF-8; and letters that a web page has made references of ("Nicol&ograve;"). Text that is right comes back as it is.
 */
export function withoutSecondEncoding(text: string): string {
  let mended = text.includes('&') ? resolveReferences(text) : text;
  for (let round = 0; round < ROUNDS && /\P{ASCII}{2}/u.test(mended); round += 1) {
    const before = mended;
    for (const { bytes, run } of codes)
      mended = mended.replaceAll(run, (letters) => decoded(letters, bytes) ?? letters);
    if (mended === before) break;
  }
  return mended;
}

function decoded(letters: string, codes: ReadonlyMap<string, number>, round = 1): string | undefined {
  const bytes = Uint8Array.from(Array.from(letters), (letter) => codes.get(letter) ?? 0);
  const text = strictly(bytes);
  if (text === undefined) return undefined;
  // One pair may be there by chance: then its letter must be one that lists hold, and not two signs that they hold as well.
  const isChance =
    Array.from(text).length === 1 &&
    /^[^\p{L}\p{N}]/u.test(letters) &&
    !/^(?:[√├┬╬]|‚Ä|·[ª∫]|¬[™∫])/.test(letters);
  if (isChance) return undefined;
  if (Array.from(text).length >= 3 || EXPECTED.test(text)) return text;
  return round < ROUNDS ? decoded(text, codes, round + 1) : undefined;
}

function strictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
