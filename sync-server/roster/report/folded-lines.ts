import type { Rejection, Warning } from './import-report.ts';
import type { ReportLanguage } from './report-language.ts';

/** So many lines of one kind are shown; where there is only one more, it is shown too. */
const SHOWN = 3;
/** So many rows are named; the machine-readable report has them all. */
const MOST_ROWS = 20;

const WORDS = {
  it: { row: 'riga', rows: 'righe', others: (count: number) => `e altre ${count} come queste` },
  en: { row: 'row', rows: 'rows', others: (count: number) => `and ${count} others like these` },
} as const;

/**
 * Findings as lines: those that say the same of several rows in one line with their rows, and of many that differ only in a name or number
 * the first ones, with the rows of the others.
 */
export function foldedLines(
  findings: readonly (Rejection | Warning)[],
  language: ReportLanguage,
): readonly string[] {
  const kinds = Map.groupBy(findings, ({ file, column, reasonCode }) =>
    [file, column, reasonCode].join('\n'),
  );
  return [...kinds.values()].flatMap((kind) => {
    const same = [...Map.groupBy(kind, ({ reason }) => reason).values()];
    const shown = same.length <= SHOWN + 1 ? same : same.slice(0, SHOWN);
    const lines = shown.flatMap((group) => lineOf(group, language));
    const folded = same.slice(shown.length).flat();
    if (folded.length === 0) return lines;
    return [...lines, `    … ${WORDS[language].others(folded.length)}${rowsOf(folded, language, ': ')}`];
  });
}

function lineOf(group: readonly (Rejection | Warning)[], language: ReportLanguage): readonly string[] {
  const [first] = group;
  if (!first) return [];
  const { file, column, reason } = first;
  const place = [file, rowsOf(group, language), column].filter((part) => part !== '').join(', ');
  return [`  ${place === '' ? '' : `${place}: `}${reason}`];
}

function rowsOf(group: readonly (Rejection | Warning)[], language: ReportLanguage, before = ''): string {
  const rows = [...new Set(group.map(({ row }) => row))].filter((row) => row > 0);
  if (rows.length === 0) return '';
  const named = rows.slice(0, MOST_ROWS).join(', ');
  const { row, rows: several } = WORDS[language];
  return `${before}${rows.length === 1 ? row : several} ${named}${rows.length > MOST_ROWS ? ', …' : ''}`;
}
