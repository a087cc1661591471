import type { ReactNode, Ref } from 'react';
import type { CellAt, GridSource, ReadText, WriteCells } from '../model/cells.ts';
import type { GridHistory } from '../model/history.ts';
import type { Overlays } from '../model/overlays.ts';

/** A row of a grid: a pupil. */
export interface GridRow {
  readonly id: string;
  /** How it is called: the row header, what letters look for, and what is copied with it. */
  readonly name: string;
  /** What is drawn in its header, if that is more than the name; a button or link in it is reached by the arrows. */
  readonly header?: ReactNode;
}

/** A column of a grid: an assessment, an average. */
export interface GridColumn {
  readonly id: string;
  /** How it is called aloud and in messages, in full: `Scritto del 12 novembre, equazioni`. */
  readonly name: string;
  /** What is drawn in its head; a button in it is reached by the arrows. */
  readonly header: ReactNode;
  /** In pixels, at least 24. */
  readonly width: number;
  /** Reads what is written in it; a column without it is read only. */
  readonly read?: ReadText | undefined;
  /** Why a column without `read` cannot be written, as a whole sentence: an average is reckoned. */
  readonly locked?: string | undefined;
  /** It stays at the far edge while the others are moved: the averages. */
  readonly isAtEdge?: boolean | undefined;
  /** More names of classes for its cells and head. */
  readonly look?: string | undefined;
}

/** What the page around a grid may have it do. */
export interface GridHandle {
  /** Chooses a cell and gives it the focus; one that is not there yet as soon as it comes, unless somebody has chosen another one by then. */
  readonly choose: (at: CellAt) => void;
  /** Takes back what was done last. */
  readonly undo: () => void;
  /** Gives the focus back where it was: to the field that is open, else to the cell that is chosen. */
  readonly focus: () => void;
}

/** What a grid is given. Rows and columns are the same lists until one of them comes, goes or changes: their values are in the source. */
export interface GridProps {
  /** What it shows, for those who listen. */
  readonly label: string;
  readonly rows: readonly GridRow[];
  /** Rows below all others that stay in sight and cannot be written: the averages of the class. */
  readonly footRows?: readonly GridRow[] | undefined;
  readonly columns: readonly GridColumn[];
  /** The column of the names. */
  readonly names: Pick<GridColumn, 'name' | 'header' | 'width'>;
  readonly source: GridSource;
  readonly write: WriteCells;
  /** Why nothing at all can be written now, as a whole sentence: a closed year. */
  readonly locked?: string | undefined;
  /** Something is asked about what was written: until it is answered nothing is typed, pasted or taken back, and a field that is open keeps its text. */
  readonly isHeld?: boolean | undefined;
  /** The history in which the page notes what its dialogs did: always the same. */
  readonly history?: GridHistory | undefined;
  /** What stands before the cells, where the page keeps it for longer than the grid is on the screen: always the same. */
  readonly layers?: Overlays | undefined;
  readonly handle?: Ref<GridHandle> | undefined;
  /** Tells which cell has the focus, so that the page shows beside the grid what belongs to it; undefined for head, names and foot. */
  readonly onActive?: ((cell: CellAt | undefined) => void) | undefined;
  /** What is said where there is no row. */
  readonly empty: ReactNode;
  /** The region in which it scrolls: how high it is. */
  readonly className?: string | undefined;
}
