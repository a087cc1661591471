import { useTranslation } from 'react-i18next';
import { listName } from '../../../domain/kinds/person/record.ts';
import type { Register } from '../../data/register.ts';
import { useFormat } from '../../i18n/format.ts';
import { PrintSheets, Sheet, SignatureLine } from '../../ui/print/print-sheet.tsx';
import { rollText } from './class-section.tsx';
import classes from './evacuation.module.css';
import { countText, GROUPS, groupTitle, nameOf, pupilsIn, stateOf } from './groups.ts';
import type { Evacuation } from './view.ts';
import type { EvacuationClass } from './view/class-list.ts';

interface EvacuationPrintProps {
  readonly register: Register;
  readonly evacuation: Evacuation;
  readonly shown: readonly EvacuationClass[];
  readonly nameOfClass: (of: EvacuationClass) => string;
}

/** The lists on paper, a sheet for each class, with the two lines for signatures (D108). Seen by the printer alone. */
export function EvacuationPrint({ register, evacuation, shown, nameOfClass }: EvacuationPrintProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = t('evacuation.at', {
    day: format.fullDay(evacuation.day),
    time: format.clock(evacuation.time),
  });
  return (
    <PrintSheets>
      {shown.map((of) => (
        <Sheet key={of.schoolClass.id} className={classes['sheet']}>
          <h1>
            {t('evacuation.title')} · {t('evacuation.classOf', { name: nameOfClass(of) })}
          </h1>
          <p>
            {register.identity.schoolName} ·{' '}
            {t('evacuation.teacher', { names: of.teachers.map(listName).join(', ') || t('common.unknown') })}
          </p>
          <p>
            <strong>{countText(of, nameOfClass(of), t, format)}</strong> · {rollText(of, register, t, format)}
          </p>
          <ClassTable of={of} whose={`${t('evacuation.classOf', { name: nameOfClass(of) })} · ${at}`} />
          <div className={classes['signatures']}>
            <SignatureLine>{t('evacuation.signTeacher')}</SignatureLine>
            <SignatureLine>{t('evacuation.signPoint')}</SignatureLine>
          </div>
        </Sheet>
      ))}
    </PrintSheets>
  );
}

const COLUMNS = ['number', 'person', 'state', 'check'] as const;

/** All groups in one table: on a second sheet its head says again whose list it is, and of which minute. */
function ClassTable({ of, whose }: { readonly of: EvacuationClass; readonly whose: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table>
      <colgroup>
        {COLUMNS.map((column) => (
          <col key={column} className={classes[column]} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="colgroup" colSpan={COLUMNS.length} className={classes['whose']}>
            {whose}
          </th>
        </tr>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`evacuation.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {GROUPS.map((group) => {
        const listed = pupilsIn(of, group);
        // A class in which nobody has left has no empty group for it on its one sheet.
        if (listed.length === 0 && group !== 'inClass') return null;
        return (
          <tbody key={group}>
            <tr className={classes['groupRow']}>
              <th scope="rowgroup" colSpan={COLUMNS.length}>
                {groupTitle(of, group, t)} ({listed.length})
              </th>
            </tr>
            {listed.map((pupil) => (
              <tr key={pupil.person.id}>
                <td>{of.pupils.indexOf(pupil) + 1}</td>
                <td>{nameOf(pupil, of, format)}</td>
                <td>{stateOf(pupil, t, format) ?? '\u00A0'}</td>
                <td>{'\u00A0'}</td>
              </tr>
            ))}
          </tbody>
        );
      })}
    </table>
  );
}
