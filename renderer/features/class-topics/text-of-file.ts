import { fail, ok, type Result } from '../../../domain/base/result.ts';

/** More than any syllabus has. */
const MOST_BYTES = 1_000_000;

/** The text of a file that somebody chose, in whichever of the two encodings spreadsheets write. */
export async function textOfFile(
  file: Pick<File, 'size' | 'arrayBuffer'>,
): Promise<Result<string, 'fileUnread' | 'fileTooLarge'>> {
  if (file.size > MOST_BYTES) return fail('fileTooLarge');
  const bytes = new Uint8Array(await file.arrayBuffer());
  // A spreadsheet itself, or a picture: it has signs that no text has.
  if (bytes.includes(0)) return fail('fileUnread');
  const read = (encoding: string, fatal: boolean) => new TextDecoder(encoding, { fatal }).decode(bytes);
  try {
    return ok(read('utf-8', true));
  } catch {
    // Excel on Windows writes the letters of the country.
    return ok(read('windows-1252', false));
  }
}
