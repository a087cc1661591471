import { createHash } from 'node:crypto';
import { toEntryId, type EntryId } from '../../../domain/base/ids.ts';

/** The entry of a version that the server makes out of others: the same parts always give the same one (RFC 9562, version 8). */
export function derivedEntry(...parts: readonly string[]): EntryId {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return toEntryId(
    [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-'),
  );
}
