import { IconCircleCheck, IconClockPause, IconListCheck, IconSignature } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { listName } from '../../../../domain/kinds/person/record.ts';
import { classesOf, type TeacherHour } from '../../../views/hours/teacher-day.ts';
import { useProjector } from '../../../hosts/projector.tsx';
import { joinedName } from '../../../i18n/class-label.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useKeyHint } from '../../../ui/actions/use-key-text.ts';
import { wantRoll } from '../../../ui/focus/wanted/wanted-focus.ts';
import { Chip } from '../../../ui/marks/chip.tsx';
import { hourPath } from '../../../ui/routes.ts';
import type { HourMoment } from './current-hour.ts';
import classes from './today.module.css';

interface HourCardProps {
  readonly hour: TeacherHour;
  readonly selected: boolean;
  /** The keys that open this hour from everywhere. */
  readonly keys: string | undefined;
  readonly moment: HourMoment | undefined;
  /** Days still to come have nothing to sign. */
  readonly future: boolean;
  /** It is of a school year that is over: nothing of it waits to be done. */
  readonly isPast: boolean;
}

/** One hour of the day: which class, when and where, and what is still to be done. */
export function HourCard({ hour, selected, keys, moment, future, isPast }: HourCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const hint = useKeyHint();
  const isProjecting = useProjector();
  const { planned, subject, standsIn, signedByMe, isAway, rollCallTaken, absent, takenBy } = hour;
  // Of a class that the school has sent home nobody signs, nor calls a roll; what was done all the same is told.
  const isIdle = hour.isUnexpected === true && !signedByMe && !rollCallTaken;
  const what = [
    ...(standsIn ? [t('today.standIn')] : []),
    ...(subject ? [subject.name] : []),
    ...(hour.group === undefined ? [] : [t('today.group', { name: hour.group })]),
  ].join(' · ');
  return (
    <li>
      <Link
        href={hourPath(planned.day, planned.class, planned.hour)}
        className={classes['card'] ?? ''}
        aria-current={selected ? 'true' : undefined}
        data-moment={moment}
        // An hour that opens takes the focus into its roll by itself; the one that is open already has to be asked.
        onClick={() => selected && wantRoll()}
        {...(keys === undefined ? {} : hint(keys))}
      >
        <span className={classes['times']}>
          <span className={classes['ordinal']}>{planned.hour}</span>
          <span>{format.clock(planned.start)}</span>
          <span>{format.clock(planned.end)}</span>
        </span>
        <span className={classes['what']}>
          <span className={classes['line']}>
            <strong className={classes['className']}>{joinedName(classesOf(hour))}</strong>
            <span className={classes['subject']} title={what}>
              {what}
            </span>
            {moment === 'now' && <span className={classes['now']}>{t('today.now')}</span>}
            {moment === 'soon' && <span className={classes['next']}>{t('today.soon')}</span>}
            {moment === 'next' && (
              <span className={classes['next']}>
                {t('today.next', { time: format.clock(planned.start) })}
              </span>
            )}
          </span>
          {standsIn?.replaced && (
            <span className={classes['room']}>
              {t('today.standInFor', { name: listName(standsIn.replaced) })}
            </span>
          )}
          {takenBy && (
            <span className={classes['room']}>{t('today.takenBy', { name: listName(takenBy) })}</span>
          )}
          {planned.room !== undefined && (
            <span className={classes['room']}>{t('today.room', { room: planned.room })}</span>
          )}
          {isAway && (
            <span className={classes['chips']}>
              <Chip {...(signedByMe ? { tone: 'ok' } : {})} icon={<IconSignature />}>
                {t(signedByMe ? 'today.signedAway' : 'today.away')}
              </Chip>
            </span>
          )}
          {isIdle && (
            <span className={classes['chips']}>
              <Chip icon={<IconClockPause />}>{t('today.unexpected')}</Chip>
            </span>
          )}
          {!future && !isAway && !isIdle && (
            <span className={classes['chips']}>
              {signedByMe ? (
                <Chip tone="ok" icon={<IconSignature />}>
                  {t('today.signed')}
                </Chip>
              ) : (
                !takenBy && (
                  <Chip icon={<IconSignature />}>{t(isPast ? 'today.notSigned' : 'today.toSign')}</Chip>
                )
              )}
              {rollCallTaken ? (
                <Chip tone={absent > 0 && !isProjecting ? 'danger' : 'ok'} icon={<IconCircleCheck />}>
                  {isProjecting
                    ? t('today.rollTaken')
                    : absent > 0
                      ? t('today.absent', { count: absent })
                      : t('today.nobodyAbsent')}
                </Chip>
              ) : (
                <Chip icon={<IconListCheck />}>{t('today.rollToTake')}</Chip>
              )}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}
