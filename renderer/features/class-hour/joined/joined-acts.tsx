import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../domain/base/ids.ts';
import { schoolDayAndTime } from '../../../../domain/base/local-date.ts';
import { className } from '../../../../domain/kinds/class/record.ts';
import type { Register } from '../../../data/register.ts';
import { askClassAct, type ClassAct } from '../../../hosts/class-acts/class-act.ts';
import { useViewValue } from '../../../ui/use-view.ts';
import type { RollHandle } from '../calling/roll-handle.ts';
import { ActsMenu, type OfferedAct } from '../several/acts-menu.tsx';
import { SeveralDialog } from '../several/several-dialog.tsx';
import { limitsAt } from '../time/limits-at.ts';
import type { JoinedHour } from '../view/joined-hours.ts';
import { keepsClasses } from '../view/keeps-class.ts';
import { isRollClosed } from '../words/closed-text.ts';

interface JoinedActsProps {
  readonly register: Register;
  readonly rolls: readonly JoinedHour[];
  readonly handleOf: (at: number) => RollHandle | undefined;
}

/** What is written of several pupils of joined classes in one act: late or leaving of all of them, the rest of each class, which it names. */
export function JoinedActs({ register, rolls, handleOf }: JoinedActsProps) {
  const { t } = useTranslation();
  const keeps = useViewValue(keepsClasses, register);
  const [isMarking, setMarking] = useState(false);
  const rights = rolls.map(({ place }) => keeps?.(place));
  const writable = rolls.filter(
    ({ hour }, at) => rights[at]?.keeps === true && !isRollClosed(hour) && hour.pupils.length > 0,
  );
  const ofClass = (act: ClassAct['act'], at: number, label: string, keywords: string): OfferedAct[] => {
    const roll = rolls[at];
    if (!roll) return [];
    const { place, hour } = roll;
    const ask = () =>
      askClassAct({
        act,
        place,
        pupils: [],
        onDone: (done) => handleOf(at)?.note(done),
        onClose: () => handleOf(at)?.focus(),
      });
    const name = className(hour.schoolClass);
    return [{ id: `${act} ${place.schoolClass}`, label: `${label} · ${name}`, keywords, run: ask }];
  };
  const offered = [
    ...rights.flatMap((right, at) =>
      right?.keeps === true ? ofClass('outOfClass', at, t('outOfClass.open'), t('outOfClass.words')) : [],
    ),
    ...(writable.length === 0
      ? []
      : [
          {
            id: 'mark-several',
            label: t('several.open'),
            keywords: t('several.words'),
            run: () => setMarking(true),
          },
        ]),
    ...rights.flatMap((right, at) =>
      right?.grants === true ? ofClass('permit', at, t('permits.open'), t('permits.words')) : [],
    ),
  ];
  const [first] = writable;
  const rollOf = (pupil: PersonId | undefined) =>
    rolls.findIndex(({ hour }) => hour.pupils.some(({ person }) => person.id === pupil));
  return (
    <>
      <ActsMenu offered={offered} />
      {isMarking && first && (
        <SeveralDialog
          register={register}
          rolls={writable.map(({ place, hour }) => ({ place, pupils: hour.pupils }))}
          limits={limitsAt(first.hour, first.place.day, schoolDayAndTime(register.now()))}
          justifies={rolls.every((roll, at) => !writable.includes(roll) || rights[at]?.justifies === true)}
          // One act, and one way back: it stands with the pupil that comes first.
          onDone={(done) => handleOf(rollOf(done.pupils[0]))?.note(done)}
          onClose={() => {
            setMarking(false);
            handleOf(0)?.focus();
          }}
        />
      )}
    </>
  );
}
