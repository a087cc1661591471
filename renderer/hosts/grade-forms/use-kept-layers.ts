import { useEffect, useMemo, useRef, useState } from 'react';
import type { Register } from '../../data/register.ts';
import type { CellAt } from '../../ui/grid/model/cells.ts';
import type { Overlays } from '../../ui/grid/model/overlays.ts';
import {
  forgetWantedCell,
  isSameGrid,
  layersOf,
  showsUnwritten,
  useWantedCell,
  type GradebookGrid,
} from './unwritten.ts';

/** What waits before the cells of a page of a gradebook, also from when it was on the screen before; calls to go to the cell that is asked for. */
export function useKeptLayers(
  { identity: { school, username } }: Pick<Register, 'identity'>,
  { section, place, subject, period }: Omit<GradebookGrid, 'account'>,
  choose: (at: CellAt) => void,
): Overlays {
  const of = useMemo(
    (): GradebookGrid => ({ account: { school, username }, section, place, subject, period }),
    [school, username, section, place, subject, period],
  );
  // Of this page to its end, also where the register closes before it is gone.
  const [layers] = useState(() => layersOf(of));
  useEffect(() => showsUnwritten(of), [of]);
  const latest = useRef(choose);
  useEffect(() => {
    latest.current = choose;
  });
  const wanted = useWantedCell();
  useEffect(() => {
    if (!wanted || !isSameGrid(wanted.grid, of)) return;
    forgetWantedCell();
    latest.current(wanted.at);
  }, [wanted, of]);
  return layers;
}
