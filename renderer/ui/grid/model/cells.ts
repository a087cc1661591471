import type { Result } from '../../../../domain/base/result.ts';

/** Where a cell stands: by names, because rows and columns come, go and change places while somebody writes. */
export interface CellAt {
  readonly row: string;
  readonly column: string;
}

/** What a cell shows. */
export interface GridCell {
  /** What stands in it, as it is written: edited, copied, and given back by an undo. Empty where nothing is written. */
  readonly text: string;
  /** What is copied in its place, where its text would be read as something else in another column or in a spreadsheet; pasted here it is the text. */
  readonly copied?: string | undefined;
  /** What is drawn in its place, if that is more than its text: `ass.` for one who was absent. */
  readonly drawn?: string | undefined;
  /** Its look: names of classes of the page's own style. */
  readonly look?: string | undefined;
  /** What is to be known beside the text, for the ear and for the pointer: absent, hidden from the family, not in the average. */
  readonly note?: string | undefined;
  /** Shaded: nothing is expected here. It can be written all the same, unless `locked` says why not. */
  readonly isShaded?: boolean | undefined;
  /** Who wrote what stands here, where that is somebody else: told where it meets what is being typed. */
  readonly by?: string | undefined;
  /** What whoever enters this here is to be told, though it is taken, as a few words about its row: one excuse too many. */
  readonly warning?: string | undefined;
  /** What is there though its text is empty, and is not cleared with it, as a whole sentence that says where it can be taken back. */
  readonly stays?: string | undefined;
  /** Why nothing can be written here now, as a whole sentence; it can where this is missing. */
  readonly locked?: string | undefined;
}

/** The cells of a row by the names of their columns; a cell that is missing is empty. */
export type GridCells = Readonly<Record<string, GridCell>>;

/** Where a grid reads its cells: a store outside of React, so that one mark draws one row anew and not the whole. */
export interface GridSource {
  /** The cells of a row: the same object until one of them changes, and the same object for each cell that has not. */
  readonly cells: (row: string) => GridCells;
  /** Calls when a cell of the row has changed; answers how to end that. */
  readonly subscribe: (row: string, changed: () => void) => () => void;
}

/** A cell that gets another text; empty texts clear. */
export interface CellChange extends CellAt {
  readonly old: string;
  readonly next: string;
}

/** A cell that did not take what it was given, and why, as a whole sentence. */
export interface CellRefusal extends CellAt {
  readonly reason: string;
}

/** What a text means in a column: the text as the cell will show it (`6.5` becomes `6,5`), or why it means nothing, as a whole sentence. */
export type Reading = Result<string, string>;

/** Reads what somebody typed or pasted into a cell of this row. Never asked for an empty text: that clears. */
export type ReadText = (text: string, row: string) => Reading;

/**
 * Which step writes, and which way. What is entered says what its texts say. A step that is taken back or done again brings back all that stood in its cells
 * on that side of it, also what no text tells.
 */
export interface StepWay {
  /** The same number as often as the step is taken back and done again. */
  readonly step: number;
  readonly way: 'enter' | 'undo' | 'redo';
}

/**
 * Writes cells: one batch is one step for whoever undoes it. It answers the cells that were not written, or promises to as soon as the source shows those
 * that were, and what somebody else has written in the others. What it writes at once into its source is on the screen with the same key.
 */
export type WriteCells = (
  changes: readonly CellChange[],
  of: StepWay,
) => readonly CellRefusal[] | Promise<readonly CellRefusal[]>;
