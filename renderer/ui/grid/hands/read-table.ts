import { readClipboard, readMarkup, type CellTexts, type ClipboardTable } from './clipboard-table.ts';
import { wholeRange } from './whole-range.ts';

/** Reads a copied table from both its forms: the text, at the place that it has in the markup; where there is no text, the markup. */
export function readTable({ 'text/plain': text, 'text/html': html }: ClipboardTable): CellTexts {
  const markup = readMarkup(html);
  return text === '' ? markup : wholeRange(readClipboard(text), markup);
}
