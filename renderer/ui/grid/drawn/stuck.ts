import type { CSSProperties } from 'react';
import type { PlacedColumn } from '../desk/grid-table.ts';

/** Where a cell of a column stays while the others are moved. */
export function stuck({ fromStart, fromEnd }: PlacedColumn): CSSProperties | undefined {
  if (fromStart !== undefined) return { insetInlineStart: fromStart };
  return fromEnd === undefined ? undefined : { insetInlineEnd: fromEnd };
}
