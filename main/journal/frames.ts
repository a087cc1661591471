import { createHash } from 'node:crypto';
import { assert } from '../../domain/base/assert.ts';

/** What a frame of the journal does to the entry it names. */
export const FRAME_KIND = { append: 1, settle: 2, refuse: 3 } as const;
/** What a frame of the journal does to the entry it names. */
export type FrameKind = (typeof FRAME_KIND)[keyof typeof FRAME_KIND];

/**
 * One frame of the file: marker, length, checksum, kind, entry, sealed content.
 *
 * The entry's random identifier is in clear, so that entries can be counted while the account is locked; it names no record and no pupil,
 * and nothing else is in clear.
 */
export interface Frame {
  readonly kind: FrameKind;
  readonly entry: string;
  readonly sealed: Buffer;
  /** The frame as it stands in the file. */
  readonly bytes: Buffer;
}

const MARKER = Buffer.from('CJ1\n', 'latin1');
const CHECK_LENGTH = 8;
const HEAD_LENGTH = MARKER.length + 4 + CHECK_LENGTH;
const ENTRY_LENGTH = 36;
const BODY_HEAD = 1 + ENTRY_LENGTH;
const LONGEST_BODY = 16 * 1024 * 1024;
/** So many bytes of a ciphertext in a row are not all zero. */
const NEVER_ZERO = 8;

/** The part of a frame that is bound to its sealed content without being sealed. */
export function frameBinding(kind: FrameKind, entry: string): Buffer {
  assert(/^[\x21-\x7e]{36}$/.test(entry), 'an entry identifier has 36 ASCII characters');
  return Buffer.concat([Buffer.from([kind]), Buffer.from(entry, 'latin1')]);
}

/** Lays out one frame. */
export function encodeFrame(kind: FrameKind, entry: string, sealed: Uint8Array): Frame {
  const body = Buffer.concat([frameBinding(kind, entry), sealed]);
  assert(body.length <= LONGEST_BODY, 'a journal entry is far smaller than 16 MB');
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  const bytes = Buffer.concat([MARKER, length, checksum(body), body]);
  return { kind, entry, sealed: bytes.subarray(HEAD_LENGTH + BODY_HEAD), bytes };
}

/** What a file holds. */
export interface ReadFrames {
  readonly frames: readonly Frame[];
  /** Where the next frame goes: behind the last whole one, and behind what is damaged there, so that it is not written over. */
  readonly end: number;
  /** How many frames, at least, stood where nothing whole stands any more. */
  readonly damaged: number;
  /** Bytes behind `end` of a write that a crash has torn. */
  readonly torn: number;
}

/**
 * Reads all whole frames of a file.
 *
 * A torn or damaged stretch is stepped over, so that one bad sector does not cost the entries behind it. Frames follow each other without
 * a gap: a stretch of zeros between them is damage too. A write that a crash has torn is none: nobody was told that it is durable.
 */
export function readFrames(file: Buffer, from: number): ReadFrames {
  const frames: Frame[] = [];
  let position = from;
  let end = from;
  let damaged = 0;
  while (position >= 0 && position < file.length) {
    const frame = frameAt(file, position);
    if (frame === undefined) {
      position = file.indexOf(MARKER, position + 1);
      continue;
    }
    if (position > end) damaged += countDamaged(file.subarray(end, position));
    frames.push(frame);
    position += frame.bytes.length;
    end = position;
  }
  const rest = file.subarray(end);
  const written = lengthOf(rest);
  if (written === 0 || isTornWrite(rest)) return { frames, end, damaged, torn: written };
  return { frames, end: end + written, damaged: damaged + countDamaged(rest), torn: 0 };
}

/** Frames that a stretch held which is none any more: as many as there are marks, and one where nothing tells. */
function countDamaged(stretch: Buffer): number {
  let marks = 0;
  for (let at = stretch.indexOf(MARKER); at >= 0; at = stretch.indexOf(MARKER, at + 1)) marks += 1;
  return Math.max(1, marks);
}

/** Whether what lies behind the last frame is one that was begun and not finished: its own end is still empty. */
function isTornWrite(rest: Buffer): boolean {
  const written = lengthOf(rest);
  if (!rest.subarray(0, Math.min(written, MARKER.length)).equals(MARKER.subarray(0, written))) return false;
  if (written < HEAD_LENGTH) return rest.length > HEAD_LENGTH;
  const end = HEAD_LENGTH + rest.readUInt32LE(MARKER.length);
  // Room is made before anything is written into it: a frame that goes beyond the file has been cut off.
  return end <= rest.length && written + NEVER_ZERO < end;
}

/** Length of a stretch without the zeros at its end. */
function lengthOf(stretch: Buffer): number {
  let length = stretch.length;
  while (length > 0 && stretch[length - 1] === 0) length -= 1;
  return length;
}

function frameAt(file: Buffer, position: number): Frame | undefined {
  if (position + HEAD_LENGTH > file.length) return undefined;
  if (!file.subarray(position, position + MARKER.length).equals(MARKER)) return undefined;
  const length = file.readUInt32LE(position + MARKER.length);
  const start = position + HEAD_LENGTH;
  if (length < BODY_HEAD || length > LONGEST_BODY || start + length > file.length) return undefined;
  const body = file.subarray(start, start + length);
  if (!file.subarray(start - CHECK_LENGTH, start).equals(checksum(body))) return undefined;
  const kind = kindOf(body[0]);
  if (kind === undefined) return undefined;
  const entry = body.toString('latin1', 1, BODY_HEAD);
  return { kind, entry, sealed: body.subarray(BODY_HEAD), bytes: file.subarray(position, start + length) };
}

function kindOf(byte: number | undefined): FrameKind | undefined {
  return Object.values(FRAME_KIND).find((kind) => kind === byte);
}

function checksum(body: Uint8Array): Buffer {
  return createHash('sha256').update(body).digest().subarray(0, CHECK_LENGTH);
}
