import { useEffect, useMemo, useState, type RefObject } from 'react';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { Register } from '../../../data/register.ts';
import {
  forgetWantedCell,
  isSameGrid,
  layersOf,
  showsUnwritten,
  useWantedCell,
  type GradebookGrid,
} from '../../../hosts/grade-forms/unwritten.ts';
import type { GridHandle } from '../../../ui/grid/desk/grid-props.ts';
import type { Overlays } from '../../../ui/grid/model/overlays.ts';
import type { CourseAsked } from '../view/course-asked.ts';

/** What waits before the cells of a course, also from when it was on the screen before; and goes to the cell from which something is asked for. */
export function useKeptLayers(
  { identity: { school, username } }: Pick<Register, 'identity'>,
  place: HourPlace,
  { subject, period }: CourseAsked,
  grid: RefObject<GridHandle | null>,
): Overlays {
  const of = useMemo(
    (): GradebookGrid => ({ account: { school, username }, place, subject, period }),
    [school, username, place, subject, period],
  );
  // Of this panel to its end, also where the register closes before it is gone.
  const [layers] = useState(() => layersOf(of));
  useEffect(() => showsUnwritten(of), [of]);
  const wanted = useWantedCell();
  useEffect(() => {
    if (!wanted || !isSameGrid(wanted.grid, of)) return;
    forgetWantedCell();
    grid.current?.choose(wanted.at);
  }, [wanted, of, grid]);
  return layers;
}
