import { useTranslation } from 'react-i18next';
import type { Register } from '../../../data/register.ts';
import { useProjector } from '../../../hosts/projector.tsx';
import { useFormat } from '../../../i18n/format.ts';
import type { ClassMonth, PupilMonth } from '../view/class-month.ts';
import { PrintSheet } from '../../../ui/print/print-sheet.tsx';
import { dayCell } from './day-cell.tsx';
import classes from './month.module.css';

interface MonthPrintProps {
  readonly register: Register;
  readonly name: string;
  readonly title: string;
  readonly shown: ClassMonth;
  readonly nameOf: (person: PupilMonth['person']) => string;
}

/** The month of a class on paper. Seen by the printer alone. */
export function MonthPrint({ register, name, title, shown, nameOf }: MonthPrintProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isProjecting = useProjector();
  const totals = ['absent', 'late', 'exited'] as const;
  // The preview of the printer would be on the wall.
  if (isProjecting) return null;
  return (
    <PrintSheet className={classes['sheet']}>
      <h1>
        {t('classHour.classTitle', { name })} · {title}
      </h1>
      <p>
        {register.identity.schoolName} · {t('classAbsences.month.legend')}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('classAbsences.justify.pupil')}</th>
            {shown.days.map((day) => (
              <th key={day} scope="col">
                {Number(day.slice(-2))}
              </th>
            ))}
            {totals.map((mark) => (
              <th key={mark} scope="col">
                {t(`common.mark.${mark}.letter`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.pupils.map((pupil) => (
            <tr key={pupil.person.id}>
              <th scope="row">{nameOf(pupil.person)}</th>
              {shown.days.map((day) => (
                <td key={day}>{dayCell(pupil.days.get(day), t, format)}</td>
              ))}
              {totals.map((mark) => (
                <td key={mark} className={classes['total']}>
                  {pupil.totals[mark] === 0 ? '' : format.number(pupil.totals[mark])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </PrintSheet>
  );
}
