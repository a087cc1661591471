import { useTranslation } from 'react-i18next';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { Register } from '../../../data/register.ts';
import { ActsMenu } from './acts-menu.tsx';
import { SeveralDialog } from './several-dialog.tsx';
import type { TimeLimits } from '../time/typed-time.ts';
import type { PupilHour } from '../view/class-hour.ts';
import type { ClassActs } from './use-class-acts.ts';

interface ClassActsMenuProps {
  readonly register: Register;
  readonly place: HourPlace;
  readonly acts: ClassActs;
  readonly pupils: readonly PupilHour[];
  readonly limits: TimeLimits;
  /** The roll of the hour cannot be written: then nobody is marked in it. */
  readonly readOnly: boolean;
}

/** What is written of several pupils in one act, in the header of the class and in the palette. */
export function ClassActsMenu({ register, place, acts, pupils, limits, readOnly }: ClassActsMenuProps) {
  const { t } = useTranslation();
  const offered = [
    ...(acts.keeps
      ? [
          {
            id: 'out-of-class',
            label: t('outOfClass.open'),
            keywords: t('outOfClass.words'),
            run: () => acts.ask('outOfClass', []),
          },
        ]
      : []),
    ...(!acts.keeps || readOnly || pupils.length === 0
      ? []
      : [
          {
            id: 'mark-several',
            label: t('several.open'),
            keywords: t('several.words'),
            run: acts.markSeveral,
          },
        ]),
    ...(acts.grants
      ? [
          {
            id: 'grant-permit',
            label: t('permits.open'),
            keywords: t('permits.words'),
            run: () => acts.ask('permit', []),
          },
        ]
      : []),
  ];
  return (
    <>
      <ActsMenu offered={offered} />
      {acts.isMarkingSeveral && (
        <SeveralDialog
          register={register}
          rolls={[{ place, pupils }]}
          limits={limits}
          justifies={acts.justifies}
          onDone={acts.done}
          onClose={acts.closeSeveral}
        />
      )}
    </>
  );
}
