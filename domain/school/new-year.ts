import type { LocalDate, PersonId } from '../base/ids.ts';
import { startYearOfClass } from '../kinds/class/record.ts';
import type { Enrolment } from '../kinds/enrolment/record.ts';
import type { SchoolLevel } from '../kinds/school/record.ts';
import { lastDayOfYear } from './class-of-pupil.ts';

/** What is asked about the pupils of a school at the turn of its years. */
export interface YearTurn<E> {
  /** All enrolments of the school. */
  readonly enrolments: Iterable<E>;
  /** Calendar year in which the new school year begins. */
  readonly startYear: number;
  /** The level of a class; undefined for a class that is not known. */
  readonly levelOf: (schoolClass: Enrolment['class']) => SchoolLevel | undefined;
  /** Last day at the school of who has left. */
  readonly leftOn: (pupil: PersonId) => LocalDate | undefined;
}

/** The pupils of a level in the year before, and those of them who are in no class of the new year. */
export interface LevelTurn<E> {
  readonly before: readonly E[];
  readonly missing: readonly E[];
  /**
   * Whether the lists of the new year tell who of the level has gone: at least half of its pupils are on them. A list of the first classes
   * comes in July, and says nothing of the others.
   */
  readonly isListed: boolean;
}

/** Compares two school years level by level (S4): each level of an institute has lists of its own. */
export function turnOfYear<E extends Pick<Enrolment, 'pupil' | 'class' | 'from' | 'to'>>({
  enrolments,
  startYear,
  levelOf,
  leftOn,
}: YearTurn<E>): ReadonlyMap<SchoolLevel, LevelTurn<E>> {
  const last = lastDayOfYear(startYear - 1);
  const isNew = new Set<PersonId>();
  const before = new Map<PersonId, E>();
  for (const enrolment of enrolments) {
    const { pupil, class: schoolClass, from, to } = enrolment;
    const year = startYearOfClass(schoolClass);
    if (year === startYear && (to === undefined || to >= from)) isNew.add(pupil);
    const isLast = year === startYear - 1 && (to === undefined || to >= last);
    if (isLast && leftOn(pupil) === undefined && levelOf(schoolClass)) before.set(pupil, enrolment);
  }
  const levels = new Map<SchoolLevel, { readonly before: E[]; readonly missing: E[] }>();
  for (const one of before.values()) {
    const level = levelOf(one.class);
    if (level === undefined) continue;
    const own = levels.get(level) ?? { before: [], missing: [] };
    levels.set(level, own);
    own.before.push(one);
    if (!isNew.has(one.pupil)) own.missing.push(one);
  }
  return new Map(
    [...levels].map(([level, own]) => [
      level,
      { ...own, isListed: own.missing.length * 2 <= own.before.length },
    ]),
  );
}
