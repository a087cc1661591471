import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { decodeText } from '../../../domain/base/encoding/text-encoding.ts';

/** More than any syllabus has. */
const MOST_BYTES = 1_000_000;

/** The text of a file that somebody chose, in whichever encoding a spreadsheet wrote it; a letter that cannot be told is U+FFFD. */
export async function textOfFile(
  file: Pick<File, 'size' | 'arrayBuffer'>,
): Promise<Result<string, 'fileUnread' | 'fileTooLarge'>> {
  if (file.size > MOST_BYTES) return fail('fileTooLarge');
  const bytes = new Uint8Array(await file.arrayBuffer());
  // Spreadsheets and archives begin with these two letters.
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03;
  const decoded = decodeText(bytes);
  return isArchive || !decoded.ok ? fail('fileUnread') : ok(decoded.value.text);
}
