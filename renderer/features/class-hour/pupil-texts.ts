import type { TFunction } from 'i18next';
import type { LocalTime } from '../../../domain/base/ids.ts';
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
  if (mark === 'absent' && state.entry !== undefined)
    return t('classHour.roll.absentUntil', { time: format.clock(state.entry) });
  if (mark === 'present' && state.exit !== undefined)
    return t('classHour.roll.presentUntil', { time: format.clock(state.exit) });
  return t(`classHour.roll.state.${mark}`);
}

/**
 * Entry and exit of the day that the mark of this hour does not say: a pupil who came late in an earlier hour is present in this one,
 * one who comes later is absent.
 */
export function otherTimes(
  { mark, state, earlier }: PupilHour,
  span: { readonly start: LocalTime; readonly end: LocalTime },
  t: TFunction,
  format: Format,
): readonly string[] {
  const { entry, exit } = state;
  const texts: string[] = [];
  if (entry !== undefined && mark !== 'late') {
    const time = format.clock(entry);
    // Beside the letter of the hour of entry the time alone is enough.
    if (earlier.some((hour) => hour.mark === 'late')) texts.push(time);
    else texts.push(t(entry >= span.end ? 'classHour.roll.enters' : 'classHour.roll.entered', { time }));
  }
  if (exit !== undefined && mark !== 'exited')
    texts.push(t('classHour.roll.leaves', { time: format.clock(exit) }));
  return texts;
}

/** All that a pupil's row says in colours and letters, in words: the state now, then the marks of earlier hours. */
export function pupilStates(pupil: PupilHour, t: TFunction, format: Format): string {
  const earlier = pupil.earlier
    .filter(({ mark }) => mark !== 'present')
    .map(({ hour, mark }) =>
      t('classHour.roll.earlierAt', { hour: format.hour(hour), state: t(`classHour.roll.state.${mark}`) }),
    );
  const { entry } = pupil.state;
  const came =
    entry !== undefined && pupil.mark !== 'late' && pupil.mark !== 'absent'
      ? [t('classHour.roll.entered', { time: format.clock(entry) })]
      : [];
  return [stateText(pupil, t, format), ...came, ...earlier].join('; ');
}

/** Keys of the pupils who share surname and given name with another one of the class. */
export function homonyms(pupils: readonly PupilHour[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const { person } of pupils) seen.set(listName(person), (seen.get(listName(person)) ?? 0) + 1);
  return new Set(pupils.filter((p) => (seen.get(listName(p.person)) ?? 0) > 1).map((p) => p.person.id));
}
