import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { schoolDayAndTime } from '../../../domain/base/local-date.ts';
import { className } from '../../../domain/records/class.ts';
import { listName } from '../../../domain/records/person.ts';
import type { Instant, LocalTime } from '../../../domain/base/ids.ts';
import type { ClassHour, PupilHour } from '../../data/register.ts';
import { useFormat } from '../../i18n/format.ts';
import { stateText } from './pupil-texts.ts';
import classes from './presence-print.module.css';

interface PresencePrintProps {
  readonly hour: ClassHour;
  readonly schoolName: string;
  readonly now: Instant;
}

/** Who is in class right now, for paper: an evacuation does not wait for the network. Seen by the printer alone. */
export function PresencePrint({ hour, schoolName, now }: PresencePrintProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const clock = schoolDayAndTime(now);
  const until = hour.day === clock.day ? clock.time : undefined;
  const inClass = hour.pupils.filter((pupil) => isInClass(pupil, until));
  const elsewhere = hour.pupils.filter((pupil) => !inClass.includes(pupil));
  const line = (pupil: PupilHour) => (
    <tr key={pupil.person.id}>
      <td>{hour.pupils.indexOf(pupil) + 1}</td>
      <td>{listName(pupil.person)}</td>
      <td>{stateText(pupil, t, format)}</td>
      <td className={classes['box']}>{'\u00A0'}</td>
    </tr>
  );
  return createPortal(
    <section className={classes['sheet']} data-print>
      <h1>
        {t('classHour.printed.title')} · {t('classHour.classTitle', { name: className(hour.schoolClass) })}
      </h1>
      <p>
        {schoolName} ·{' '}
        {t('classHour.printed.at', {
          day: format.fullDay(hour.day),
          hour: format.hour(hour.bell.hour),
          time: format.clock(schoolDayAndTime(now).time),
        })}
      </p>
      <p>
        <strong>
          {t('classHour.printed.total', { present: inClass.length, enrolled: hour.pupils.length })}
        </strong>
      </p>
      {[
        { title: t('classHour.printed.inSchool'), pupils: inClass },
        { title: t('classHour.printed.notInSchool'), pupils: elsewhere },
      ].map(({ title, pupils }) => (
        <table key={title}>
          <caption>
            {title} ({pupils.length})
          </caption>
          <thead>
            <tr>
              <th>{t('classHour.roll.number')}</th>
              <th>{t('classHour.roll.pupil')}</th>
              <th>{t('classHour.roll.marks')}</th>
              <th>{t('classHour.printed.check')}</th>
            </tr>
          </thead>
          <tbody>{pupils.map(line)}</tbody>
        </table>
      ))}
      <p className={classes['signature']}>{t('classHour.printed.signature')}</p>
    </section>,
    document.body,
  );
}

/** Whether a pupil is in the room: who leaves early is there until then. */
function isInClass({ mark, state }: PupilHour, time: LocalTime | undefined): boolean {
  if (mark === 'exited') return time !== undefined && state.exit !== undefined && state.exit > time;
  return mark === 'present' || mark === 'late';
}
