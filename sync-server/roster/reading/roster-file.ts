import type { WarningCode } from '../report/reasons.ts';

/** A file handed to the import: its name as the clerk knows it and its bytes. */
export interface RosterFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Something that was seen while a file was read, for the report: where, what, and the value in question. */
export interface ReadingNote {
  /** 0 for the whole file. */
  readonly row: number;
  readonly code: WarningCode;
  readonly value: string;
}

/** One row of a table, cells as text. */
export interface SheetRow {
  /** Row as the clerk sees it, the first row of the file being 1. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Positions of cells that hold a formula (workbooks only: text is judged by its look). */
  readonly formulas: readonly number[];
  /** Whether a quote is opened in the row and never closed: where its cells end nobody knows. */
  readonly isUnclosed?: boolean;
}

/** A table out of a file: a CSV, a sheet of a workbook, or an entry of an archive. */
export interface Sheet {
  /** Shown in reports: `users.csv`, `roster.zip/users.csv`, `alunni.xlsx/1A` where a workbook has several sheets. */
  readonly file: string;
  /** Folder or archive it came with: the files of one OneRoster set share it. */
  readonly container: string;
  readonly rows: readonly SheetRow[];
  /** Name of the sheet in its workbook: offices keep a sheet for each class. */
  readonly title?: string;
  /** Whether its rows were separated by signs, so that a sign left out or too many shifts the cells behind it. */
  readonly isDelimited?: boolean;
  /** Whether its workbook counts days from 1904: numbers that stand for dates without their format do. */
  readonly isDate1904?: boolean;
  readonly notes?: readonly ReadingNote[];
}

/** Limits that keep a hostile or mistaken file from exhausting the server. */
export const LIMITS = {
  fileBytes: 20 * 1024 * 1024,
  archiveEntries: 300,
  archiveBytes: 60 * 1024 * 1024,
  /** Expansion that no roster reaches; small archives are not judged by it. */
  archiveRatio: 150,
  ratioFromBytes: 2 * 1024 * 1024,
  folderDepth: 3,
  rows: 60_000,
  columns: 300,
} as const;
