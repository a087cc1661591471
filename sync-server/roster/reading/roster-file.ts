/** A file handed to the import: its name as the clerk knows it and its bytes. */
export interface RosterFile {
  readonly name: string;
  readonly bytes: Uint8Array;
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

/** A table out of a file: a CSV, the first sheet of a workbook that holds something, or an entry of an archive. */
export interface Sheet {
  /** Shown in reports: `users.csv`, `roster.zip/users.csv`. */
  readonly file: string;
  /** Folder or archive it came with: the files of one OneRoster set share it. */
  readonly container: string;
  readonly rows: readonly SheetRow[];
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
