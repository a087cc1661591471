import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
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

/** A drawing with its name, and the same numbers in a table for whoever cannot or will not read drawings. */
export function ChartFrame({ title, summary, columns, rows, size, children }: ChartFrameProps) {
  const { t } = useTranslation();
  const id = useId();
  const [width, height] = size;
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
        <table aria-label={title}>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id: row, label, text }) => (
              <tr key={row}>
                <th scope="row">{label}</th>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
