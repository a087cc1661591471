import { Button } from '@mantine/core';
import { IconWalk } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { listName } from '../../../domain/kinds/person/record.ts';
import { askClassAct } from '../../hosts/class-acts/class-act.ts';
import { CommandNotice } from '../../hosts/command-notice.tsx';
import { useDone } from '../../hosts/class-acts/use-done.ts';
import type { PupilCardProps } from '../../hosts/page.ts';
import { useFormat } from '../../i18n/format.ts';
import { elsewhereText } from '../../kinds/presence-elsewhere/elsewhere-text.ts';
import { CardPart } from '../../ui/card-part.tsx';
import { useAnnouncer } from '../../ui/focus/use-announcer.tsx';
import { useViewValue } from '../../ui/use-view.ts';
import { ElsewhereActs } from './elsewhere-acts.tsx';
import classes from './out-of-class.module.css';
import { daysText } from './days-text.ts';
import { outOfClass } from './view.ts';

/** When a pupil is out of class in the school's own name, on the card: this year, and the way to write it. */
export function OutOfClassCard({ register, pupil, place }: PupilCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [region, announce] = useAnnouncer();
  const done = useDone(announce);
  const shown = useViewValue(outOfClass, register, place.schoolClass, place.day);
  const person = shown?.pupils.find(({ id }) => id === pupil);
  if (!shown || !person) return null;
  const lines = shown.lines.filter((line) => line.person.id === pupil);
  if (lines.length === 0 && !shown.mayWrite) return null;
  return (
    <CardPart title={t('outOfClass.title')}>
      {region}
      <div className={classes['part']}>
        <CommandNotice of={listName(person)} failure={done.failure} onClose={done.clearFailure} />
        {lines.length === 0 && <p>{t('outOfClass.nothing')}</p>}
        <ul>
          {lines.map((line) => (
            <li key={line.record.id}>
              {daysText(line.record, t, format)} · {elsewhereText(line.record, t, format)}
              {line.isOver && ` · ${t('outOfClass.over')}`}
              {line.closed && ` · ${t(`outOfClass.closed.${line.closed}`)}`}
              {shown.mayWrite && (
                <ElsewhereActs register={register} line={line} place={place} onDone={done.note} />
              )}
            </li>
          ))}
        </ul>
        {shown.mayWrite && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconWalk size={15} stroke={1.7} />}
            onClick={() => askClassAct({ act: 'outOfClass', place, pupils: [pupil], onDone: done.note })}
          >
            {t('outOfClass.new')}
          </Button>
        )}
        {done.last && (
          <p>
            {done.last.said}{' '}
            <Button size="compact-sm" variant="subtle" onClick={() => void done.undo()}>
              {t('common.undo')}
            </Button>
          </p>
        )}
      </div>
    </CardPart>
  );
}
