import { useTranslation } from 'react-i18next';
import { className } from '../../../domain/kinds/class/record.ts';
import { WHOLE_CLASS, type HourPlace } from '../../../domain/school/hour-place.ts';
import type { Register } from '../../data/register.ts';
import { useFormat } from '../../i18n/format.ts';
import { partText } from '../../kinds/lesson/part-text.ts';
import { useViewValue } from '../../ui/use-view.ts';
import { schoolIndex } from '../../views/school.ts';
import { PrintSheet } from '../../ui/print/print-sheet.tsx';
import classes from './topics-print.module.css';
import type { ClassTopics } from './view.ts';

interface TopicsPrintProps {
  readonly register: Register;
  readonly place: HourPlace;
  readonly topics: ClassTopics;
}

/** What was done in the subject, in the order in which it was done, on paper. Seen by the printer alone. */
export function TopicsPrint({ register, place, topics: { subject, done, groups, group } }: TopicsPrintProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const schoolClass = useViewValue(schoolIndex, register)?.schoolClass(place.schoolClass);
  const shown = groups.find((part) => part.group === group);
  return (
    <PrintSheet className={classes['sheet']}>
      <h1>
        {t('classTopics.printed', {
          subject: subject?.name ?? '',
          name: schoolClass ? className(schoolClass) : '',
        })}
        {shown && ` · ${partText(shown, t)}`}
      </h1>
      <p>
        {register.identity.schoolName} · {format.fullDay(place.day)}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('classTopics.day')}</th>
            {groups.length > 0 && <th scope="col">{t('classTopics.group')}</th>}
            <th scope="col">{t('classTopics.topic')}</th>
            <th scope="col">{t('classTopics.activity')}</th>
          </tr>
        </thead>
        <tbody>
          {done.toReversed().map(({ day, hour, topic, activity, part }) => (
            <tr key={`${day}.${hour}.${part?.group ?? ''}`}>
              <td>{`${format.numericDay(day)}, ${format.hour(hour)}`}</td>
              {groups.length > 0 && <td>{partText(part ?? { group: WHOLE_CLASS }, t)}</td>}
              <td>{topic}</td>
              <td>{activity}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PrintSheet>
  );
}
