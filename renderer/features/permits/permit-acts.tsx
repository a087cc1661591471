import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { CommandFailure, CommandResult } from '../../data/commands/outcome.ts';
import type { Register } from '../../data/register.ts';
import type { DoneAct } from '../../hosts/class-acts/class-act.ts';
import { CommandNotice } from '../../hosts/command-notice.tsx';
import { usePupilNames } from '../../hosts/pupils/use-pupil-names.ts';
import { grantPermit, refusePermit, takeGrantBack } from '../../kinds/permit/commands.ts';
import classes from './permits.module.css';
import { RefuseDialog } from './refuse-dialog.tsx';
import type { PermitLine } from './view.ts';

interface PermitActsProps {
  readonly register: Register;
  readonly place: HourPlace;
  readonly line: PermitLine;
  readonly onDone: (done: DoneAct) => void;
}

/** What can be done about a permit before its day is over: decide on one that is asked for, or take one's own decision back. */
export function PermitActs({ register, place, line, onDone }: PermitActsProps) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<CommandFailure>();
  const [isRefusing, setRefusing] = useState(false);
  const { permit, person, state, request, isMine, isOver } = line;
  const name = usePupilNames(register, place.schoolClass)(person);
  const { day, move, pupil } = permit;
  const of = { day, move, pupil, schoolClass: place.schoolClass };
  const back = () => takeGrantBack(register, of);
  const settle = (result: CommandResult, said: string) => {
    setFailure(result.ok ? undefined : result.failure);
    if (result.ok) onDone({ pupils: [pupil], said, undo: back });
    return result.ok;
  };
  const failed = <CommandNotice of={name} failure={failure} onClose={() => setFailure(undefined)} />;
  return (
    <span className={classes['acts']}>
      {state === 'asked' && request && !isOver && (
        <>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('permits.grantOf', { name })}
            onClick={() =>
              void grantPermit(register, { ...of, request }).then((result) =>
                settle(result, t('permits.granted', { name })),
              )
            }
          >
            {t('permits.grantIt')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('permits.refuseOf', { name })}
            onClick={() => setRefusing(true)}
          >
            {t('permits.refuse')}
          </Button>
        </>
      )}
      {state !== 'asked' && isMine && !isOver && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('permits.takeBackOf', { name })}
          onClick={() => void back().then((result) => setFailure(result.ok ? undefined : result.failure))}
        >
          {t('permits.takeBack')}
        </Button>
      )}
      {!isRefusing && failed}
      {isRefusing && request && (
        <RefuseDialog
          onRefuse={async (text) =>
            settle(await refusePermit(register, { ...of, request }, text), t('permits.refused', { name }))
          }
          failure={failed}
          onClose={() => {
            setFailure(undefined);
            setRefusing(false);
          }}
        />
      )}
    </span>
  );
}
