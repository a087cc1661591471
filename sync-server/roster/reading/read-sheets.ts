import { RosterRefusal } from '../report/refusal.ts';
import { expandArchive, isWorkbook, isZip } from './archive.ts';
import { readDelimitedText } from './delimited-text.ts';
import { LIMITS, type RosterFile, type Sheet, type SheetRow } from './roster-file.ts';
import { isMarkup, readMarkupTable } from './markup-table.ts';
import { decodeText } from './text-encoding.ts';
import { isOldWorkbook, readModernWorkbook, readWorkbook } from './workbook.ts';

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
    if (!isZip(bytes)) return [sheet(name, folderOf(name), tableRows(name, bytes, fitness))];
    if (TEXT.test(name)) throw new RosterRefusal('contentDiffers', name);
    const entries = expandArchive(bytes, name);
    if (isWorkbook(entries)) {
      if (!WORKBOOK.test(name))
        throw new RosterRefusal(ARCHIVE.test(name) ? 'contentDiffers' : 'wrongExtension', name);
      return [sheet(name, folderOf(name), readModernWorkbook(entries, name))];
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
  const tables = entries.filter(
    ({ name, bytes }) => TEXT.test(name) && !STRAY.test(name) && bytes.length > 0,
  );
  if (tables.length === 0) throw new RosterRefusal('notARoster', archive);
  return tables.map(({ name, bytes }) => {
    const file = `${archive}/${name}`;
    if (isZip(bytes)) throw new RosterRefusal('contentDiffers', file);
    return sheet(file, archive, tableRows(file, bytes, fitness));
  });
}

function tableRows(
  name: string,
  bytes: Uint8Array,
  fitness: (cells: readonly string[]) => number,
): readonly SheetRow[] {
  if (isOldWorkbook(bytes)) {
    if (!WORKBOOK.test(name))
      throw new RosterRefusal(TEXT.test(name) ? 'contentDiffers' : 'wrongExtension', name);
    return readWorkbook(bytes, name);
  }
  // Some programs save text under the name of a workbook: the content counts.
  if (!TEXT.test(name) && !WORKBOOK.test(name))
    throw new RosterRefusal(ARCHIVE.test(name) ? 'damaged' : 'wrongExtension', name);
  const text = decodeText(bytes, name);
  if (isMarkup(text)) return readMarkupTable(text, name, fitness);
  return readDelimitedText(text, name, fitness);
}

function sheet(file: string, container: string, rows: readonly SheetRow[]): Sheet {
  const filled = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) throw new RosterRefusal('emptyFile', file);
  return { file, container, rows: filled };
}

function folderOf(name: string): string {
  return name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : '';
}
