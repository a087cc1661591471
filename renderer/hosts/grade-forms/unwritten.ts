import { create } from 'zustand';
import type { SubjectId } from '../../../domain/base/ids.ts';
import { isSameAccount } from '../../../domain/protocol/endpoints/session/same-account.ts';
import type { AccountRef } from '../../../domain/protocol/endpoints/session/session.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import { createAsked } from '../../ui/focus/wanted/wanted.ts';
import type { CellAt } from '../../ui/grid/model/cells.ts';
import type { Refused } from '../../ui/grid/model/history.ts';
import { createOverlays, type Overlays } from '../../ui/grid/model/overlays.ts';

/** A page of a gradebook that is written in: whose it is, and what it shows of which class. */
export interface GradebookGrid {
  readonly account: AccountRef;
  readonly section: 'grades' | 'proposals';
  /** Where it was opened last: of this class. */
  readonly place: HourPlace;
  readonly subject: SubjectId;
  /** Its place among the periods of the year, from 0. */
  readonly period: number;
}

/** A mark, or a proposal, that was typed and is not written. */
export interface UnwrittenMark {
  readonly grid: GradebookGrid;
  /** The pupil and the assessment, by their names; of a proposal the pupil alone counts. */
  readonly at: CellAt;
  /** What waits at its cell; absent once the register was closed meanwhile: of what was typed nothing is left in memory then. */
  readonly waits?: Refused;
}

interface Unwritten {
  /** The last one to become so is the last. */
  readonly marks: readonly UnwrittenMark[];
  /** The grid on the screen: it shows by itself what waits in it. */
  readonly shown: string | undefined;
}

const useStore = create<Unwritten>(() => ({ marks: [], shown: undefined }));

/** The layers of the grids of the register that is open; closed with it. */
let open = { isOpen: true, layers: new Map<string, Overlays>() };

/**
 * What stands before the cells of a grid, for as long as the register is open: what was typed there and not written waits for whoever comes back to it, and what
 * is refused after the page was left waits there as well. In memory alone.
 */
export function layersOf(grid: GradebookGrid): Overlays {
  const key = keyOf(grid);
  const known = open.layers.get(key);
  if (known) return known;
  const own = open;
  const made = createOverlays((at, waits) => note({ grid, at }, waits, own.isOpen));
  own.layers.set(key, made);
  return made;
}

/** Says which grid is on the screen; answers how to end that. */
export function showsUnwritten(grid: GradebookGrid): () => void {
  const shown = keyOf(grid);
  useStore.setState({ shown });
  return () => useStore.setState((now) => (now.shown === shown ? { shown: undefined } : now));
}

/** What an account has typed in gradebooks and is not written, as far as no cell on the screen shows it; followed. */
export function useUnwritten(account: AccountRef): readonly UnwrittenMark[] {
  return toBeTold(account, useStore());
}

/** The same, as it is now. */
export function unwrittenOf(account: AccountRef): readonly UnwrittenMark[] {
  return toBeTold(account, useStore.getState());
}

/** Whoever was told of these needs not be told again; what waits at its cell stays there. */
export function tookNote(told: readonly UnwrittenMark[]): void {
  useStore.setState(({ marks }) => ({ marks: marks.filter((each) => !told.includes(each)) }));
}

/** The register closes: nothing that was typed stays in memory, but where it was, so that its owner is told. */
export function closeUnwritten(): void {
  open.isOpen = false;
  open = { isOpen: true, layers: new Map() };
  useStore.setState(({ marks }) => ({
    marks: marks.map(({ grid, at }) => ({ grid, at })),
    shown: undefined,
  }));
}

/** A cell of a gradebook that is asked for. */
interface WantedCell {
  readonly grid: GradebookGrid;
  readonly at: CellAt;
}

/** Which cell is asked of the gradebook that is on the screen or opens next. */
const { want, useWanted: useWantedCell, forget: forgetWantedCell } = createAsked<WantedCell>();

export { forgetWantedCell, useWantedCell };

/** Asks the gradebook to go to the cell of a mark; whoever goes there has been told of it. */
export function wantUnwritten(mark: UnwrittenMark): void {
  tookNote([mark]);
  want({ grid: mark.grid, at: mark.at });
}

/** Whether two are the same grid, from wherever it was opened. */
export function isSameGrid(a: GradebookGrid, b: GradebookGrid): boolean {
  return keyOf(a) === keyOf(b);
}

function toBeTold(account: AccountRef, { marks, shown }: Unwritten): readonly UnwrittenMark[] {
  return marks.filter(
    ({ grid, waits }) => isSameAccount(grid.account, account) && !(waits && keyOf(grid) === shown),
  );
}

function keyOf({ account: { school, username }, section, place, subject, period }: GradebookGrid): string {
  return JSON.stringify([school, username, section, place.schoolClass, subject, period]);
}

function note(
  { grid, at }: Pick<UnwrittenMark, 'grid' | 'at'>,
  waits: Refused | undefined,
  isOpen: boolean,
): void {
  useStore.setState(({ marks }) => {
    const others = marks.filter(
      (each) => !(isSameGrid(each.grid, grid) && each.at.row === at.row && each.at.column === at.column),
    );
    return { marks: waits ? [...others, { grid, at, ...(isOpen ? { waits } : {}) }] : others };
  });
}
