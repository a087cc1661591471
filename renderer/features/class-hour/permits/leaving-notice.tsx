import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../domain/base/ids.ts';
import { listName } from '../../../../domain/kinds/person/record.ts';
import type { PupilHour } from '../view/class-hour.ts';
import type { Comings } from '../view/comings.ts';
import classes from './permits.module.css';

interface LeavingNoticeProps {
  /** Whose time is being typed, and of which mark. */
  readonly editing: { readonly pupil: PersonId; readonly mark: 'late' | 'exited' } | undefined;
  readonly pupils: readonly PupilHour[];
  readonly comings: Comings | undefined;
}

/** With whom a minor leaves, while the exit is being marked: the parents, and those in the list, by name and document (D91). */
export function LeavingNotice({ editing, pupils, comings }: LeavingNoticeProps) {
  const { t } = useTranslation();
  const pupil = editing?.mark === 'exited' ? editing.pupil : undefined;
  const person = pupils.find((each) => each.person.id === pupil)?.person;
  const delegates = pupil === undefined ? undefined : comings?.delegatesOf.get(pupil);
  const isTold = person !== undefined && delegates !== undefined;
  const others = delegates
    ?.map(({ name, document }) => t('classHour.permits.delegate', { name, document }))
    .join('; ');
  return (
    <p className={classes['leaving']} role="status" data-empty={!isTold || undefined}>
      {isTold &&
        [
          t('classHour.permits.minor', { name: listName(person) }),
          others === undefined || others === ''
            ? t(`classHour.permits.${comings?.isHeld === true ? 'noDelegates' : 'delegatesUnknown'}`)
            : t('classHour.permits.delegates', { names: others }),
        ].join(' ')}
    </p>
  );
}
