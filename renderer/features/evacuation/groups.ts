import type { TFunction } from 'i18next';
import { listName } from '../../../domain/kinds/person/record.ts';
import { elsewhereText } from '../../kinds/presence-elsewhere/elsewhere-text.ts';
import type { Format } from '../../i18n/format.ts';
import type { EvacuationClass, EvacuationPupil } from './view/class-list.ts';

/** The groups of a list, those to be counted at the assembly point first. */
export const GROUPS = ['inClass', 'outOfClass', 'left', 'expected', 'absent'] as const;

/** The pupils of a group. */
export function pupilsIn(
  { pupils }: Pick<EvacuationClass, 'pupils'>,
  group: (typeof GROUPS)[number],
): readonly EvacuationPupil[] {
  return pupils.filter(({ where }) => where === group);
}

/** What a group is called: nobody whose roll nobody has called is said to be in class, nor anybody after the last lesson. */
export function groupTitle(
  { at, isCalled }: Pick<EvacuationClass, 'at' | 'isCalled'>,
  group: (typeof GROUPS)[number],
  t: TFunction,
): string {
  if (group !== 'inClass') return t(`evacuation.group.${group}`);
  if (at.kind === 'over') return t(`classMovement.at.${isCalled ? 'inLastLesson' : 'notAbsent'}`);
  return t(`evacuation.group.${isCalled || at.kind !== 'atSchool' ? 'inClass' : 'toCheck'}`);
}

/** How many are in class or to be checked; out of its lessons, since when the class is not there or when it comes. */
export function countText(of: EvacuationClass, name: string, t: TFunction, format: Format): string {
  const { at, pupils, isCalled, hasNoLesson } = of;
  if (at.kind !== 'atSchool') return t(`classMovement.at.${at.kind}`, { name, time: format.clock(at.time) });
  const key = hasNoLesson ? 'noLessonNow' : isCalled ? 'counts' : 'toCheck';
  return t(`evacuation.${key}`, {
    present: pupilsIn(of, 'inClass').length,
    enrolled: pupils.length,
  });
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
  { where, time, out, absentIn, isByChoice }: EvacuationPupil,
  t: TFunction,
  format: Format,
): string | undefined {
  if (where === 'outOfClass') return out ? elsewhereText(out, t, format) : t('evacuation.outUnknown');
  if (absentIn !== undefined) return t('evacuation.absentIn', { hour: format.hour(absentIn) });
  if (isByChoice === true)
    return time === undefined
      ? t('evacuation.leftByChoice')
      : t('evacuation.comesByChoice', { time: format.clock(time) });
  // When whole classes are expected stands above them.
  if (time === undefined || where === 'expected') return undefined;
  return t(where === 'left' ? 'evacuation.leftAt' : 'evacuation.comesAt', { time: format.clock(time) });
}
