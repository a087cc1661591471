import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { schoolDayAndTime, timeToMinutes } from '../../../../domain/base/local-date.ts';
import { className } from '../../../../domain/kinds/class/record.ts';
import { listName } from '../../../../domain/kinds/person/record.ts';
import type { LocalTime } from '../../../../domain/base/ids.ts';
import { entriesOf, isAtSchool } from '../../../../domain/kinds/attendance-day/hour-presence.ts';
import { speakingOf, type HoursOfDay } from '../../../../domain/kinds/attendance-day/prepared-marks.ts';
import { isHereWith, type ClassAt } from '../../../../domain/kinds/class-movement/class-at.ts';
import { elsewhereOn } from '../../../../domain/kinds/presence-elsewhere/elsewhere-on.ts';
import type { PresenceElsewhere } from '../../../../domain/kinds/presence-elsewhere/record.ts';
import type { Register } from '../../../data/register.ts';
import type { ClassHour, PupilHour } from '../view/class-hour.ts';
import { useFormat, type Format } from '../../../i18n/format.ts';
import { elsewhereText } from '../../../kinds/presence-elsewhere/elsewhere-text.ts';
import { usePersonName } from '../words/person-names.tsx';
import { PrintSheet, SignatureLine } from '../../../ui/print/print-sheet.tsx';
import { printMoment, usePrintTime } from './print-moment.ts';
import { homonyms, otherTimes, stateText, unsaidMoves, type ToldHour } from '../pupil/pupil-texts.ts';
import classes from './presence-print.module.css';

interface PresencePrintProps {
  readonly register: Register;
  readonly hour: ClassHour;
}

/** Who is in class right now, for paper: an evacuation does not wait for the network (D108). Seen by the printer alone. */
export function PresencePrint({ register, hour }: PresencePrintProps) {
  const { identity } = register;
  const now = usePrintTime(register);
  const { t } = useTranslation();
  const format = useFormat();
  const clock = schoolDayAndTime(now);
  const { pupils, bell, time: moment, isBetween, standing, roll, at } = printMoment(hour, now);
  const isCalled = standing === 'called';
  const same = homonyms(pupils);
  const isAway = (pupil: PupilHour) => !isHereWith(at, entriesOf(pupil.state.events), clock.time);
  const marked = pupils.filter((pupil) => isInClass(pupil, hour, bell, moment));
  const inClass = marked.filter((pupil) => !isAway(pupil));
  const elsewhere = pupils.filter((pupil) => !inClass.includes(pupil));
  const teacher = usePersonName(identity.person);
  const caller = usePersonName(roll?.by);
  const line = (pupil: PupilHour) => (
    <tr key={pupil.person.id}>
      <td>{pupils.indexOf(pupil) + 1}</td>
      <td>
        {listName(pupil.person)}
        {same.has(pupil.person.id) &&
          pupil.person.birthDate !== undefined &&
          ` (${format.numericDay(pupil.person.birthDate)})`}
      </td>
      <td>
        {at.kind !== 'atSchool' && marked.includes(pupil) && isAway(pupil)
          ? t(`classMovement.at.${at.kind === 'sentHome' ? 'left' : 'comes'}`, {
              time: format.clock(at.time),
            })
          : printedState(pupil, { ...bell, standing }, moment, t, format)}
      </td>
      <td>{'\u00A0'}</td>
    </tr>
  );
  return (
    <PrintSheet className={classes['sheet']}>
      <h1>
        {t('classHour.printed.title')} · {t('classHour.classTitle', { name: className(hour.schoolClass) })}
      </h1>
      <p>
        {identity.schoolName} ·{' '}
        {t('classHour.printed.at', {
          day: format.fullDay(hour.day),
          hour: isBetween ? t('classHour.printed.outside') : format.hour(bell.hour),
          time: format.clock(clock.time),
        })}{' '}
        · {t('classHour.printed.teacher', { name: teacher })}
      </p>
      <p>
        <strong>
          {at.kind === 'atSchool'
            ? t(isCalled ? 'classHour.printed.total' : 'classHour.printed.totalToCheck', {
                present: inClass.length,
                enrolled: pupils.length,
              })
            : t(`classMovement.at.${at.kind}`, {
                name: className(hour.schoolClass),
                time: format.clock(at.time),
              })}
        </strong>
      </p>
      <p>
        {at.kind === 'atSchool' && !isCalled && `${t('classHour.printed.noRoll')} `}
        {roll &&
          t(isCalled ? 'classHour.printed.roll' : 'classHour.printed.lastRoll', {
            hour: format.hour(roll.hour),
            name: caller,
            when: format.when(roll.at, now),
          })}
      </p>
      {[
        { title: titleOfPresent(at, isCalled, t), listed: inClass },
        { title: t('classHour.printed.notInSchool'), listed: elsewhere },
      ].map(({ title, listed }) => (
        <table key={title}>
          <caption>
            {title} ({listed.length})
          </caption>
          <colgroup>
            <col className={classes['number']} />
            <col className={classes['name']} />
            <col className={classes['state']} />
            <col className={classes['box']} />
          </colgroup>
          <thead>
            <tr>
              <th>{t('classHour.roll.number')}</th>
              <th>{t('classHour.printed.name')}</th>
              <th>{t('classHour.printed.state')}</th>
              <th>{t('classHour.printed.check')}</th>
            </tr>
          </thead>
          <tbody>{listed.map(line)}</tbody>
        </table>
      ))}
      <SignatureLine>{t('classHour.printed.signature', { name: teacher })}</SignatureLine>
      <SignatureLine>{t('classHour.printed.signPoint')}</SignatureLine>
    </PrintSheet>
  );
}

/** What those are called who are in class: nobody whose roll nobody has called is said to be there, nor anybody after the last lesson. */
function titleOfPresent({ kind }: ClassAt, isCalled: boolean, t: TFunction): string {
  if (kind === 'over') return t(`classMovement.at.${isCalled ? 'inLastLesson' : 'notAbsent'}`);
  return t(`classHour.printed.${isCalled || kind !== 'atSchool' ? 'inSchool' : 'toCheck'}`);
}

/** Whether a pupil is in the room: today at this very minute; else for most of what is known of the hour. */
function isInClass(
  pupil: PupilHour,
  ofDay: HoursOfDay,
  bell: ClassHour['bell'],
  moment: LocalTime | undefined,
): boolean {
  if (pupil.mark === 'outOfClass') return false;
  if (moment === undefined) return pupil.mark === 'present' || pupil.mark === 'late';
  if (pupil.out.some((one) => isOutAt(one, ofDay, moment))) return false;
  return isAtSchool(speakingOf(pupil.state.events, ofDay, bell), bell, moment);
}

/** Whether somebody is out of class in the school's own name at a minute. */
function isOutAt(out: PresenceElsewhere, { day, bells }: HoursOfDay, moment: LocalTime): boolean {
  const span = elsewhereOn(out, day, bells);
  const minute = timeToMinutes(moment);
  return span !== undefined && span.from <= minute && minute < span.to;
}

/** The state as of the minute of printing: a time still to come is no state yet. */
function printedState(
  pupil: PupilHour,
  bell: ToldHour,
  moment: LocalTime | undefined,
  t: TFunction,
  format: Format,
): string {
  const { time, mark, isReturn } = pupil;
  if (
    moment !== undefined &&
    time !== undefined &&
    time > moment &&
    (mark === 'late' || isReturn || mark === 'exited')
  ) {
    const text = mark !== 'exited' ? 'classHour.printed.notYetHere' : 'classHour.printed.stillHere';
    return t(text, { time: format.clock(time) });
  }
  const state = stateText(pupil, bell, t, format);
  const moves = unsaidMoves(pupil, state, format);
  const out = pupil.out.map((one) => elsewhereText(one, t, format));
  return [state, ...out, ...otherTimes({ ...pupil, moves, earlier: [] }, bell, t, format)].join(', ');
}
