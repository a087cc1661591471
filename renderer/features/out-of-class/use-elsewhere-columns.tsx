import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { Register } from '../../data/register.ts';
import type { DoneAct } from '../../hosts/class-acts/class-act.ts';
import { usePupilNames } from '../../hosts/pupils/use-pupil-names.ts';
import { useFormat } from '../../i18n/format.ts';
import { partText } from '../../kinds/presence-elsewhere/elsewhere-text.ts';
import { columnsOf, type Columns } from '../../ui/table/features.ts';
import { daysText } from './days-text.ts';
import { ElsewhereActs } from './elsewhere-acts.tsx';
import type { ElsewhereLine } from './view.ts';

const make = columnsOf<ElsewhereLine>();

/** What the list of those out of class says of each, and what can be done about it. */
export function useElsewhereColumns(
  register: Register,
  place: HourPlace,
  mayWrite: boolean,
  onDone: (done: DoneAct) => void,
): Columns<ElsewhereLine> {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = usePupilNames(register, place.schoolClass);
  return useMemo(
    () =>
      make.columns([
        make.display({
          id: 'who',
          header: t('outOfClass.who'),
          meta: { isRowHeader: true },
          cell: ({ row }) => nameOf(row.original.person),
        }),
        make.display({
          id: 'when',
          header: t('outOfClass.when'),
          cell: ({ row: { original } }) =>
            [
              daysText(original.record, t, format),
              partText(original.record.during, t, format),
              ...(original.isOver ? [t('outOfClass.over')] : []),
              ...(original.closed ? [t(`outOfClass.closed.${original.closed}`)] : []),
            ].join(' · '),
        }),
        make.display({
          id: 'what',
          header: t('outOfClass.what'),
          cell: ({ row: { original } }) =>
            [t(`presenceElsewhere.${original.record.elsewhereType}`), original.record.whereabouts]
              .filter((text) => text !== '')
              .join(' · '),
        }),
        ...(mayWrite
          ? [
              make.display({
                id: 'acts',
                header: t('outOfClass.acts'),
                meta: { hasControls: true },
                cell: ({ row }) => (
                  <ElsewhereActs register={register} line={row.original} place={place} onDone={onDone} />
                ),
              }),
            ]
          : []),
      ]),
    [t, format, nameOf, mayWrite, register, place, onDone],
  );
}
