import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../domain/base/ids.ts';
import { schoolDayAndTime } from '../../../../domain/base/local-date.ts';
import type { Register } from '../../../data/register.ts';
import { askClassAct, type ClassAct, type DoneAct } from '../../../hosts/class-acts/class-act.ts';
import { joinedName } from '../../../i18n/class-label.ts';
import type { RollHandle } from '../calling/roll-handle.ts';
import { ActsMenu, type OfferedAct } from '../several/acts-menu.tsx';
import { SeveralDialog } from '../several/several-dialog.tsx';
import { limitsAt } from '../time/limits-at.ts';
import type { JoinedHour } from '../view/joined-hours.ts';
import type { KeepsClass } from '../view/keeps-class.ts';
import { isRollClosed } from '../words/closed-text.ts';

interface JoinedActsProps {
  readonly register: Register;
  readonly rolls: readonly JoinedHour[];
  /** What one may do about each of the classes. */
  readonly rights: readonly (KeepsClass | undefined)[];
  readonly handleOf: (at: number) => RollHandle | undefined;
}

/** What is written of several pupils of joined classes in one act: each of all pupils of whom one may write it. */
export function JoinedActs({ register, rolls, rights, handleOf }: JoinedActsProps) {
  const { t } = useTranslation();
  const [isMarking, setMarking] = useState(false);
  const writable = rolls.filter(
    ({ hour }, at) => rights[at]?.keeps === true && !isRollClosed(hour) && hour.pupils.length > 0,
  );
  const rollOf = (pupil: PersonId | undefined) =>
    rolls.findIndex(({ hour }) => hour.pupils.some(({ person }) => person.id === pupil));
  // One act, and one way back: it stands with the pupil that comes first.
  const note = (done: DoneAct) => handleOf(rollOf(done.pupils[0]))?.note(done);
  /** An act about the pupils of all classes of which one may do it; named where it is not all of them. */
  const ofThose = (act: ClassAct['act'], may: 'keeps' | 'grants', words: Omit<OfferedAct, 'run'>) => {
    const those = rolls.filter((_, at) => rights[at]?.[may] === true);
    const [of, ...along] = those.map(({ place }) => place);
    if (!of) return [];
    const names = joinedName(those.map(({ hour }) => hour.schoolClass));
    const label = those.length === rolls.length ? words.label : `${words.label} · ${names}`;
    const onClose = () => handleOf(0)?.focus();
    const run = () => askClassAct({ act, place: of, along, pupils: [], onDone: note, onClose });
    return [{ ...words, label, run }];
  };
  const offered: OfferedAct[] = [
    ...ofThose('outOfClass', 'keeps', {
      id: 'out-of-class',
      label: t('outOfClass.open'),
      keywords: t('outOfClass.words'),
    }),
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
    ...ofThose('permit', 'grants', {
      id: 'grant-permit',
      label: t('permits.open'),
      keywords: t('permits.words'),
    }),
  ];
  const [first] = writable;
  return (
    <>
      <ActsMenu offered={offered} />
      {isMarking && first && (
        <SeveralDialog
          register={register}
          rolls={writable.map(({ place, hour }) => ({ place, pupils: hour.pupils }))}
          limits={limitsAt(first.hour, first.place.day, schoolDayAndTime(register.now()))}
          justifies={rolls.every((roll, at) => !writable.includes(roll) || rights[at]?.justifies === true)}
          onDone={note}
          onClose={() => {
            setMarking(false);
            handleOf(0)?.focus();
          }}
        />
      )}
    </>
  );
}
