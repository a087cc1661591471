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
  return (
    <PrintSheets>
      {shown.map((of) => (
        <Sheet key={of.schoolClass.id} className={classes['sheet']}>
          <h1>
            {t('evacuation.title')} · {t('evacuation.classOf', { name: nameOfClass(of) })}
          </h1>
          <p>
            {register.identity.schoolName} ·{' '}
            {t('evacuation.at', {
              day: format.fullDay(evacuation.day),
              time: format.clock(evacuation.time),
            })}{' '}
            ·{' '}
            {t('evacuation.teacher', { names: of.teachers.map(listName).join(', ') || t('common.unknown') })}
          </p>
          <p>
            <strong>{countText(of, nameOfClass(of), t, format)}</strong> · {rollText(of, register, t, format)}
          </p>
          {GROUPS.map((group) => (
            <Group key={group} of={of} group={group} />
          ))}
          <SignatureLine>{t('evacuation.signTeacher')}</SignatureLine>
          <SignatureLine>{t('evacuation.signPoint')}</SignatureLine>
        </Sheet>
      ))}
    </PrintSheets>
  );
}

function Group({ of, group }: { readonly of: EvacuationClass; readonly group: (typeof GROUPS)[number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const listed = pupilsIn(of, group);
  // A class in which nobody has left has no empty table for it on its one sheet.
  if (listed.length === 0 && group !== 'inClass') return null;
  return (
    <table>
      <caption>
        {groupTitle(of, group, t)} ({listed.length})
      </caption>
      <colgroup>
        <col className={classes['number']} />
        <col className={classes['name']} />
        <col className={classes['state']} />
        <col className={classes['box']} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('evacuation.number')}</th>
          <th scope="col">{t('evacuation.person')}</th>
          <th scope="col">{t('evacuation.state')}</th>
          <th scope="col">{t('evacuation.check')}</th>
        </tr>
      </thead>
      <tbody>
        {listed.map((pupil) => (
          <tr key={pupil.person.id}>
            <td>{of.pupils.indexOf(pupil) + 1}</td>
            <td>{nameOf(pupil, of, format)}</td>
            <td>{stateOf(pupil, t, format) ?? '\u00A0'}</td>
            <td>{'\u00A0'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
