import type { TFunction } from 'i18next';
import { className, type SchoolClass } from '../../domain/records/class.ts';

/** A class's name among others: with its site, and with its level where another class has the same name (1A of two schools in one). */
export function classLabel(schoolClass: SchoolClass, among: readonly SchoolClass[], t: TFunction): string {
  const name = className(schoolClass);
  const namesakes = among.filter((other) => other.id !== schoolClass.id && className(other) === name);
  const levelTells = namesakes.some((other) => other.level !== schoolClass.level);
  const own = levelTells ? `${name} ${t(`common.levelShort.${schoolClass.level}`)}` : name;
  return schoolClass.site ? `${own} · ${schoolClass.site}` : own;
}
