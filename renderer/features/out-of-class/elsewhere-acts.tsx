import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { CommandFailure } from '../../data/commands/outcome.ts';
import type { Register } from '../../data/register.ts';
import { askClassAct, type DoneAct } from '../../hosts/class-acts/class-act.ts';
import { CommandNotice } from '../../hosts/command-notice.tsx';
import { usePupilNames } from '../../hosts/pupils/use-pupil-names.ts';
import { restoreElsewhere, withdrawElsewhere } from '../../kinds/presence-elsewhere/commands.ts';
import classes from './out-of-class.module.css';
import type { ElsewhereLine } from './view.ts';

interface ElsewhereActsProps {
  readonly register: Register;
  readonly line: ElsewhereLine;
  readonly place: HourPlace;
  readonly onDone: (done: DoneAct) => void;
}

/** What can be done about one time elsewhere: change it, or take it back, which can be taken back in turn. */
export function ElsewhereActs({ register, line, place, onDone }: ElsewhereActsProps) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<CommandFailure>();
  const { record, person } = line;
  const name = usePupilNames(register, place.schoolClass)(person);
  const withdraw = async () => {
    const result = await withdrawElsewhere(register, record);
    setFailure(result.ok ? undefined : result.failure);
    if (!result.ok) return;
    const said = t('outOfClass.withdrawn', { names: name });
    onDone({ pupils: [person.id], said, undo: () => restoreElsewhere(register, record) });
  };
  if (line.closed === 'all') return null;
  return (
    <span className={classes['acts']}>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('outOfClass.changeOf', { name })}
        onClick={() => askClassAct({ act: 'outOfClass', place, pupils: [person.id], known: record, onDone })}
      >
        {t('outOfClass.change')}
      </Button>
      {line.closed === undefined && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('outOfClass.withdrawOf', { name })}
          onClick={() => void withdraw()}
        >
          {t('outOfClass.withdraw')}
        </Button>
      )}
      <CommandNotice of={name} failure={failure} onClose={() => setFailure(undefined)} />
    </span>
  );
}
