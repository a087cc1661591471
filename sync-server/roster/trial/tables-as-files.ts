import { readFileSync } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { utils, write } from '@e965/xlsx';
import type { RosterFile } from '../reading/roster-file.ts';

/** A table as rows of cells, the header first. */
export type Cells = readonly (readonly string[])[];

/** A fixture of this folder's `fixtures`. */
export function fixture(name: string): RosterFile {
  return { name, bytes: readFileSync(new URL(`../fixtures/${name}`, import.meta.url)) };
}

/** A table as a CSV file. */
export function csv(name: string, rows: Cells, separator = ',', encoding: Encoding = 'utf8'): RosterFile {
  const text = stringify(
    rows.map((row) => [...row]),
    { delimiter: separator },
  );
  return { name, bytes: encode(text, encoding) };
}

/** Encodings of text that offices produce. */
export const ENCODINGS = ['utf8', 'utf8bom', 'windows1252', 'utf16le', 'utf16bebom'] as const;
/** An encoding of text. */
export type Encoding = (typeof ENCODINGS)[number];

/** Text as the bytes of a file. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf8':
      return Buffer.from(text);
    case 'utf8bom':
      return Buffer.from(`\uFEFF${text}`);
    case 'windows1252':
      return Buffer.from(text.replaceAll('’', '\x92'), 'latin1');
    case 'utf16le':
      return Buffer.from(text, 'utf16le');
    case 'utf16bebom':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  }
}

/** A table as a workbook. */
export function workbook(
  name: string,
  rows: readonly (readonly unknown[])[],
  type: 'xlsx' | 'xls',
): RosterFile {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([]), 'Vuoto');
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet(
      rows.map((row) => [...row]),
      { cellDates: false },
    ),
    'Elenco',
  );
  const bytes: unknown = write(book, { type: 'buffer', bookType: type === 'xls' ? 'biff8' : 'xlsx' });
  if (!(bytes instanceof Uint8Array)) throw new Error('A workbook is bytes');
  return { name, bytes };
}
