import { decodeText } from '../../domain/base/encoding/text-encoding.ts';
import { RosterRefusal } from './report/refusal.ts';
import { expandArchive, isWorkbook, isZip } from './reading/archive.ts';
import { readDelimitedText } from './reading/delimited-text.ts';
import { LIMITS, type ReadingNote, type RosterFile, type Sheet } from './reading/roster-file.ts';
import { isMarkup, readMarkupTables } from './reading/markup-table.ts';
import { withoutSecondEncoding } from './reading/encoded-twice.ts';
import { isOldWorkbook, readModernWorkbook, readWorkbook } from './reading/workbook.ts';
import { rosterSheets } from './columns/workbook-sheets.ts';

const TEXT = /\.(csv|txt|tsv)$/i;
const WORKBOOK = /\.(xlsx|xls)$/i;
const ARCHIVE = /\.zip$/i;
/** Files that operating systems slip into folders and archives. */
const STRAY = /(^|\/)(\.|__MACOSX\/|thumbs\.db$|desktop\.ini$)/i;

/** Turns files into tables; the whole import is refused when one of them is no table. `fitness` says how many headers a row knows. */
export function readSheets(
  files: readonly RosterFile[],
  fitness: (cells: readonly string[]) => number,
): readonly Sheet[] {
  return files.flatMap(({ name, bytes }): readonly Sheet[] => {
    if (bytes.length === 0) throw new RosterRefusal('emptyFile', name);
    if (bytes.length > LIMITS.fileBytes)
      throw new RosterRefusal('tooLarge', name, `${LIMITS.fileBytes / 1024 / 1024} MB`);
    if (!isZip(bytes)) return tables(name, folderOf(name), bytes, fitness).map(tidied);
    if (TEXT.test(name)) throw new RosterRefusal('contentDiffers', name);
    const entries = expandArchive(bytes, name);
    if (isWorkbook(entries)) {
      if (!WORKBOOK.test(name))
        throw new RosterRefusal(ARCHIVE.test(name) ? 'contentDiffers' : 'wrongExtension', name);
      return rosterSheets(readModernWorkbook(entries, name), name, folderOf(name)).map(tidied);
    }
    if (!ARCHIVE.test(name))
      throw new RosterRefusal(WORKBOOK.test(name) ? 'contentDiffers' : 'wrongExtension', name);
    return archiveSheets(name, entries, fitness);
  });
}

function archiveSheets(
  archive: string,
  entries: readonly RosterFile[],
  fitness: (cells: readonly string[]) => number,
): readonly Sheet[] {
  const texts = entries.filter(({ name, bytes }) => TEXT.test(name) && !STRAY.test(name) && bytes.length > 0);
  if (texts.length === 0) throw new RosterRefusal('notARoster', archive);
  const sheets = texts.flatMap(({ name, bytes }) => {
    const file = `${archive}/${name}`;
    if (isZip(bytes)) throw new RosterRefusal('contentDiffers', file);
    return tables(file, archive, bytes, fitness).map(tidied);
  });
  // A workbook in an archive is not opened: an archive in an archive could expand without end.
  const left = entries.filter(({ name, bytes }) => !TEXT.test(name) && !STRAY.test(name) && bytes.length > 0);
  if (left.length === 0) return sheets;
  const value = left.map(({ name }) => name).join(', ');
  return sheets.map((one, index) =>
    index === 0 ? withNotes(one, [{ row: 0, code: 'sheetsIgnored', value }]) : one,
  );
}

function tables(
  file: string,
  container: string,
  bytes: Uint8Array,
  fitness: (cells: readonly string[]) => number,
): readonly Sheet[] {
  if (isOldWorkbook(bytes)) {
    if (!WORKBOOK.test(file))
      throw new RosterRefusal(TEXT.test(file) ? 'contentDiffers' : 'wrongExtension', file);
    return rosterSheets(readWorkbook(bytes, file), file, container);
  }
  // Some programs save text under the name of a workbook: the content counts.
  if (!TEXT.test(file) && !WORKBOOK.test(file))
    throw new RosterRefusal(ARCHIVE.test(file) ? 'damaged' : 'wrongExtension', file);
  const decoded = decodeText(bytes);
  if (!decoded.ok) throw new RosterRefusal('notText', file);
  const { text, guessed } = decoded.value;
  const notes: readonly ReadingNote[] =
    guessed === undefined ? [] : [{ row: 0, code: 'encodingGuessed', value: guessed }];
  if (isMarkup(text)) {
    const sheets = rosterSheets(readMarkupTables(text, file, fitness), file, container);
    return sheets.map((one, index) => (index === 0 ? withNotes(one, notes) : one));
  }
  return [{ file, container, rows: readDelimitedText(text, file, fitness), isDelimited: true, notes }];
}

/** Without blank rows, and with the letters put right that a program has encoded twice. */
function tidied(sheet: Sheet): Sheet {
  const mended: number[] = [];
  const rows = sheet.rows
    .filter((row) => row.cells.some((cell) => cell.trim() !== ''))
    .map((row) => {
      const cells = row.cells.map(withoutSecondEncoding);
      if (cells.every((cell, position) => cell === row.cells[position])) return row;
      mended.push(row.row);
      return { ...row, cells };
    });
  if (rows.length === 0) throw new RosterRefusal('emptyFile', sheet.file);
  const [first] = mended;
  if (first === undefined) return { ...sheet, rows };
  const note = { row: first, code: 'encodedTwice', value: String(mended.length) } as const;
  return withNotes({ ...sheet, rows }, [note]);
}

function withNotes(sheet: Sheet, notes: readonly ReadingNote[]): Sheet {
  return { ...sheet, notes: [...notes, ...(sheet.notes ?? [])] };
}

function folderOf(name: string): string {
  return name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : '';
}
