import type { TFunction } from 'i18next';
import { isReligionGroup } from '../../../../domain/school/who/religion-groups.ts';
import { WHOLE_CLASS } from '../../../../domain/school/hour-place.ts';
import type { ClassPart } from '../view/class-hour.ts';

/** The part of a class whose lesson it is: a group by its name, those of the religion hour by what they do in it (D204). */
export function partText({ group, name, isAttending }: ClassPart, t: TFunction): string {
  if (isAttending) return t('classHour.part.attending');
  if (group === WHOLE_CLASS) return t('classHour.part.whole');
  if (isReligionGroup(group)) return t(`classHour.part.${group}`);
  return t('classHour.part.group', { name: name ?? group });
}
