import { useTranslation } from 'react-i18next';
import type { Register } from '../../data/register.ts';
import { useFormat } from '../../i18n/format.ts';
import { PrintSheet } from '../../ui/print/print-sheet.tsx';
import classes from './list-print.module.css';
import type { ClassList } from './view.ts';

interface ListPrintProps {
  readonly register: Register;
  readonly list: ClassList;
  /** The headings, then a row for each pupil. */
  readonly rows: readonly (readonly string[])[];
}

/** The class list on paper, with room to write behind each name. Seen by the printer alone. */
export function ListPrint({ register, list, rows }: ListPrintProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [head = [], ...pupils] = rows;
  return (
    <PrintSheet className={classes['sheet']}>
      <h1>
        {t('classPupils.title')} · {t('classHour.classTitle', { name: list.name })}
      </h1>
      <p>
        {register.identity.schoolName} · {format.fullDay(list.day)}
      </p>
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
            <th scope="col">{t('classPupils.notes')}</th>
          </tr>
        </thead>
        <tbody>
          {pupils.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, index) => (
                <td key={head[index]}>{cell}</td>
              ))}
              <td>{'\u00A0'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PrintSheet>
  );
}
