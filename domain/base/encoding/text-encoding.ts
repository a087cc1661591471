import { fail, ok, type Result } from '../result.ts';
import { decode, decodeWhole } from './decode.ts';
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
const LINE_FEED = 0x0a;
/** Letters of Iceland, in whose places a Turkish program writes others. */
const TURKISH_PLACES = /[ðþýÐÞÝ]/;

/**
 * Decodes a text file: UTF-8 or UTF-16 by its mark or its look, otherwise the older encoding in which its letters make words
 * (Windows-1252, MS-DOS, Mac, ISO-8859-15). A broken letter becomes U+FFFD and is its row's affair.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText, 'notText'> {
  // MS-DOS ends its files with a sign.
  const content = bytes.at(-1) === END_OF_FILE ? bytes.subarray(0, -1) : bytes;
  const decoded = decodeContent(content);
  return decoded === undefined || isBinary(decoded.text) ? fail('notText') : ok(decoded);
}

function decodeContent(bytes: Uint8Array): DecodedText | undefined {
  const wide = utf16Of(bytes);
  if (wide) return { text: decode(bytes, wide) };
  const text = decode(bytes, 'utf-8');
  if (!text.includes('\uFFFD')) return { text };
  const damaged = decodeDamagedUtf8(bytes);
  if (damaged !== undefined) return { text: damaged.replace(/^\uFEFF/, '') };
  return withoutUtf8Lines(bytes);
}

/** Decodes a file in an older encoding to which lines in UTF-8 were added: these say themselves what they are. */
function withoutUtf8Lines(bytes: Uint8Array): DecodedText | undefined {
  const lines = linesOf(bytes).map((line) => ({ line, text: utf8With(line) }));
  if (lines.every(({ text }) => text === undefined)) return decodeByLetters(bytes);
  const rest = decodeByLetters(
    joined(lines.map(({ line, text }) => (text === undefined ? line : line.subarray(0, 0)))),
  );
  if (!rest) return undefined;
  const decoded = rest.text.split('\n').map((text, index) => lines[index]?.text ?? text);
  return { ...rest, text: decoded.join('\n') };
}

function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start <= bytes.length;) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found;
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

function joined(lines: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(lines.reduce((sum, line) => sum + line.length + 1, -1));
  let at = 0;
  for (const [index, line] of lines.entries()) {
    if (index > 0) {
      all[at] = LINE_FEED;
      at += 1;
    }
    all.set(line, at);
    at += line.length;
  }
  return all;
}

/** The text of a line that is UTF-8 and has letters beyond ASCII; of others nothing can be said. */
function utf8With(line: Uint8Array): string | undefined {
  return line.every((byte) => byte < 0x80) ? undefined : decodeWhole(line);
}

function decodeByLetters(bytes: Uint8Array): DecodedText | undefined {
  const readings = readingsOf(bytes);
  const [best, ...others] = readings;
  const usual = readings.find(({ encoding }) => encoding === 'windows-1252');
  if (!best || !usual) return undefined;
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
  const isSure = encoding === 'windows-1252' && !isDoubtful && !TURKISH_PLACES.test(text);
  return isSure ? { text } : { text, guessed: NAMES[encoding] };
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
