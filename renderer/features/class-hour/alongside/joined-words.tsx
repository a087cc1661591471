import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { className } from '../../../../domain/kinds/class/record.ts';
import type { CommandFailure } from '../../../data/commands/outcome.ts';
import type { Register } from '../../../data/register.ts';
import { CommandNotice } from '../../../hosts/command-notice.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { writeLesson } from '../../../kinds/lesson/commands.ts';
import type { Lesson } from '../../../../domain/kinds/lesson/record.ts';
import type { ClassHour } from '../view/class-hour.ts';
import { hourWords } from '../words/hour-words.ts';
import { classNames } from '../words/class-names.ts';
import classes from './joined-words.module.css';
import type { JoinedHour } from '../view/joined-hours.ts';
import { mayWriteAlong } from './use-save-along.ts';

interface JoinedWordsProps {
  readonly register: Register;
  readonly hour: ClassHour;
  readonly others: readonly JoinedHour[];
  /** What stands in the lesson on the screen. */
  readonly stored: Pick<Lesson, 'topic' | 'activity'>;
}

/** Where a joined class says something else, which nobody writes over unasked, and for which classes topic and activity are then. */
export function JoinedWords({ register, hour, others, stored }: JoinedWordsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [failed, setFailed] = useState<{ readonly of: JoinedHour; readonly failure: CommandFailure }>();
  if (others.length === 0) return null;
  const isOther = ({ hour: { lesson } }: JoinedHour) =>
    lesson !== undefined &&
    ((lesson.topic !== '' && lesson.topic !== stored.topic) ||
      (lesson.activity !== '' && lesson.activity !== stored.activity));
  const same = others.filter((one) => !isOther(one));
  const names = classNames([hour.schoolClass, ...same.map((one) => one.hour.schoolClass)], format);
  const writeSame = async (other: JoinedHour) => {
    const result = await writeLesson(register, other.place, stored);
    setFailed(result.ok ? undefined : { of: other, failure: result.failure });
  };
  // That all classes have the same is said above, by their names: here, for which of them it is where one has something else.
  const isApart = same.length > 0 && same.length < others.length;
  return (
    <>
      {isApart && <p className={classes['words']}>{t('joined.textsInAll', { names })}</p>}
      {others.filter(isOther).map((other) => {
        const name = className(other.hour.schoolClass);
        const { topic = '', activity = '' } = other.hour.lesson ?? {};
        return (
          <p key={other.place.schoolClass} className={classes['words']}>
            {t('joined.otherText', {
              name,
              text: [topic, activity].filter((said) => said !== '').join(' · '),
            })}
            {mayWriteAlong(other) && (
              <Button size="compact-xs" variant="subtle" onClick={() => void writeSame(other)}>
                {t('joined.sameText', { name })}
              </Button>
            )}
          </p>
        );
      })}
      <CommandNotice
        of={failed ? hourWords(failed.of.hour, format) : ''}
        failure={failed?.failure}
        onClose={() => setFailed(undefined)}
      />
    </>
  );
}
