import { VisuallyHidden } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconPencil } from '@tabler/icons-react';
import { memo, useId, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalTime } from '../../../../domain/base/ids.ts';
import { listName } from '../../../../domain/kinds/person/record.ts';
import type { HourMark } from '../../../../domain/kinds/attendance-day/hour-presence.ts';
import type { PupilHour } from '../view/class-hour.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Initials } from '../../../ui/marks/initials.tsx';
import { briefElsewhere, elsewhereText } from '../../../kinds/presence-elsewhere/elsewhere-text.ts';
import { MarkButtons } from '../marks/mark-buttons.tsx';
import { MarkLetter } from '../marks/mark-letter.tsx';
import { BackdatedMark } from '../words/backdated-mark.tsx';
import { EntryDot } from './entry-dot.tsx';
import { earlierText, hasLetters, markedByText, pupilStates, stateText } from '../pupil/pupil-texts.ts';
import { isPresumed, type RollStanding } from '../pupil/roll-standing.ts';
import { rowTimes } from '../pupil/row-times.ts';
import classes from './roll-row.module.css';
import { TimeEditor } from '../time/time-editor.tsx';
import type { TimeLimits } from '../time/typed-time.ts';
import { FACTS_ATTRIBUTE, NAME_ATTRIBUTE } from './use-whole-rows.ts';

/** The time being typed in a row. */
export interface TimeEditing {
  readonly mark: 'late' | 'exited';
  readonly initial: LocalTime;
  /** Asked of somebody who was here before: what "absent for the whole day" would change. */
  readonly allDay?: string;
  /** Asked of somebody who was here before and comes late: what the entry would write besides itself. */
  readonly asked?: string;
}

interface RollRowProps {
  readonly pupil: PupilHour;
  readonly number: number;
  readonly limits: TimeLimits;
  readonly standing: RollStanding;
  /** Shown for pupils of the same name. */
  readonly withBirthDate: boolean;
  /** A mark of this person's has lost against a colleague's in this hour, and was not looked at yet. */
  readonly inConflict: boolean;
  readonly tabStop: boolean;
  readonly readOnly: boolean;
  readonly editing: TimeEditing | undefined;
  readonly cellRef: Ref<HTMLDivElement>;
  readonly onFocus: (index: number) => void;
  readonly onMark: (index: number, mark: HourMark) => void;
  readonly onTime: (index: number, time: LocalTime, how: 'key' | 'pointer') => void;
  readonly onAllDay: (index: number) => void;
  readonly onCancelTime: () => void;
  readonly onJustify: (index: number) => void;
}

/** One pupil of the roll call: a row of one cell, which takes the focus; its name says everything about the pupil. */
export const RollRow = memo(function RollRow(props: RollRowProps) {
  const { pupil, number, limits, standing, withBirthDate, inConflict, tabStop, readOnly, editing, cellRef } =
    props;
  const { t } = useTranslation();
  const format = useFormat();
  const nameId = useId();
  const index = number - 1;
  const name = listName(pupil.person);
  const span = {
    ...limits.span,
    standing,
    ...(limits.passed === undefined ? {} : { now: limits.passed }),
  };
  const presumed = isPresumed(pupil.mark, standing);
  const times = rowTimes(pupil, span, t, format);
  const markedBy = markedByText(pupil, t, format);
  const birthDate = withBirthDate ? pupil.person.birthDate : undefined;

  return (
    <div
      className={classes['row']}
      role="row"
      aria-rowindex={number}
      data-mark={pupil.mark}
      data-presumed={presumed || undefined}
      data-changed={pupil.changedAfterRollCall || undefined}
    >
      <div
        ref={cellRef}
        role="gridcell"
        aria-colindex={1}
        aria-labelledby={`${nameId} ${nameId}-more${editing ? ` ${nameId}-asked` : ''} ${nameId}-states`}
        className={classes['cell']}
        tabIndex={tabStop ? 0 : -1}
        onFocus={() => props.onFocus(index)}
      >
        <div id={nameId} className={classes['pupil']} title={[name, ...markedBy].join(' · ')}>
          {/* For the mouse: the keyboard opens the card from the row. */}
          <button
            type="button"
            tabIndex={-1}
            className={classes['number']}
            data-opens-card={index}
            title={t('shell.pupil.open')}
          >
            {number}
          </button>{' '}
          <span className={classes['avatar']} data-opens-card={index}>
            <Initials surname={pupil.person.surname} givenName={pupil.person.givenName} size={22} />
          </span>
          <span className={classes['name']} {...{ [NAME_ATTRIBUTE]: '' }}>
            <strong>{pupil.person.surname}</strong> {pupil.person.givenName}
          </span>
          {birthDate !== undefined && <span className={classes['birth']}>{format.briefDay(birthDate)}</span>}
        </div>{' '}
        <div className={classes['earlier']} {...{ [FACTS_ATTRIBUTE]: '' }}>
          <div id={`${nameId}-more`} className={classes['said']}>
            {pupil.earlier
              .filter(hasLetters)
              .flatMap((each) =>
                [...each.also, ...(each.mark === 'present' ? [] : [each.mark])].map((mark) => (
                  <MarkLetter key={`${each.hour}.${mark}`} mark={mark} title={earlierText(each, t, format)} />
                )),
              )}
            {times.map(({ time, text, isOwn }, place) => (
              <span
                key={`${time}.${text}`}
                className={classes['time']}
                data-mark={isOwn ? pupil.mark : undefined}
                title={isOwn ? stateText(pupil, span, t, format) : undefined}
              >
                {text}
                {isOwn && pupil.shortLate && pupil.mark === 'late' && (
                  <span title={t('classHour.roll.shortLateTitle')}> {t('classHour.roll.shortLate')}</span>
                )}
                {place < times.length - 1 && ','}
              </span>
            ))}
            {pupil.lacksChoice && (
              <span className={classes['time']} title={t('ofPupil.choiceMissingText')}>
                {t('ofPupil.choiceMissing')}
              </span>
            )}
            {pupil.out.map((each) => (
              <span key={each.id} className={classes['time']} title={elsewhereText(each, t, format)}>
                {briefElsewhere(each, t, format)}
              </span>
            ))}
          </div>
          {/* Drawn, not written, like the word of the sign below: the row's name says both in full. */}
          {markedBy.length > 0 && (
            <span
              className={classes['by']}
              title={markedBy.join()}
              data-drawn={pupil.markedBy?.person?.surname ?? t('common.somebody')}
            />
          )}
          {pupil.toJustify !== undefined && (
            <button
              type="button"
              className={classes['justify']}
              title={t('classHour.roll.toJustify', { count: pupil.toJustify })}
              data-drawn={t('classHour.roll.toJustifyBrief', { count: pupil.toJustify })}
              aria-label={t('classHour.roll.toJustify', { count: pupil.toJustify })}
              tabIndex={-1}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => props.onJustify(index)}
            />
          )}
          {pupil.movesOverMaximum > 0 && (
            <span
              className={classes['warn']}
              title={t('classHour.roll.overMaximum')}
              data-drawn={t('classHour.roll.overMaximumBrief')}
            >
              <IconAlertTriangle size={14} aria-hidden="true" />
            </span>
          )}
          {pupil.changedAfterRollCall && (
            <span className={classes['changed']} title={t('classHour.roll.changedAfter')}>
              <IconPencil size={14} aria-hidden="true" />
            </span>
          )}
          {inConflict && (
            <span className={classes['conflict']} title={t('classHour.roll.inConflict')}>
              <IconAlertCircle size={14} aria-hidden="true" />
            </span>
          )}
          {pupil.times && pupil.times.receivedAt === undefined && <EntryDot times={pupil.times} />}
          <BackdatedMark of={name} times={pupil.times} />
        </div>
        <VisuallyHidden id={`${nameId}-states`}>
          : {pupilStates(pupil, span, t, format)}
          {inConflict && `; ${t('classHour.roll.inConflict')}`}
        </VisuallyHidden>{' '}
        <div className={classes['marks']}>
          {editing ? (
            <TimeEditor
              mark={editing.mark}
              letter={t(`common.mark.${editing.mark}.letter`)}
              label={t(editing.mark === 'late' ? 'classHour.roll.timeLate' : 'classHour.roll.timeExit', {
                name,
              })}
              initial={editing.initial}
              limits={limits}
              allDay={
                editing.allDay === undefined
                  ? undefined
                  : { text: editing.allDay, onChoose: () => props.onAllDay(index) }
              }
              asked={editing.asked}
              hintId={`${nameId}-asked`}
              onConfirm={(typed, how) => props.onTime(index, typed, how)}
              onCancel={props.onCancelTime}
            />
          ) : (
            <MarkButtons
              name={name}
              mark={presumed ? undefined : pupil.mark}
              presumed={pupil.isProposedAbsent ? 'absent' : 'present'}
              disabled={readOnly}
              onMark={(mark) => props.onMark(index, mark)}
            />
          )}
        </div>
      </div>
    </div>
  );
});
