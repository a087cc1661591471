import type { TFunction } from 'i18next';
import { className, classNameAmong, type SchoolClass } from '../../domain/kinds/class/record.ts';

/** A class's name among others, in the language of the page. */
export function classLabel(schoolClass: SchoolClass, among: readonly SchoolClass[], t: TFunction): string {
  return classNameAmong(schoolClass, among, {
    primary: t('common.levelShort.primary'),
    lowerSecondary: t('common.levelShort.lowerSecondary'),
    upperSecondary: t('common.levelShort.upperSecondary'),
  });
}

/** The classes of one lesson in a row of a list: 3A + 3B. */
export function joinedName(classes: readonly SchoolClass[]): string {
  return classes.map(className).join(' + ');
}
