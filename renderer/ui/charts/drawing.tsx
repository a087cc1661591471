import type { ReactNode } from 'react';
import type { SheetHead } from '../print/print-sheet.tsx';
import classes from './charts.module.css';

/** A line of the table. */
export interface ChartRow {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

/** What a page says of its chart, whatever it draws. */
export interface ChartWords {
  /** What is drawn: it names the drawing and heads the table. */
  readonly title: string;
  /** What the drawing comes to, in a sentence; said with its name. */
  readonly summary: string;
  /** The headings of the table. */
  readonly columns: readonly [string, string];
  /** Of whom it is, for whoever finds it on paper. */
  readonly sheet: SheetHead;
}

/** A chart: what is said of it, what is drawn, and the same in texts. */
export interface Chart extends ChartWords {
  /** What is drawn, as texts: a row each. */
  readonly rows: readonly ChartRow[];
  /** Width and height of the drawing, in its own units: on paper no region says how wide it is. */
  readonly size: readonly [number, number];
  /** What is drawn: a component, as the screen and the paper draw it each for themselves. */
  readonly children: ReactNode;
}

/** The drawing of a chart, named by what it comes to. */
export function Drawing({ title, summary, size: [width, height], children }: Omit<Chart, 'rows'>) {
  return (
    <svg
      role="img"
      aria-label={`${title}: ${summary}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className={classes['drawing']}
    >
      {children}
    </svg>
  );
}
