import type { TFunction } from 'i18next';
import { SCHOOL_LEVELS, type SchoolLevel } from '../../domain/kinds/school/record.ts';

/** A class as a list offers it. */
export interface ClassOption {
  readonly value: string;
  readonly label: string;
}

/** The classes of a list to choose from: under the names of their levels where there are several, as the tiles show them. */
export function classOptions<C extends { readonly level: SchoolLevel }>(
  classes: readonly C[],
  optionOf: (schoolClass: C) => ClassOption,
  t: TFunction,
): (ClassOption | { group: string; items: ClassOption[] })[] {
  const levels = SCHOOL_LEVELS.filter((level) => classes.some((each) => each.level === level));
  if (levels.length < 2) return classes.map(optionOf);
  return levels.map((level) => ({
    group: t(`common.level.${level}`),
    items: classes.filter((each) => each.level === level).map(optionOf),
  }));
}
