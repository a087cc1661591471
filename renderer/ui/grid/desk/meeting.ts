import type { CellAt, GridSource } from '../model/cells.ts';
import type { Sheet } from '../model/sheet.ts';

/** What came into a cell while somebody had something else in mind for it. */
export interface Meeting {
  readonly before: string;
  readonly now: string;
  /** Whose it is, where that is known. */
  readonly by: string | undefined;
}

/** What stands in a cell by now, where that is not what it had; undefined where it is. */
export function meetingOf(
  over: string,
  { text, by }: { readonly text: string; readonly by: string | undefined },
): Meeting | undefined {
  return text === over ? undefined : { before: over, now: text, by };
}

/** The same of a cell of a sheet. */
export function meetingAt(
  { row, column }: CellAt,
  over: string,
  { sheet, source }: { readonly sheet: Sheet; readonly source: GridSource },
): Meeting | undefined {
  return meetingOf(over, { text: sheet.textAt({ row, column }), by: source.cells(row)[column]?.by });
}

/** Calls as often as another text comes into a cell; answers how to end that. */
export function watchCell(
  at: CellAt,
  { sheet, source }: { readonly sheet: Sheet; readonly source: GridSource },
  changed: () => void,
): () => void {
  let last = sheet.textAt(at);
  const look = () => {
    const stands = sheet.textAt(at);
    if (stands === last) return;
    last = stands;
    changed();
  };
  const ends = [source.subscribe(at.row, look), sheet.overlays.subscribe(at.row, look)];
  return () => {
    for (const end of ends) end();
  };
}
