import { classNameAmong, type SchoolClass } from '../../domain/kinds/class/record.ts';
import type { SchoolSnapshot } from './school-snapshots.ts';

/** As Italian schools shorten them: these names stand on letters and in lists of the office. */
const LEVELS = { primary: 'prim.', lowerSecondary: 'sec.', upperSecondary: 'sup.' } as const;

/** The name of a class among those of its school: two of one name are told apart. */
export function classNameIn({ classes }: Pick<SchoolSnapshot, 'classes'>, schoolClass: SchoolClass): string {
  return classNameAmong(schoolClass, classes.values(), LEVELS);
}
