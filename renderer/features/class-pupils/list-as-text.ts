/** A list as a spreadsheet takes it: with tabs, and as a table for whoever keeps the look. */
export interface CopiedList {
  readonly text: string;
  readonly html: string;
}

/** What begins so is calculated by a spreadsheet: a name is never a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A list to be pasted: a line of headings, then the rows. */
export function listAsText(rows: readonly (readonly string[])[]): CopiedList {
  const [head = [], ...rest] = rows.map((row) => row.map(harmless));
  const cells = (row: readonly string[], tag: 'td' | 'th') =>
    `<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  return {
    text: [head, ...rest].map((row) => row.join('\t')).join('\n'),
    html: `<table>${cells(head, 'th')}${rest.map((row) => cells(row, 'td')).join('')}</table>`,
  };
}

function harmless(cell: string): string {
  const line = cell.replaceAll(/[\t\r\n]+/g, ' ');
  return FORMULA.test(line) ? `'${line}` : line;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
}
