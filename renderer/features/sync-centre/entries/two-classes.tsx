import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClassId } from '../../../../domain/base/ids.ts';
import type { ConflictNotice } from '../../../../domain/kinds/conflict-notice/record.ts';
import type { Register } from '../../../data/register.ts';
import type { CommandFailure } from '../../../data/commands/outcome.ts';
import { classLabel } from '../../../i18n/class-label.ts';
import type { InTwoClasses, Words } from '../../../kinds/words.ts';
import { markConflictSeen } from '../../../kinds/conflict-notice/commands.ts';
import { FailureLine } from './failure-line.tsx';
import { OpenHour } from './open-hour.tsx';
import classes from './sync-centre.module.css';

interface TwoClassesProps {
  readonly register: Register;
  readonly notice: ConflictNotice;
  readonly words: Words;
  readonly announce: (text: string) => void;
  readonly inTwoClasses: InTwoClasses;
}

/** Something of mine in two classes at one hour (D17): both stand, and I alone know which one is a slip, if one is. */
export function TwoClasses({ register, notice, words, announce, inTwoClasses }: TwoClassesProps) {
  const { t } = useTranslation();
  const { format, index } = words;
  const [failure, setFailure] = useState<CommandFailure>();
  const { class: here, otherClass: there, day, hour } = notice;
  if (here === undefined || there === undefined || day === undefined || hour === undefined) return null;

  const nameOf = (id: ClassId) => {
    const found = index?.schoolClass(id);
    return found ? classLabel(found, index?.classes() ?? [], t) : t('entry.someClass');
  };
  const told = inTwoClasses.told(words, { first: nameOf(there), second: nameOf(here), hour });
  const withdraw = async (schoolClass: ClassId) => {
    const result = await inTwoClasses.withdraw(register, { day, schoolClass, hour });
    setFailure(result.ok ? undefined : result.failure);
    if (!result.ok) return;
    await markConflictSeen(register, notice);
    announce(inTwoClasses.saidOnceWithdrawn(words, nameOf(schoolClass)));
  };
  const keep = async () => {
    const result = await markConflictSeen(register, notice);
    if (result.ok) announce(told.kept);
  };
  return (
    <li className={classes['withActions']}>
      <div className={classes['body']}>
        <span className={classes['what']}>{told.what}</span>
        <span className={classes['where']}>{format.longDay(day)}</span>
        <span className={classes['when']}>{told.why}</span>
        <FailureLine failure={failure} />
      </div>
      <div className={classes['actions']}>
        {[there, here].map((id) => (
          <Button key={id} size="xs" variant="default" onClick={() => void withdraw(id)}>
            {t('sync.conflicts.withdraw', { name: nameOf(id) })}
          </Button>
        ))}
        {[there, here].map((id) => (
          <OpenHour key={id} place={{ day, schoolClass: id, hour }} name={nameOf(id)} />
        ))}
        <Button size="xs" variant="subtle" onClick={() => void keep()}>
          {t('sync.conflicts.isRight')}
        </Button>
      </div>
    </li>
  );
}
