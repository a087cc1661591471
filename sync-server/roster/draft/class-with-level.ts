import { className, type SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { SchoolLevel } from '../../../domain/kinds/school/record.ts';
import type { Texts } from '../report/report-language.ts';

const LEVELS: Readonly<Record<SchoolLevel, Texts>> = {
  primary: { it: 'primaria', en: 'primary' },
  lowerSecondary: { it: 'secondaria di I grado', en: 'lower secondary' },
  upperSecondary: { it: 'secondaria di II grado', en: 'upper secondary' },
};

/** A class with the level of its school, as a report says it. */
export function classWithLevel(schoolClass: SchoolClass): Texts {
  const { it, en } = LEVELS[schoolClass.level];
  const name = className(schoolClass);
  return { it: `${name} (${it})`, en: `${name} (${en})` };
}
