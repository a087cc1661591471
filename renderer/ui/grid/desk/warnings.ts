import type { CellAt } from '../model/cells.ts';
import type { GridProps } from './grid-props.ts';

/** Something that is to be told of what was entered, and of whom. */
export interface Warning {
  readonly text: string;
  readonly names: readonly string[];
}

/** What there is to be told of cells as they stand, each text once. */
export function warningsOf(
  cells: readonly CellAt[],
  { rows, source }: Pick<GridProps, 'rows' | 'source'>,
): readonly Warning[] {
  const names = new Map<string, Set<string>>();
  for (const { row, column } of cells) {
    const text = source.cells(row)[column]?.warning;
    const name = rows.find(({ id }) => id === row)?.name;
    if (text !== undefined && name !== undefined) names.set(text, (names.get(text) ?? new Set()).add(name));
  }
  return [...names].map(([text, of]) => ({ text, names: [...of] }));
}
