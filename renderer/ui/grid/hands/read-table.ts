import { readClipboard, readMarkup, type CellTexts, type ClipboardTable } from './clipboard-table.ts';
import { wholeRange } from './whole-range.ts';

/** Many times the characters that the largest grid has, with all that spreadsheets write around a cell: what is longer would stop the window for seconds. */
const MOST_CHARACTERS: Readonly<Record<keyof ClipboardTable, number>> = {
  'text/plain': 500_000,
  'text/html': 4_000_000,
};

/**
 * Reads a copied table from both its forms: the text, at the place that it has in the markup; where there is no text, the markup. Undefined where one of them is too long: without
 * the markup nobody knows where the text has its place.
 */
export function readTable({ 'text/plain': text, 'text/html': html }: ClipboardTable): CellTexts | undefined {
  if (text.length > MOST_CHARACTERS['text/plain'] || html.length > MOST_CHARACTERS['text/html'])
    return undefined;
  const markup = readMarkup(html);
  return text === '' ? markup : wholeRange(readClipboard(text), markup);
}
