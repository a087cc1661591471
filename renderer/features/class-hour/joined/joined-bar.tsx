import { ActionIcon, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowsJoin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { className } from '../../../../domain/kinds/class/record.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { Register } from '../../../data/register.ts';
import { InClassHeader } from '../../../hosts/class-place.tsx';
import { CommandNotice } from '../../../hosts/command-notice.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useDeclareActions } from '../../../ui/actions/actions.ts';
import { useAnnouncer } from '../../../ui/focus/use-announcer.tsx';
import { hourPath } from '../../../ui/routes.ts';
import type { ClassHour } from '../view/class-hour.ts';
import { hourWords } from '../words/hour-words.ts';
import { classNames } from '../words/class-names.ts';
import { JoinDialog } from './join-dialog.tsx';
import classes from './joined.module.css';
import type { JoinedHours } from '../view/joined-hours.ts';
import { useJoining } from './use-joining.ts';

interface JoinedBarProps {
  readonly register: Register;
  readonly place: HourPlace;
  readonly hour: ClassHour;
  readonly joined: JoinedHours;
}

/** Which classes have the lesson together, with the way to leave one out; in an hour of one class the way to join another, in the palette. */
export function JoinedBar({ register, place, hour, joined }: JoinedBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [region, announce] = useAnnouncer();
  const [isAsking, dialog] = useDisclosure(false);
  const { others, leftOut } = joined;
  const acts = useJoining({ register, place, hour, others, announce });
  const isOpen = hour.closed === undefined;
  // Of the one that is told the way back is another.
  const out = leftOut.filter(({ id }) => id !== acts.told?.schoolClass.id);
  useDeclareActions(
    isOpen
      ? [{ id: 'join-class', label: t('joined.join'), keywords: t('joined.words'), run: dialog.open }]
      : [],
  );
  const names = classNames([hour.schoolClass, ...others.map((one) => one.hour.schoolClass)], format);
  const missing = hour.signedByMe
    ? others.filter((one) => !one.hour.signedByMe && one.hour.closed === undefined)
    : [];
  const missingNames = classNames(
    missing.map((one) => one.hour.schoolClass),
    format,
  );
  return (
    <>
      {region}
      <CommandNotice of={hourWords(hour, format)} failure={acts.failure} onClose={acts.clearFailure} />
      {isOpen && others.length + leftOut.length === 0 && (
        <InClassHeader part="tools">
          <ActionIcon
            size={30}
            variant="default"
            aria-label={t('joined.join')}
            title={t('joined.join')}
            onClick={dialog.open}
          >
            <IconArrowsJoin size={16} stroke={1.7} />
          </ActionIcon>
        </InClassHeader>
      )}
      {(others.length + leftOut.length > 0 || acts.told !== undefined) && (
        <section
          className={classes['bar']}
          aria-labelledby="joined-title"
          title={others.length > 0 ? t('joined.one', { names }) : undefined}
        >
          <h2 id="joined-title">{t('joined.title')}</h2>
          <ul>
            <li>
              <strong>{className(hour.schoolClass)}</strong>
            </li>
            {others.map((other) => {
              const name = className(other.hour.schoolClass);
              const { day, schoolClass, hour: number } = other.place;
              return (
                <li key={schoolClass}>
                  <Link href={hourPath(day, schoolClass, number)} title={t('joined.open', { name })}>
                    {name}
                  </Link>
                  {isOpen && (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      disabled={acts.isBusy}
                      aria-label={t('joined.leaveOut', { name })}
                      onClick={() => acts.leaveOut(other)}
                    >
                      {t('joined.leaveOutShort')}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
          {isOpen && (
            <Button size="compact-xs" variant="default" onClick={dialog.open}>
              {t('joined.join')}
            </Button>
          )}
          {acts.told !== undefined && (
            <p className={classes['said']}>
              {acts.told.text}{' '}
              {isOpen && (
                <Button size="compact-xs" variant="subtle" disabled={acts.isBusy} onClick={acts.putBack}>
                  {t('joined.putBack', { name: className(acts.told.schoolClass) })}
                </Button>
              )}
            </p>
          )}
          {out.length > 0 && (
            <p className={classes['said']}>
              {t('joined.leftOut', { names: classNames(out, format) })}{' '}
              {out.map((each) => (
                <Button key={each.id} size="compact-xs" variant="subtle" onClick={() => acts.join(each)}>
                  {t('joined.putBack', { name: className(each) })}
                </Button>
              ))}
            </p>
          )}
          {missing.length > 0 && (
            <p className={classes['said']}>
              {t('joined.notSigned', { names: missingNames })}{' '}
              <Button size="compact-xs" disabled={acts.isBusy} onClick={acts.signMissing}>
                {t('joined.signMissing', { names: missingNames })}
              </Button>
            </p>
          )}
        </section>
      )}
      {isAsking && (
        <JoinDialog
          register={register}
          place={place}
          others={others}
          onJoin={acts.join}
          onClose={dialog.close}
        />
      )}
    </>
  );
}
