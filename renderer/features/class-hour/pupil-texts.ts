import type { TFunction } from 'i18next';
import { listName } from '../../../domain/records/person.ts';
import type { Format } from '../../i18n/format.ts';
import type { PupilHour } from '../../data/register.ts';

/** How a pupil stands in this hour, in words. */
export function stateText(pupil: PupilHour, t: TFunction, format: Format): string {
  const { mark, state, shortLate } = pupil;
  if (mark === 'late' && state.entry !== undefined) {
    const time = format.clock(state.entry);
    return shortLate ? t('classHour.roll.shortLateAt', { time }) : t('classHour.roll.lateAt', { time });
  }
  if (mark === 'exited' && state.exit !== undefined)
    return t('classHour.roll.exitedAt', { time: format.clock(state.exit) });
  return t(`classHour.roll.state.${mark}`);
}

/** All that a pupil's row says in colours and letters, in words: the state now, then the marks of earlier hours. */
export function pupilStates(pupil: PupilHour, t: TFunction, format: Format): string {
  const earlier = pupil.earlier
    .filter(({ mark }) => mark !== 'present')
    .map(({ hour, mark }) =>
      t('classHour.roll.earlierAt', { hour: format.hour(hour), state: t(`classHour.roll.state.${mark}`) }),
    );
  return [stateText(pupil, t, format), ...earlier].join('; ');
}

/** Keys of the pupils who share surname and given name with another one of the class. */
export function homonyms(pupils: readonly PupilHour[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const { person } of pupils) seen.set(listName(person), (seen.get(listName(person)) ?? 0) + 1);
  return new Set(pupils.filter((p) => (seen.get(listName(p.person)) ?? 0) > 1).map((p) => p.person.id));
}
