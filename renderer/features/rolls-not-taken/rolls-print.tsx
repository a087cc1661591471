import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../domain/base/ids.ts';
import type { Register } from '../../data/register.ts';
import { classLabel } from '../../i18n/class-label.ts';
import { useFormat } from '../../i18n/format.ts';
import { PrintSheet } from '../../ui/print/print-sheet.tsx';
import { partText } from '../../kinds/lesson/part-text.ts';
import { callersText, type MissingRoll, type RollsOf } from './view.ts';

interface RollsPrintProps {
  readonly register: Register;
  readonly day: LocalDate;
  readonly of: RollsOf;
  readonly missing: readonly MissingRoll[];
}

/** The rolls that nobody has called, on paper. Seen by the printer alone. */
export function RollsPrint({ register, day, of, missing }: RollsPrintProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const every = missing.map(({ schoolClass }) => schoolClass);
  return (
    <PrintSheet>
      <h1>
        {t('rollsNotTaken.title')} · {format.fullDay(day)}
      </h1>
      <p>
        {register.identity.schoolName} ·{' '}
        {t(of === 'classes' ? 'rollsNotTaken.lead' : 'rollsNotTaken.leadMine')}
      </p>
      <table>
        <thead>
          <tr>
            {(['class', 'hour', 'teacher', 'state', 'check'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`rollsNotTaken.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {missing.map((row) => (
            <tr key={`${row.planned.class}.${row.planned.hour}.${row.planned.group ?? ''}`}>
              <th scope="row">
                {classLabel(row.schoolClass, every, t)}
                {row.part && ` · ${partText(row.part, t)}`}
              </th>
              <td>
                {format.hour(row.planned.hour)} · {row.planned.start}–{row.planned.end}
              </td>
              <td>{callersText(row)}</td>
              <td>{t(row.isSigned ? 'rollsNotTaken.signed' : 'rollsNotTaken.notSigned')}</td>
              <td>{'\u00A0'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PrintSheet>
  );
}
