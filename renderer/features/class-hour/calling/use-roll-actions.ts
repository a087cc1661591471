import type { TFunction } from 'i18next';
import { useDeclareActions } from '../../../ui/actions/actions.ts';
import { KEYS } from '../../../ui/actions/keys.ts';

interface RollActs {
  readonly pupils: number;
  readonly readOnly: boolean;
  readonly whyUnconfirmed: string | undefined;
  /** What an undo would take back: `here`, where there is something. */
  readonly nextUndo: { readonly kind: string };
  confirm(): void;
  undo(): void;
  find(): void;
}

/** What can be done in a roll, for keys and palette; of a roll that is called with others they declare what is of all. */
export function useRollActions(acts: RollActs, isAmongOthers: boolean, t: TFunction): void {
  const { pupils, readOnly, whyUnconfirmed, nextUndo } = acts;
  useDeclareActions([
    ...(pupils === 0 || isAmongOthers
      ? []
      : [
          {
            id: 'confirm-roll',
            label: t('classHour.roll.confirm'),
            keywords: t('classHour.wordsForConfirm'),
            keys: KEYS.confirm,
            ...(whyUnconfirmed === undefined ? {} : { whyNot: whyUnconfirmed }),
            run: acts.confirm,
          },
          ...(!readOnly && nextUndo.kind === 'here'
            ? [
                {
                  id: 'undo-mark',
                  label: t('shell.keys.undo'),
                  keywords: t('classHour.wordsForUndo'),
                  keys: KEYS.undo,
                  run: acts.undo,
                },
              ]
            : []),
        ]),
    ...(isAmongOthers
      ? []
      : [
          {
            id: 'find-pupil',
            label: t('classHour.roll.search'),
            keywords: t('classHour.wordsForFind'),
            keys: KEYS.find,
            otherKeys: KEYS.findToo,
            everywhere: true,
            run: acts.find,
          },
        ]),
  ]);
}
