import type { Bounds } from '../model/spread.ts';
import type { CellTexts } from './clipboard-table.ts';

/**
 * The text of a copied table with the empty rows and columns at its edges that stand in its markup alone: LibreOffice Calc begins the text at the first row
 * and column in which something stands, and ends it at the last, and what is missing would move every value to another pupil. What stands in the cells is taken from the text: the markup
 * of Excel holds what was too wide as `####`. Markup that does not have the same texts in the same places says nothing.
 */
export function wholeRange(text: CellTexts, markup: CellTexts): CellTexts {
  const [own, other] = [filledPart(text), filledPart(markup)];
  if (!own || !other) return text;
  const [down, across] = [other.top - own.top, other.left - own.left];
  const below = markup.length - text.length - down;
  const beside = widthOf(markup) - widthOf(text) - across;
  const isLarger = Math.min(down, across, below, beside) >= 0 && down + across + below + beside > 0;
  if (!isLarger || !isSame({ text, own }, { markup, other })) return text;
  return markup.map((cells, row) => cells.map((_cell, place) => text[row - down]?.[place - across] ?? ''));
}

/** How many cells the longest row of a table has. */
function widthOf(table: CellTexts): number {
  return table.reduce((widest, { length }) => Math.max(widest, length), 0);
}

function isSame(
  { text, own }: { readonly text: CellTexts; readonly own: Bounds },
  { markup, other }: { readonly markup: CellTexts; readonly other: Bounds },
): boolean {
  if (own.bottom - own.top !== other.bottom - other.top) return false;
  if (own.right - own.left !== other.right - other.left) return false;
  return text.slice(own.top, own.bottom + 1).every((_cells, line) => {
    for (let place = 0; place <= own.right - own.left; place += 1) {
      const mine = text[own.top + line]?.[own.left + place] ?? '';
      const its = markup[other.top + line]?.[other.left + place] ?? '';
      if (plain(mine) !== plain(its)) return false;
    }
    return true;
  });
}

/** The rectangle of all cells in which something stands; undefined where there is none. */
function filledPart(table: CellTexts): Bounds | undefined {
  return table.reduce<Bounds | undefined>((part, cells, row) => {
    const left = cells.findIndex(isFilled);
    if (left < 0) return part;
    const right = cells.findLastIndex(isFilled);
    return {
      top: part?.top ?? row,
      bottom: row,
      left: Math.min(part?.left ?? left, left),
      right: Math.max(part?.right ?? right, right),
    };
  }, undefined);
}

function isFilled(cell: string): boolean {
  return plain(cell) !== '';
}

/** In markup spaces are one, and Calc makes a space of a line end in its text. */
function plain(cell: string): string {
  return cell.replaceAll(/\s+/gu, ' ').trim();
}
