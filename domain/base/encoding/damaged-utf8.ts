import { decodePiece } from './decode.ts';
import { decodeSingleBytes } from './single-byte.ts';

const LINE_FEED = 0x0a;
/** Letters of Windows-1252 with which no letter of a European language begins in UTF-8: capitals with accents, and all small ones. */
const isLetterOf1252 = (byte: number) => byte >= 0xe0 || [0xc0, 0xc8, 0xc9, 0xcc, 0xd2, 0xd9].includes(byte);

/**
 * Decodes a text most of which is UTF-8, line by line: what a hundred right letters prove, one broken one does not disprove. A line in
 * the older encoding (files put together from two) is read as that; a letter cut in two becomes U+FFFD. Undefined where too little is
 * UTF-8.
 */
export function decodeDamagedUtf8(bytes: Uint8Array): string | undefined {
  const { whole, broken } = count(bytes);
  if (whole === 0 || broken > whole) return undefined;
  const lines: string[] = [];
  for (let start = 0; start <= bytes.length;) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found;
    lines.push(decodeLine(bytes.subarray(start, end)));
    start = end + 1;
  }
  return lines.join('\n');
}

function decodeLine(line: Uint8Array): string {
  const text = decodePiece(line);
  if (!text.includes('\uFFFD')) return text;
  return [...sequences(line)].every(({ isWhole, first }) => isWhole || isLetterOf1252(first))
    ? [...sequences(line)].map(decodeSequence).join('')
    : text;
}

function decodeSequence({ bytes, isWhole }: Sequence): string {
  return isWhole ? decodePiece(bytes) : decodeSingleBytes(bytes, 'windows-1252');
}

function count(bytes: Uint8Array) {
  let whole = 0;
  let broken = 0;
  for (const { isWhole, first } of sequences(bytes))
    if (first >= 0x80) {
      if (isWhole) whole += 1;
      else broken += 1;
    }
  return { whole, broken };
}

interface Sequence {
  readonly bytes: Uint8Array;
  readonly first: number;
  /** Whether the bytes are one character. */
  readonly isWhole: boolean;
}

/** The characters of a text, and single bytes where there is none. */
function* sequences(bytes: Uint8Array): Generator<Sequence> {
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    const length = lengthOf(first);
    const rest = bytes.subarray(at + 1, at + length);
    const isWhole = length > 0 && rest.length === length - 1 && rest.every((byte) => (byte & 0xc0) === 0x80);
    const taken = isWhole ? length : 1;
    yield { bytes: bytes.subarray(at, at + taken), first, isWhole };
    at += taken;
  }
}

function lengthOf(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}
