import { RosterRefusal } from '../../report/refusal.ts';
import { decodeDamagedUtf8 } from './damaged-utf8.ts';
import { readingsOf, withUnlikelyMarked } from './plausible-letters.ts';
import { decodeSingleBytes, type SingleByteEncoding } from './single-byte.ts';

/** The text of a file, and the encoding that was guessed where its letters alone could tell. */
export interface DecodedText {
  readonly text: string;
  /** How it was read, for the report: another one than UTF-8 or Windows-1252, or one that is not certain. */
  readonly guessed?: string;
}

const NAMES: Readonly<Record<SingleByteEncoding, string>> = {
  'windows-1252': 'Windows-1252',
  cp850: 'MS-DOS (850)',
  macintosh: 'Mac Roman',
  'iso-8859-15': 'ISO-8859-15',
};
/** Less than this between two encodings says nothing. */
const CLEAR = 2;
/** Of text at most one character in so many is a control character. */
const TEXT_PER_CONTROL = 50;
const END_OF_FILE = 0x1a;

/**
 * Decodes a text file: UTF-8 or UTF-16 by its mark or its look, otherwise the older encoding in which its letters make words
 * (Windows-1252, MS-DOS, Mac, ISO-8859-15). A broken letter becomes U+FFFD and is its row's affair.
 */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  // MS-DOS ends its files with a sign.
  const content = bytes.at(-1) === END_OF_FILE ? bytes.subarray(0, -1) : bytes;
  const decoded = decodeContent(content, file);
  if (isBinary(decoded.text)) throw new RosterRefusal('notText', file);
  return decoded;
}

function decodeContent(bytes: Uint8Array, file: string): DecodedText {
  const wide = utf16Of(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes) };
  const text = new TextDecoder('utf-8').decode(bytes);
  if (!text.includes('\uFFFD')) return { text };
  const damaged = decodeDamagedUtf8(bytes);
  if (damaged !== undefined) return { text: damaged.replace(/^\uFEFF/, '') };
  return decodeByLetters(bytes, file);
}

function decodeByLetters(bytes: Uint8Array, file: string): DecodedText {
  const readings = readingsOf(bytes);
  const [best, ...others] = readings;
  const usual = readings.find(({ encoding }) => encoding === 'windows-1252');
  if (!best || !usual) throw new RosterRefusal('notText', file);
  // Among equals the usual one, since most offices save in it.
  const { encoding, score } = best.score - usual.score < CLEAR ? usual : best;
  const text = decodeSingleBytes(bytes, encoding);
  // In no encoding do these letters make words: the rows that they stand in are in doubt, and no others.
  if (score < 0) return { text: withUnlikelyMarked(bytes, encoding), guessed: NAMES[encoding] };
  const isDoubtful = [best, ...others].some(
    (other) =>
      other.encoding !== encoding &&
      other.score > 0 &&
      Math.abs(score - other.score) < CLEAR &&
      decodeSingleBytes(bytes, other.encoding) !== text,
  );
  return encoding === 'windows-1252' && !isDoubtful ? { text } : { text, guessed: NAMES[encoding] };
}

/** Whether control characters say that this is no text; a few are slips of the program that wrote it. */
function isBinary(text: string): boolean {
  let strange = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x20 && (code < 0x09 || code === 0x0b || code > 0x0d)) strange += 1;
  }
  return strange * TEXT_PER_CONTROL > text.length;
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Without a mark: of Latin letters, separators and digits every second byte is zero; names in other scripts have few.
  if (odd > sample.length / 8 && even * 20 < odd) return 'utf-16le';
  if (even > sample.length / 8 && odd * 20 < even) return 'utf-16be';
  return undefined;
}
