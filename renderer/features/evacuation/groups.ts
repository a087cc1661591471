import type { TFunction } from 'i18next';
import { listName } from '../../../domain/kinds/person/record.ts';
import { elsewhereText } from '../../kinds/presence-elsewhere/elsewhere-text.ts';
import type { Format } from '../../i18n/format.ts';
import type { EvacuationClass, EvacuationPupil } from './view.ts';

/** The groups of a list, those to be counted at the assembly point first. */
export const GROUPS = ['inClass', 'outOfClass', 'left', 'absent'] as const;

/** The pupils of a group. */
export function pupilsIn(
  { pupils }: Pick<EvacuationClass, 'pupils'>,
  group: (typeof GROUPS)[number],
): readonly EvacuationPupil[] {
  return pupils.filter(({ where }) => where === group);
}

/** A name; with the birth date where two of the class have the same. */
export function nameOf(
  { person }: EvacuationPupil,
  { pupils }: Pick<EvacuationClass, 'pupils'>,
  format: Format,
): string {
  const name = listName(person);
  const isShared = pupils.some((other) => other.person.id !== person.id && listName(other.person) === name);
  return isShared && person.birthDate !== undefined
    ? `${name} (${format.numericDay(person.birthDate)})`
    : name;
}

/** What is to be known of somebody who is not in class: where, since when, or when they are expected. */
export function stateOf(
  { where, time, out }: EvacuationPupil,
  t: TFunction,
  format: Format,
): string | undefined {
  if (where === 'outOfClass') return out ? elsewhereText(out, t, format) : t('evacuation.outUnknown');
  if (time === undefined) return undefined;
  return t(where === 'left' ? 'evacuation.leftAt' : 'evacuation.comesAt', { time: format.clock(time) });
}
