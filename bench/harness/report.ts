import type { Figure } from './figure.ts';
import type { Machine } from './machine.ts';

/** Everything one call of the benchmarks found out. */
export interface Report {
  readonly machine: Machine;
  readonly runs: number;
  readonly quick: boolean;
  readonly figures: readonly Figure[];
}

/** The figures as a table for people: ratio first, since nothing else survives a change of machine. */
export function reportTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    `${figure.ratio} ×`,
    `${figure.ratioSpread.low}–${figure.ratioSpread.high}`,
    figure.peerName,
    `${readable(figure.ours)} ${figure.unit}`,
    `${readable(figure.peer)} ${figure.unit}`,
    figure.targetText,
    verdict(figure),
  ]);
  const header = ['figure', 'ratio', 'spread', 'against', 'ours', 'theirs', 'target', ''];
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function verdict(figure: Figure): string {
  if (figure.met === null) return '';
  return figure.met ? 'pass' : 'FAIL';
}

function readable(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : String(value);
}
