import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { Register } from '../../data/register.ts';
import type { DoneAct } from '../../hosts/class-acts/class-act.ts';
import { usePupilNames } from '../../hosts/pupils/use-pupil-names.ts';
import { useFormat } from '../../i18n/format.ts';
import { Chip } from '../../ui/marks/chip.tsx';
import { columnsOf, type Columns } from '../../ui/table/features.ts';
import { PermitActs } from './permit-acts.tsx';
import type { ClassPermits, PermitLine } from './view.ts';

const make = columnsOf<PermitLine>();
const TONES = {
  asked: 'warn',
  tooLate: 'neutral',
  granted: 'ok',
  refused: 'neutral',
  withdrawn: 'neutral',
} as const;

/** Where a permit is; of a request that nobody decided on before its day was over, that it is too late. */
function standingOf({ state, isOver }: PermitLine): keyof typeof TONES {
  return state === 'asked' && isOver ? 'tooLate' : state;
}

/** What the list of permits says of each, and what can be done about it. */
export function usePermitColumns(
  register: Register,
  place: HourPlace,
  shown: ClassPermits | undefined,
  onDone: (done: DoneAct) => void,
): Columns<PermitLine> {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = usePupilNames(register, place.schoolClass);
  const overUsual = shown?.overUsual;
  const mayGrant = shown?.mayGrant === true;
  return useMemo(
    () =>
      make.columns([
        make.display({
          id: 'who',
          header: t('permits.who'),
          meta: { isRowHeader: true },
          cell: ({ row: { original } }) => {
            const over = overUsual?.get(original.person.id);
            return (
              <>
                {nameOf(original.person)}
                {over !== undefined && <small> · {t('permits.overUsualBrief', { count: over })}</small>}
              </>
            );
          },
        }),
        make.display({
          id: 'when',
          header: t('permits.when'),
          cell: ({ row: { original } }) => {
            const { day, move } = original.permit;
            const time = original.request?.time;
            return [
              format.shortDay(day),
              ...(time === undefined ? [] : [t(`permits.said.${move}`, { time: format.clock(time) })]),
            ].join(' · ');
          },
        }),
        make.display({
          id: 'why',
          header: t('permits.why'),
          cell: ({ row: { original } }) => {
            const { request, collector } = original;
            return [
              ...(request?.reason === undefined ? [] : [t(`justification.reason.${request.reason}`)]),
              ...(request?.text === undefined ? [] : [request.text]),
              ...(collector
                ? [t('permits.delegate', { name: collector.name, document: collector.document })]
                : []),
            ].join(' · ');
          },
        }),
        make.display({
          id: 'state',
          header: t('permits.state'),
          cell: ({ row: { original } }) => (
            <Chip tone={TONES[standingOf(original)]}>
              {[
                t(`permits.states.${standingOf(original)}`),
                ...(original.decision?.text === undefined ? [] : [original.decision.text]),
              ].join(': ')}
            </Chip>
          ),
        }),
        ...(mayGrant
          ? [
              make.display({
                id: 'acts',
                header: t('permits.acts'),
                meta: { hasControls: true },
                cell: ({ row }) => (
                  <PermitActs register={register} place={place} line={row.original} onDone={onDone} />
                ),
              }),
            ]
          : []),
      ]),
    [t, format, nameOf, overUsual, mayGrant, register, place, onDone],
  );
}
