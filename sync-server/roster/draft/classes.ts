import type { ClassId } from '../../../domain/base/ids.ts';
import { classId, className, nameSlug, type SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { SchoolLevel } from '../../../domain/kinds/school/record.ts';
import type { ClassName } from '../values/class-names.ts';
import type { Draft } from './draft.ts';

/** Outcome of looking for a class by name. */
export type ClassMatch =
  | { readonly kind: 'found'; readonly schoolClass: SchoolClass; readonly inferred: boolean }
  | { readonly kind: 'refused'; readonly code: 'unknownLevel' | 'ambiguousClass' };

/** The classes of one year of the draft. */
export interface Classes {
  /** The class of a name, made if it is not there yet; `age` in the year of the class helps to tell its level. */
  readonly named: (name: ClassName, age?: number) => ClassMatch;
  /** The classes that have a name already, of any level. */
  readonly namedLike: (name: ClassName) => readonly SchoolClass[];
  readonly bySourceId: (sourceId: string) => SchoolClass | undefined;
  readonly put: (
    schoolClass: Pick<SchoolClass, 'level' | 'year' | 'section'> & { readonly sourceId?: string },
  ) => SchoolClass;
}

/** Usual age, in the year a class begins, of pupils before its first year. */
const AGE_BEFORE = { primary: 5, lowerSecondary: 10, upperSecondary: 13 } as const satisfies Record<
  SchoolLevel,
  number
>;
const YEARS = { primary: 5, lowerSecondary: 3, upperSecondary: 5 } as const satisfies Record<
  SchoolLevel,
  number
>;
const TOLERANCE = 3;
const OLDEST_AT_EVENING = 75;

/** Opens the classes of a year; `levels` are those the school is known to have. */
export function createClasses(draft: Draft, startYear: number, levels: readonly SchoolLevel[]): Classes {
  const byName = new Map<string, ClassId[]>();
  const learn = (item: SchoolClass) => {
    const key = nameSlug(className(item));
    byName.set(key, [...(byName.get(key) ?? []), item.id]);
  };
  for (const item of draft.all('class')) if (item.startYear === startYear) learn(item);
  const namedLike = (name: ClassName) =>
    (byName.get(nameSlug(className(name))) ?? []).flatMap((id) => draft.get('class', id) ?? []);
  const known = () => [...byName.values()].flat().flatMap((id) => draft.get('class', id) ?? []);
  const put: Classes['put'] = ({ level, year, section, sourceId }) => {
    const there = namedLike({ year, section }).find((item) => item.level === level);
    const id = there?.id ?? classId(startYear, level, className({ year, section }));
    const before = draft.get('class', id);
    // What the school added to the class (course, site) and its way of writing the section stay.
    const source = sourceId ?? before?.sourceId;
    draft.put(
      {
        ...(before ?? { id, kind: 'class', startYear, level, year, section }),
        ...(source === undefined ? {} : { sourceId: source }),
      },
      'classes',
    );
    const saved = draft.get('class', id);
    if (!saved) throw new Error('A class that was just put is there');
    if (!before) learn(saved);
    return saved;
  };
  return {
    put,
    namedLike,
    bySourceId: (sourceId) => known().find((item) => item.sourceId === sourceId),
    named: (name, age) => {
      const { year, section, level: written } = name;
      const named = namedLike(name).filter((item) => written === undefined || item.level === written);
      const same = named.length > 1 ? named.filter((item) => levels.includes(item.level)) : named;
      const fitting = age === undefined ? same : same.filter((item) => fitsAge(item.level, year, age));
      const [only, second] = same.length > 1 ? fitting : same;
      if (only && !second) {
        draft.put(only, 'classes');
        return { kind: 'found', schoolClass: only, inferred: false };
      }
      if (same.length > 1) return { kind: 'refused', code: 'ambiguousClass' };
      const possible = levels.filter((level) => year <= YEARS[level] && (written ?? level) === level);
      const level = possible.length === 1 ? possible[0] : inferLevel(possible, year, age, known());
      if (level === undefined) return { kind: 'refused', code: 'unknownLevel' };
      const schoolClass = put({ level, year, section });
      return { kind: 'found', schoolClass, inferred: possible.length > 1 };
    },
  };
}

/** The one level that fits the pupils' age, or the only one that the year's classes have. */
function inferLevel(
  possible: readonly SchoolLevel[],
  year: number,
  age: number | undefined,
  known: readonly SchoolClass[],
): SchoolLevel | undefined {
  if (age !== undefined) {
    const fitting = possible.filter((level) => fitsAge(level, year, age));
    return fitting.toSorted(
      (a, b) => Math.abs(age - AGE_BEFORE[a] - year) - Math.abs(age - AGE_BEFORE[b] - year),
    )[0];
  }
  const levels = new Set(known.map((item) => item.level));
  const [only] = levels;
  return levels.size === 1 && only && possible.includes(only) ? only : undefined;
}

/** Whether pupils of an age attend that year of a level; adults attend upper secondary school only. */
export function fitsAge(level: SchoolLevel, year: number, age: number): boolean {
  const usual = AGE_BEFORE[level] + year;
  if (year > YEARS[level]) return false;
  return age >= usual - 2 && (level === 'upperSecondary' || age <= usual + TOLERANCE);
}

/**
 * Whether an age is usual for a year of a level, for a look at the date: also upper secondary school has an age, but for evening classes
 * (`middle` is the middle age of the class), in which nobody is as old as a slip of the century makes them.
 */
export function isUsualAge(level: SchoolLevel, year: number, age: number, middle: number): boolean {
  if (!fitsAge(level, year, age)) return false;
  const oldest = AGE_BEFORE[level] + year + TOLERANCE;
  return age <= oldest || (middle > oldest && age <= OLDEST_AT_EVENING);
}
