import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { REFUSAL_REASONS } from '../../domain/access/refusal.ts';
import type { JournalEntry } from '../../domain/protocol/bridge/journal.ts';
import { encodeFrame, frameBinding, FRAME_KIND, type Frame, type FrameKind } from './frames.ts';
import type { WaitingEntry } from './waiting-entries.ts';

const IV_LENGTH = 12;
const TAG_LENGTH = 16;

/** The key of an account's journal: follows from the database key, but does not lead back to it. */
export function deriveJournalKey(databaseKey: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', databaseKey, new Uint8Array(0), 'campanella journal v1', 32));
}

/** Seals a value into a frame (AES-256-GCM, bound to the kind and the entry). */
export function sealFrame(key: Uint8Array, kind: FrameKind, entry: string, content: unknown): Frame {
  const iv = randomBytes(IV_LENGTH);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(frameBinding(kind, entry));
  const text = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
  return encodeFrame(kind, entry, Buffer.concat([iv, cipher.getAuthTag(), text]));
}

/** Opens a waiting entry; undefined when the key is another one or the bytes were changed. */
export function openEntry(key: Uint8Array, waiting: WaitingEntry): JournalEntry | undefined {
  try {
    // The casts: authenticated content that this same module sealed from a JournalEntry.
    const { refusal: ofBefore, ...entry } = openFrame(key, waiting.append) as JournalEntry;
    const refusal = waiting.refuse
      ? (openFrame(key, waiting.refuse) as NonNullable<JournalEntry['refusal']>)
      : ofBefore;
    // A reason that no server gives any more (a day with more entries than the school's maximum): the server is asked again.
    return refusal && REFUSAL_REASONS.includes(refusal.reason) ? { ...entry, refusal } : entry;
  } catch {
    return undefined;
  }
}

/** Whether a frame is what this key sealed: what does not open counts for nothing, be it damaged or somebody's forgery. */
export function opensFrame(key: Uint8Array, frame: Frame): boolean {
  try {
    openFrame(key, frame);
    return true;
  } catch {
    return false;
  }
}

/** Seals an entry as a frame that appends it. */
export function sealEntry(key: Uint8Array, entry: JournalEntry): Frame {
  return sealFrame(key, FRAME_KIND.append, entry.entry, entry);
}

function openFrame(key: Uint8Array, frame: Frame): unknown {
  const { sealed } = frame;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_LENGTH), {
    authTagLength: TAG_LENGTH,
  });
  decipher.setAAD(frameBinding(frame.kind, frame.entry));
  decipher.setAuthTag(sealed.subarray(IV_LENGTH, IV_LENGTH + TAG_LENGTH));
  return JSON.parse(
    Buffer.concat([decipher.update(sealed.subarray(IV_LENGTH + TAG_LENGTH)), decipher.final()]).toString(
      'utf8',
    ),
  );
}
