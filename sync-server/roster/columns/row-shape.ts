import { localDate } from '../../../domain/base/local-date.ts';
import { isNoName } from '../values/broken-names.ts';
import { readSex } from '../values/cells.ts';
import { readClassName } from '../values/class-names.ts';
import { readDate } from '../values/dates.ts';
import { tidy } from '../values/names.ts';
import type { Field } from './headers.ts';

/** Only whether a text is a date counts here, and not of which century. */
const LATEST = localDate(2099, 12, 31);

/** What the number of a row's cells, and what they hold, say of where each belongs. */
export type RowShape =
  | { readonly kind: 'fits' }
  /** Cells are missing at the end: those up to a position are proved by what they hold, the others are not. */
  | { readonly kind: 'provedUpTo'; readonly position: number }
  | { readonly kind: 'tooMany' | 'tooFew' }
  /** A cell holds what cannot stand in its column. */
  | { readonly kind: 'shifted'; readonly field: Field };

/**
 * Judges the shape of a row. A sign left out moves every cell behind it one column to the left, one too many (a comma in an address
 * without quotes) to the right: then a telephone would become a name and an address a telephone.
 */
export function rowShape(
  cells: readonly string[],
  table: {
    readonly width: number;
    readonly widest: number;
    readonly isDelimited: boolean;
    readonly positions: ReadonlyMap<Field, number>;
  },
): RowShape {
  const { width, widest, isDelimited, positions } = table;
  if (isDelimited && cells.slice(widest).some((cell) => cell.trim() !== '')) return { kind: 'tooMany' };
  if (isDelimited && cells.length < width) return shortShape(cells, width, positions);
  for (const [field, position] of positions)
    if (cannotStandIn(field, tidy(cells[position] ?? ''))) return { kind: 'shifted', field };
  return { kind: 'fits' };
}

function shortShape(
  cells: readonly string[],
  width: number,
  positions: ReadonlyMap<Field, number>,
): RowShape {
  let proved = -1;
  for (const [field, position] of positions) {
    const text = tidy(cells[position] ?? '');
    if (text === '') continue;
    const fit = fitOf(field, text);
    if (fit === 'no') return { kind: 'tooFew' };
    if (fit === 'sure') proved = Math.max(proved, position);
  }
  if (proved < 0) return { kind: 'tooFew' };
  // Blank cells at the end, with their separators left away, lose nothing.
  const isComplete = cells.slice(proved + 1, width).every((cell) => cell.trim() === '');
  return isComplete ? { kind: 'fits' } : { kind: 'provedUpTo', position: proved };
}

/** Whether a text can stand in a column, and whether it could hardly stand in another. */
function fitOf(field: Field, text: string): 'sure' | 'maybe' | 'no' {
  const sure = (isIt: boolean) => (isIt ? 'sure' : 'no');
  if (isName(field)) return /[\d@]/.test(text) ? 'no' : 'maybe';
  if (/email$/i.test(field)) return sure(text.includes('@'));
  if (/phone$/i.test(field)) return sure(!text.includes('@') && text.replaceAll(/\D/g, '').length >= 5);
  if (field === 'birthDate') return sure(readDate(text, LATEST) !== undefined);
  if (field === 'class')
    return readClassName(text) ? 'sure' : text.length <= 12 && isPlain(text) ? 'maybe' : 'no';
  if (field === 'section') return text.length <= 12 && isPlain(text) ? 'maybe' : 'no';
  // A code has sixteen signs, a provisional one eleven digits; fewer digits may as well be a telephone.
  if (/fiscalcode$/i.test(field))
    return /^(?:[A-Z0-9]{16}|\d{11})$/i.test(text) ? 'sure' : isPlain(text) ? 'maybe' : 'no';
  if (/city$|place$|province$/i.test(field)) return /[\d@]/.test(text) ? 'no' : 'maybe';
  if (field === 'address') return isPlain(text) && /\p{L}/u.test(text) ? 'maybe' : 'no';
  if (field === 'sex') return sure(readSex(text) !== undefined);
  return isPlain(text) ? 'maybe' : 'no';
}

/** Neither an address of e-mail nor a date. */
function isPlain(text: string): boolean {
  return !/@|^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$/.test(text);
}

/** Whether a cell holds what its column never does: then others have moved with it. */
function cannotStandIn(field: Field, text: string): boolean {
  if (isName(field)) return isNoName(text);
  if (/^(?:address|city|province|birthPlace|birthProvince)$/.test(field))
    return text.includes('@') || isTelephone(text);
  return false;
}

/** So many digits and nothing else are no street. */
function isTelephone(text: string): boolean {
  return /^\+?[\d\s./-]+$/.test(text) && text.replaceAll(/\D/g, '').length >= 7;
}

function isName(field: Field): boolean {
  return /surname$|givenname$|fullname$/i.test(field);
}
