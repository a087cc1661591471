import { useId, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { columnsOf } from '../table/features.ts';
import { Table } from '../table/table.tsx';
import classes from './charts.module.css';

/** A line of the table. */
export interface ChartRow {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

interface ChartFrameProps {
  /** What is drawn: it names the drawing and heads the table. */
  readonly title: string;
  /** What the drawing comes to, in a sentence; said with its name. */
  readonly summary: string;
  /** The headings of the table. */
  readonly columns: readonly [string, string];
  /** What is drawn, as texts: a row each. */
  readonly rows: readonly ChartRow[];
  /** Width and height of the drawing, in its own units: on paper no region says how wide it is. */
  readonly size: readonly [number, number];
  /** What is drawn. */
  readonly children: ReactNode;
}

const make = columnsOf<ChartRow>();

/** A drawing with its name, and the same numbers in a table for whoever cannot or will not read drawings. */
export function ChartFrame({ title, summary, columns, rows, size, children }: ChartFrameProps) {
  const { t } = useTranslation();
  const id = useId();
  const [width, height] = size;
  const [label, text] = columns;
  const shown = useMemo(
    () =>
      make.columns([
        make.display({
          id: 'label',
          header: label,
          meta: { isRowHeader: true },
          cell: ({ row }) => row.original.label,
        }),
        make.display({ id: 'text', header: text, cell: ({ row }) => row.original.text }),
      ]),
    [label, text],
  );
  return (
    <figure className={classes['chart']}>
      <figcaption id={`${id}-title`} className={classes['title']}>
        {title}
      </figcaption>
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-summary`}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        className={classes['drawing']}
      >
        {children}
      </svg>
      <p id={`${id}-summary`} className={classes['summary']}>
        {summary}
      </p>
      <details className={classes['data']}>
        <summary>{t('charts.table')}</summary>
        <Table
          label={title}
          className={classes['rows']}
          rows={rows}
          columns={shown}
          rowId={idOf}
          empty={null}
        />
      </details>
    </figure>
  );
}

function idOf({ id }: ChartRow): string {
  return id;
}
