import { PrintSheet } from '../print/print-sheet.tsx';
import classes from './charts.module.css';
import { Drawing, type Chart } from './drawing.tsx';

/** The drawing and its numbers on a sheet of their own. Seen by the printer alone. */
export function ChartPrint(props: Chart) {
  const { title, summary, columns, rows, sheet } = props;
  return (
    <PrintSheet className={classes['sheet']}>
      <h1>{sheet.heading}</h1>
      <p>{sheet.line}</p>
      <h2>{title}</h2>
      <Drawing {...props} />
      <p>{summary}</p>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, label, text }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PrintSheet>
  );
}
