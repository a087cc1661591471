import { checkBytes } from './reed-solomon.ts';

/** Error correction level M, by version from 1: check bytes of each block, and number of blocks (ISO/IEC 18004, table 9). */
const CHECK_BYTES = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24] as const;
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10] as const;
const BYTE_MODE = 0b0100;
const FILLERS = [0xec, 0x11] as const;

/** All codewords of a QR code in the order in which they are drawn. */
export interface QrCodewords {
  readonly version: number;
  readonly bytes: Uint8Array;
}

/** Encodes a text in the smallest version that holds it; undefined when it is longer than a code on a screen should be. */
export function qrCodewords(text: string): QrCodewords | undefined {
  const content = new TextEncoder().encode(text);
  for (const [index, blocks] of BLOCKS.entries()) {
    const version = index + 1;
    const check = CHECK_BYTES[index] ?? 0;
    const total = Math.floor(dataModules(version) / 8);
    const capacity = total - check * blocks;
    const lengthBits = version < 10 ? 8 : 16;
    if (4 + lengthBits + content.length * 8 > capacity * 8) continue;
    const data = withHeader(content, lengthBits, capacity);
    return { version, bytes: interleave(data, blocks, check, total) };
  }
  return undefined;
}

/** How many modules of a version carry data and check bits. */
function dataModules(version: number): number {
  const alignments = version === 1 ? 0 : Math.floor(version / 7) + 2;
  const plain = (16 * version + 128) * version + 64;
  const withoutAlignment = alignments === 0 ? plain : plain - ((25 * alignments - 10) * alignments - 55);
  return version >= 7 ? withoutAlignment - 36 : withoutAlignment;
}

function withHeader(content: Uint8Array, lengthBits: number, capacity: number): Uint8Array {
  const bits: number[] = [];
  const push = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >>> bit) & 1);
  };
  push(BYTE_MODE, 4);
  push(content.length, lengthBits);
  for (const byte of content) push(byte, 8);
  push(0, Math.min(4, capacity * 8 - bits.length));
  push(0, (8 - (bits.length % 8)) % 8);
  const data = new Uint8Array(capacity);
  for (const [index, bit] of bits.entries()) data[index >>> 3] = (data[index >>> 3] ?? 0) | (bit << (7 - (index & 7)));
  for (let index = bits.length / 8, turn = 0; index < capacity; index += 1, turn += 1)
    data[index] = FILLERS[turn % 2] ?? 0;
  return data;
}

/** Cuts the data into blocks, adds their check bytes, and takes one byte of each block in turn. */
function interleave(data: Uint8Array, blocks: number, check: number, total: number): Uint8Array {
  const shortBlocks = blocks - (total % blocks);
  const shortData = Math.floor(total / blocks) - check;
  const parts: { readonly data: Uint8Array; readonly check: Uint8Array }[] = [];
  for (let block = 0, from = 0; block < blocks; block += 1) {
    const to = from + shortData + (block < shortBlocks ? 0 : 1);
    const part = data.slice(from, to);
    parts.push({ data: part, check: checkBytes(part, check) });
    from = to;
  }
  const bytes: number[] = [];
  for (let index = 0; index <= shortData; index += 1)
    for (const part of parts) if (index < part.data.length) bytes.push(part.data[index] ?? 0);
  for (let index = 0; index < check; index += 1) for (const part of parts) bytes.push(part.check[index] ?? 0);
  return Uint8Array.from(bytes);
}
