import type { SyntheticEvent } from 'react';
import type { CellAt } from '../model/cells.ts';

/** The cell of a grid in which something happened; undefined between the cells. */
export function cellUnder({ target }: SyntheticEvent): CellAt | undefined {
  if (!(target instanceof Element)) return undefined;
  const column = target.closest<HTMLElement>('[data-column]')?.dataset['column'];
  const row = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
  return row === undefined || column === undefined ? undefined : { row, column };
}
