import { Unzip, UnzipInflate } from 'fflate';
import { RosterRefusal } from '../report/refusal.ts';
import { LIMITS, type RosterFile } from './roster-file.ts';

const CHUNK = 64 * 1024;

/** Whether bytes begin like a ZIP archive (which a modern workbook is too). */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);
}

/**
 * The entries of an archive, expanded in small steps: a bomb is refused as soon as it passes a limit, before its content is held.
 *
 * Sizes that the archive declares are not trusted; what really comes out is counted.
 */
export function expandArchive(bytes: Uint8Array, file: string): readonly RosterFile[] {
  const entries: { name: string; chunks: Uint8Array[] }[] = [];
  let total = 0;
  const allowed = Math.min(
    LIMITS.archiveBytes,
    Math.max(LIMITS.ratioFromBytes, bytes.length * LIMITS.archiveRatio),
  );
  const unzip = new Unzip((entry) => {
    if (entries.length >= LIMITS.archiveEntries)
      throw new RosterRefusal('expandsTooMuch', file, `${LIMITS.archiveEntries}`);
    const chunks: Uint8Array[] = [];
    entries.push({ name: entry.name, chunks });
    entry.ondata = (error, chunk) => {
      // The library hands back here whatever was thrown here before: the first word stands.
      if (error) throw error instanceof RosterRefusal ? error : new RosterRefusal('damaged', file);
      total += chunk.length;
      if (total > allowed)
        throw new RosterRefusal('expandsTooMuch', file, `${Math.round(allowed / 1024 / 1024)} MB`);
      chunks.push(chunk);
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let start = 0; start < bytes.length; start += CHUNK)
      unzip.push(bytes.subarray(start, start + CHUNK), start + CHUNK >= bytes.length);
  } catch (error) {
    throw error instanceof RosterRefusal ? error : new RosterRefusal('damaged', file);
  }
  const files = entries.filter(({ name }) => !name.endsWith('/'));
  if (files.some(({ name }) => name.split('/').length - 1 > LIMITS.folderDepth) && !isWorkbook(files))
    throw new RosterRefusal('nestedTooDeep', file);
  return files.map(({ name, chunks }) => ({ name, bytes: Buffer.concat(chunks) }));
}

/** Whether the entries of an archive are those of a workbook. */
export function isWorkbook(entries: readonly { readonly name: string }[]): boolean {
  return (
    entries.some(({ name }) => name === '[Content_Types].xml') &&
    entries.some(({ name }) => name.startsWith('xl/'))
  );
}
