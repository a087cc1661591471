import type { TFunction } from 'i18next';
import { WHOLE_CLASS } from '../../../domain/school/hour-place.ts';
import { isReligionGroup } from '../../../domain/school/who/religion-groups.ts';

/** The whole class, a group of it, or a group of the religion hour: by the code under which its lessons stand. */
export interface ClassPart {
  readonly group: string;
  /** Of a group that the class is split into. */
  readonly name?: string | undefined;
  /** Of the whole class in its hour of religion: those who attend it. */
  readonly isAttending?: true;
}

/** The part of a class whose lesson it is: a group by its name, those of the religion hour by what they do in it (D204). */
export function partText({ group, name, isAttending }: ClassPart, t: TFunction): string {
  if (isAttending) return t('lesson.part.attending');
  if (group === WHOLE_CLASS) return t('lesson.part.whole');
  if (isReligionGroup(group)) return t(`lesson.part.${group}`);
  return t('lesson.part.group', { name: name ?? group });
}
