import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../domain/base/ids.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import type { Register } from '../../../data/register.ts';
import { askClassAct, type ClassAct, type DoneAct } from '../../../hosts/class-acts/class-act.ts';
import { sayWhyNot } from '../../../ui/notice/why-not.ts';
import { useViewValue } from '../../../ui/use-view.ts';
import { keepsClass } from '../view/keeps-class.ts';

interface ClassActsOptions {
  readonly register: Register;
  readonly place: HourPlace;
  /** The hours of classes called together that one keeps. */
  readonly kept: readonly HourPlace[];
  /** Remembers an act, so that the undo of the roll takes it back in its turn. */
  readonly rollCall: { note(done: DoneAct): void };
  readonly announce: (text: string) => void;
  readonly focus: () => void;
}

/** What is asked in dialogs about pupils of the roll. */
export interface ClassActs {
  /** Whoever stands in marks the roll of the hour alone. */
  readonly keeps: boolean;
  readonly justifies: boolean;
  readonly grants: boolean;
  readonly isMarkingSeveral: boolean;
  /** Opens a dialog that any section of the class may open. */
  ask(act: ClassAct['act'], pupils: readonly PersonId[]): void;
  markSeveral(): void;
  done(done: DoneAct): void;
  closeSeveral(): void;
}

/** Opens the dialogs about pupils of the roll: what is done there is taken back by the roll's own undo, in its turn. */
export function useClassActs(options: ClassActsOptions): ClassActs {
  const { register, place, kept, rollCall, announce, focus } = options;
  const { t } = useTranslation();
  const known = useViewValue(keepsClass, register, place);
  const [isMarkingSeveral, setMarkingSeveral] = useState(false);
  const { keeps = false, justifies = false, grants = false, closed } = known ?? {};
  const { note } = rollCall;
  return useMemo(() => {
    const done = (act: DoneAct) => {
      note(act);
      announce(act.said);
    };
    return {
      keeps,
      justifies,
      grants,
      isMarkingSeveral,
      ask(act, pupils) {
        if (closed !== undefined) return sayWhyNot(t(`common.refusal.${closed}`));
        if (act === 'outOfClass' && !keeps) return sayWhyNot(t('several.notYours'));
        const along = kept.filter(({ schoolClass }) => schoolClass !== place.schoolClass);
        askClassAct({ act, place, along, pupils, onDone: done, onClose: focus });
      },
      markSeveral: () => setMarkingSeveral(true),
      done,
      closeSeveral() {
        setMarkingSeveral(false);
        focus();
      },
    };
  }, [announce, closed, focus, grants, isMarkingSeveral, justifies, keeps, kept, note, place, t]);
}
